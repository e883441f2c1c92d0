/** Are these the same JSON, whatever the order of their keys? What is left out and what is undefined are the same. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, n) => same(each, b[n]))
  }
  return (
    Object.keys(a).every((key) => same(Reflect.get(a, key), Reflect.get(b, key))) &&
    Object.keys(b).every((key) => Reflect.get(b, key) === undefined || Object.hasOwn(a, key))
  )
}

/** The names of what differs between two documents, in the order they stand in; what only the second has comes last. */
export function differingKeys(a: object, b: object): string[] {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return [...new Set([...left.keys(), ...right.keys()])].filter((key) => !same(left.get(key), right.get(key)))
}

/** Two lists of things with ids, side by side: what both have and what is new in the order of now, then what is gone. */
export function matched<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): { id: string; was: T | null; is: T | null }[] {
  const was = new Map(before.map((each) => [each.id, each]))
  const is = new Set(after.map(({ id }) => id))
  return [
    ...after.map((each) => ({ id: each.id, was: was.get(each.id) ?? null, is: each })),
    ...before.filter(({ id }) => !is.has(id)).map((each) => ({ id: each.id, was: each, is: null })),
  ]
}

/** What people call these keys, each once; `other` for those without a name. */
export function namesOf<F extends string>(
  names: Readonly<Record<string, F>>,
  keys: readonly string[],
): (F | 'other')[] {
  return [...new Set(keys.map((key) => names[key] ?? 'other'))]
}
