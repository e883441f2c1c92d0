import type { ModelKiosk, ModelOccupant, NetworkLink, NetworkNode, VenueEdits, VenueModel } from '@akari/protocol'

type UnitEdit = VenueEdits['units'][number]
export type OpeningEdit = NonNullable<VenueEdits['openings']>[number]
type Accepted = VenueEdits['accepted'][number]
type LevelEdit = VenueEdits['levels'][number]

/** What staff change on an imported plan, as the editor writes it. Everything gives new edits; the given ones stay as they are. */
export const changes = {
  kiosk: (edits: VenueEdits, kiosk: ModelKiosk): VenueEdits => ({
    ...edits,
    kiosks: put(edits.kiosks, kiosk),
    removedKioskIds: edits.removedKioskIds.filter((id) => id !== kiosk.id),
  }),
  noKiosk: (edits: VenueEdits, model: VenueModel, id: string): VenueEdits => ({
    ...edits,
    kiosks: without(edits.kiosks, id),
    removedKioskIds: removed(edits.removedKioskIds, model.kiosks, id),
  }),
  occupant: (edits: VenueEdits, occupant: ModelOccupant): VenueEdits => ({
    ...edits,
    occupants: put(edits.occupants, occupant),
    removedOccupantIds: edits.removedOccupantIds.filter((id) => id !== occupant.id),
  }),
  noOccupant: (edits: VenueEdits, model: VenueModel, id: string): VenueEdits => ({
    ...edits,
    occupants: without(edits.occupants, id),
    removedOccupantIds: removed(edits.removedOccupantIds, model.occupants, id),
  }),
  unit: (edits: VenueEdits, unit: UnitEdit): VenueEdits => ({
    ...edits,
    units: put(edits.units, { ...edits.units.find(({ id }) => id === unit.id), ...unit }),
  }),
  opening: (edits: VenueEdits, opening: OpeningEdit): VenueEdits => ({
    ...edits,
    openings: put(edits.openings ?? [], { ...openingIn(edits, opening.id), ...opening }),
  }),
  /** Null: both ways. */
  openingDirection: (edits: VenueEdits, id: string, oneWay: NonNullable<OpeningEdit['oneWay']> | null): VenueEdits => {
    const { oneWay: _before, ...said } = openingIn(edits, id)
    return { ...edits, openings: put(edits.openings ?? [], oneWay === null ? said : { ...said, oneWay }) }
  },
  /** Null: nobody measured it. */
  openingWidth: (edits: VenueEdits, id: string, widthM: number | null): VenueEdits => {
    const { widthM: _before, ...said } = openingIn(edits, id)
    return { ...edits, openings: put(edits.openings ?? [], widthM === null ? said : { ...said, widthM }) }
  },
  openingAsImported: (edits: VenueEdits, id: string): VenueEdits => ({
    ...edits,
    openings: without(edits.openings ?? [], id),
  }),
  linkAsImported: (edits: VenueEdits, id: string): VenueEdits => ({ ...edits, links: without(edits.links, id) }),
  node: (edits: VenueEdits, node: NetworkNode): VenueEdits => ({ ...edits, nodes: put(edits.nodes, node) }),
  link: (edits: VenueEdits, link: NetworkLink): VenueEdits => ({ ...edits, links: put(edits.links, link) }),
  noLink,
  noNode: (edits: VenueEdits, model: VenueModel, id: string): VenueEdits => {
    const links = [...edits.links, ...(model.network?.links ?? [])].filter(({ from, to }) => from === id || to === id)
    const unlinked = links.reduce((sofar, link) => noLink(sofar, model, link.id), edits)
    return { ...unlinked, nodes: without(unlinked.nodes, id) }
  },
  level: (edits: VenueEdits, level: LevelEdit): VenueEdits => ({
    ...edits,
    levels: [...edits.levels.filter(({ levelId }) => levelId !== level.levelId), level],
  }),
  accept: (edits: VenueEdits, accepted: Accepted): VenueEdits => ({
    ...edits,
    accepted: [...edits.accepted.filter(({ unitId }) => unitId !== accepted.unitId), accepted],
  }),
  notAccepted: (edits: VenueEdits, unitId: string): VenueEdits => ({
    ...edits,
    accepted: edits.accepted.filter((each) => each.unitId !== unitId),
  }),
}

/**
 * A way of the plan as imported cannot be taken out of it: it is closed for good. One that staff drew goes, and with it its
 * ends where nothing else needs them.
 */
function noLink(edits: VenueEdits, model: VenueModel, id: string): VenueEdits {
  const imported = model.network?.links.find((link) => link.id === id)
  if (imported !== undefined) return { ...edits, links: put(edits.links, { ...imported, passage: 'none' }) }
  const links = without(edits.links, id)
  const gone = edits.links.find((link) => link.id === id)
  const needed = new Set([...links, ...(model.network?.links ?? [])].flatMap(({ from, to }) => [from, to]))
  const isLoose = (node: NetworkNode): boolean =>
    (node.id === gone?.from || node.id === gone?.to) && !needed.has(node.id)
  return { ...edits, links, nodes: edits.nodes.filter((node) => !isLoose(node)) }
}

function openingIn(edits: VenueEdits, id: string): OpeningEdit {
  return (edits.openings ?? []).find((opening) => opening.id === id) ?? { id }
}

/** In the place of the one with the same id, or at the end. */
export function put<T extends { id: string }>(all: readonly T[], item: T): T[] {
  return all.some(({ id }) => id === item.id) ? all.map((each) => (each.id === item.id ? item : each)) : [...all, item]
}

export function without<T extends { id: string }>(all: readonly T[], id: string): T[] {
  return all.filter((each) => each.id !== id)
}

/** The list with one taken out of its place and put into another. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, index) => index !== from)
  const item = all[from]
  return item === undefined ? [...all] : [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** What the import has is remembered as taken away; what staff placed is simply gone. */
function removed(gone: readonly string[], imported: readonly { id: string }[], id: string): string[] {
  return imported.some((each) => each.id === id) ? [...new Set([...gone, id])] : [...gone]
}
