/**
 * Where a boundary between letters of `before` is in `after`, which replaces it: where its neighbours went; within what was replaced, where it
 * was, as far as that goes.
 */
export function boundaryMoved(before: string, after: string): (at: number) => number {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return (at) => {
    if (at <= head) return at
    if (at >= before.length - tail) return at + after.length - before.length
    return Math.min(Math.max(at, head), after.length - tail)
  }
}
