/** The operating system's code of an error (`ENOENT`, `ENOSPC`, …), or null when it has none. */
export function faultCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** No room on the disk, or none left of this user's share of it. */
export function isDiskFull(error: unknown): boolean {
  const code = faultCode(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** What an unknown rejection says, in one line, for logs and health reports. */
export function faultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
