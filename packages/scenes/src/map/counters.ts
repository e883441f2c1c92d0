/** Counter numbers as people say them: `3`, `3–5` or nothing. */
export function numberRange(counters: readonly number[]): string {
  if (counters.length === 0) return ''
  const [least, most] = [Math.min(...counters), Math.max(...counters)]
  return least === most ? String(least) : `${least}–${most}`
}
