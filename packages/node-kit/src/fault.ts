/** The operating system's code of an error (`ENOENT`, `ENOSPC`, …), or null when it has none. */
export function faultCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** What an unknown rejection says, in one line, for logs and health reports. */
export function faultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
