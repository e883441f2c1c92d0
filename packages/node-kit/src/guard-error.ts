/** Why a server that is not ours was not asked, or how it failed; told in one sentence without what is secret in an address. */
export class GuardError extends Error {
  override name = 'GuardError'
  /** How long it asked to be left alone (RFC 9110 §10.2.3), in ms; null where it did not say. */
  readonly retryAfterMs: number | null

  /** `cause`: what the network or TLS said. */
  constructor(message: string, { retryAfterMs = null, cause }: { retryAfterMs?: number | null; cause?: unknown } = {}) {
    super(message, { cause })
    this.retryAfterMs = retryAfterMs
  }
}

/** An address that is not asked at all, whatever is there: inside the network, of another protocol, or none. */
export class AddressRefused extends GuardError {
  override name = 'AddressRefused'
  /** Whose address it is, as a URL names it; null where it names none. */
  readonly host: string | null

  constructor(message: string, host: string | null = null) {
    super(message)
    this.host = host
  }
}
