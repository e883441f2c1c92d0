/** Numbers from 0 to 1 that a seed repeats (Lehmer's generator, Park and Miller 1988). */
export function seeded(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** The same things in an order that `random` chooses (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const left = [...things]
  const order: T[] = []
  while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1))
  return order
}
