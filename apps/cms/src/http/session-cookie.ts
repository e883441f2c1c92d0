import { parseCookie } from 'cookie'

export const SESSION_COOKIE = 'akari_session'

/** The session secret in a Cookie header, or null. */
export function sessionSecretOf(header: string | undefined): string | null {
  const value = parseCookie(header ?? '')[SESSION_COOKIE]
  return value === undefined || value === '' ? null : value
}
