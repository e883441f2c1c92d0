import type { OrderedArea, Town } from '@akari/protocol'

type Part = Extract<OrderedArea, { kind: 'towns' }>['towns'][number]

/** Is a 丁目, or (null) all of a town, part of the area? */
export function isChosen(area: OrderedArea, town: Town, block: number | null): boolean {
  const part = partOf(area, town)
  if (part === null) return area.kind === 'whole'
  if (part.blocks.length === 0) return true
  return block !== null && part.blocks.includes(block)
}

/** All of a town, or none of it any more. */
export function wholeTown(area: OrderedArea, town: Town): OrderedArea {
  return withPart(area, town, isChosen(area, town, null) ? null : { townId: town.id, blocks: [] })
}

/** One 丁目 more or less. All of them are the whole town, none is nothing. */
export function toggled(area: OrderedArea, town: Town, block: number): OrderedArea {
  const part = partOf(area, town)
  const every = Array.from({ length: town.blocks }, (_, index) => index + 1)
  const before = part === null ? [] : part.blocks.length === 0 ? every : part.blocks
  const after = before.includes(block) ? before.filter((each) => each !== block) : [...before, block]
  if (after.length === 0) return withPart(area, town, null)
  const blocks = after.length === town.blocks ? [] : after.toSorted((a, b) => a - b)
  return withPart(area, town, { townId: town.id, blocks })
}

function partOf(area: OrderedArea, town: Town): Part | null {
  return area.kind === 'whole' ? null : (area.towns.find(({ townId }) => townId === town.id) ?? null)
}

function withPart(area: OrderedArea, town: Town, part: Part | null): OrderedArea {
  const others = area.kind === 'whole' ? [] : area.towns.filter(({ townId }) => townId !== town.id)
  return { kind: 'towns', towns: part === null ? others : [...others, part] }
}
