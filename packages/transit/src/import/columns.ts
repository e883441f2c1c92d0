/** Shorter names differ by one letter without being misspelt. */
const LONG = 7

/**
 * Where each column of a header goes among the wanted ones (−1: nowhere), and which were only nearly spelt right. A header counts as
 * misspelt where one letter is missing, wrong, too much or swapped and no column has the right name (`wheelchair_accesible`).
 */
export function matchColumns(header: readonly string[], wanted: readonly string[]) {
  const slots = header.map((name, at) => (header.indexOf(name) === at ? wanted.indexOf(name) : -1))
  const misspelt: [found: string, meant: string][] = []
  for (const [slot, meant] of wanted.entries()) {
    if (slots.includes(slot) || meant.length < LONG) continue
    const at = header.findIndex((name, column) => slots[column] === -1 && isNearly(name, meant))
    if (at === -1) continue
    slots[at] = slot
    misspelt.push([header[at] ?? '', meant])
  }
  return { slots, misspelt }
}

/** Whether one letter was left out, added, mistaken or changed places with the next. */
function isNearly(found: string, meant: string): boolean {
  if (Math.abs(found.length - meant.length) > 1) return false
  let at = 0
  while (at < meant.length && found[at] === meant[at]) at++
  const [tail, wanted] = [found.slice(at), meant.slice(at)]
  return (
    tail.slice(1) === wanted.slice(1) ||
    tail === wanted.slice(1) ||
    tail.slice(1) === wanted ||
    (tail[0] === wanted[1] && tail[1] === wanted[0] && tail.slice(2) === wanted.slice(2))
  )
}
