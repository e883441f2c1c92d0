/** What went wrong with a request: `code` is stable (RFC 9457 extension) and names a text in the locale files. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly detail: string | null

  constructor(code: string, status: number, detail: string | null) {
    super(detail ?? code)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.detail = detail
  }
}

/** Is it the server's answer that nobody is signed in? */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'unauthenticated'
}

/** Did somebody else save the same thing first? */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'conflict'
}

/** Did somebody else save the same thing first, or delete it? */
export function isOvertaken(error: unknown): boolean {
  return isConflict(error) || (error instanceof ApiError && error.code === 'not-found')
}
