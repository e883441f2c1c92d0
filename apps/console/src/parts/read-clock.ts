/** Reads `8:30`, `0830`, `８時３０分`, `17` as a time of day `HH:MM`; `24:00` is midnight. Null when it is none. */
export function readClock(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim()
  const found = /^(\d{1,2})(?:[:.\u6642](\d{1,2})?\u5206?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain)
  if (found === null) return null
  const hours = Number(found[1])
  const minutes = Number(found[2] ?? 0)
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null
  return `${String(hours % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
