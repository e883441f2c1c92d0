/** Why bytes are not a telegram; `readTelegram` is the only one to catch it. */
export type FaultCode =
  | 'too-large'
  | 'too-deep'
  | 'unsupported-encoding'
  | 'invalid-encoding'
  | 'doctype'
  | 'malformed'
  | 'missing-part'
  | 'bad-part'
  | 'unknown-format'

export class TelegramFault extends Error {
  readonly code: FaultCode

  constructor(code: FaultCode, message: string) {
    super(message)
    this.name = 'TelegramFault'
    this.code = code
  }
}
