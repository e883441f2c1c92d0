import type { StreamFault } from '@akari/protocol'

type Unreached = Extract<
  StreamFault,
  | 'nameUnknown'
  | 'notAccepting'
  | 'noAnswer'
  | 'noTls'
  | 'certificateExpired'
  | 'certificateEarly'
  | 'certificateName'
  | 'certificateUnknown'
>

/** Error codes of Node.js («Common system errors», «X509 certificate error codes»), by what they mean for who runs the stream. */
const CODES: Readonly<Record<string, Unreached>> = {
  ENOTFOUND: 'nameUnknown',
  EAI_AGAIN: 'nameUnknown',
  ECONNREFUSED: 'notAccepting',
  ETIMEDOUT: 'noAnswer',
  EHOSTUNREACH: 'noAnswer',
  ENETUNREACH: 'noAnswer',
  EPROTO: 'noTls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'noTls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'noTls',
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateEarly',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateName',
  HOSTNAME_MISMATCH: 'certificateName',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateUnknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUnknown',
  UNABLE_TO_GET_ISSUER_CERT: 'certificateUnknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUnknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateUnknown',
  CERT_SIGNATURE_FAILURE: 'certificateUnknown',
  CERT_UNTRUSTED: 'certificateUnknown',
  INVALID_CA: 'certificateUnknown',
}

/** Why a server was not reached, by the `cause` of a GuardError; null where that says nothing to whoever runs the stream. */
export function notReached(cause: unknown): Unreached | null {
  if (!(cause instanceof Error)) return null
  if (cause.name === 'TimeoutError') return 'noAnswer'
  return 'code' in cause && typeof cause.code === 'string' ? (CODES[cause.code] ?? null) : null
}
