const GIGA = 1024 ** 3

/** `1:02:03`, `2:03`; the hours only where there are any. */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** Milliseconds of `1:02:03`, `2:03` or `45`; null where it cannot be read. */
export function msOf(text: string): number | null {
  const parts = text.normalize('NFKC').trim().split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d{1,3}$/.test(part))) return null
  if (parts.slice(1).some((part) => Number(part) > 59)) return null
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0) * 1000
}

/** `3.2 GB`, `840 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes >= GIGA) return `${(bytes / GIGA).toFixed(bytes >= 100 * GIGA ? 0 : 1)} GB`
  return `${Math.round(bytes / 1024 ** 2)} MB`
}

export function gigabytes(bytes: number): number {
  return Math.round((bytes / GIGA) * 10) / 10
}

export function bytesOf(gigabytesGiven: number): number {
  return Math.round(gigabytesGiven * GIGA)
}
