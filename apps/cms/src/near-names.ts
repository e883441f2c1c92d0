/** How many names a sentence can bear. */
const AT_MOST = 8

/** The names most like a mistyped one, the most alike first; all of them where there are few. */
export function nearNames(typed: string, names: readonly string[]): string[] {
  if (names.length <= AT_MOST) return [...names]
  const wanted = plain(typed)
  return names
    .map((name) => ({ name, unlike: distance(wanted, plain(name)) / Math.max(wanted.length, name.length, 1) }))
    .sort((a, b) => a.unlike - b.unlike)
    .slice(0, AT_MOST)
    .map(({ name }) => name)
}

/** The name that a mistyped one is most likely meant for: no more than a third of its letters are other ones. Null: none is. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = plain(typed)
  const [nearest] = names
    .map((name) => ({ name, unlike: distance(wanted, plain(name)) }))
    .sort((a, b) => a.unlike - b.unlike)
  return nearest === undefined || nearest.unlike > wanted.length / 3 ? null : nearest.name
}

/** Full-width letters, capitals and spaces are no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
}

/** Letters to change, add or leave out between two texts (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
