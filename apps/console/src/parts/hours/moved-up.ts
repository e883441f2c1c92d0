/** The places that change when `one` changes places with what is before it: who gets which. All others stay where they are. */
export function movedUp<T extends { position: number }>(all: readonly T[], one: T): { each: T; position: number }[] {
  const place = all.indexOf(one)
  if (place < 1) return []
  const order = all.filter((each) => each !== one)
  order.splice(place - 1, 0, one)
  return order.map((each, position) => ({ each, position })).filter(({ each, position }) => each.position !== position)
}
