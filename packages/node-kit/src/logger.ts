import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

const SECRETS = ['token', 'ticket', 'password', 'secret', 'authorization', 'cookie', 'privateKey', 'apiToken']

/**
 * A pino logger that writes JSON lines to `destination` (standard output by default). Fields that carry secrets are
 * replaced, at the top and one and two levels down.
 */
export function createLogger(name: string, options: { level?: string; destination?: DestinationStream } = {}): Logger {
  const settings = {
    name,
    level: options.level ?? 'info',
    redact: { paths: SECRETS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
  }
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination)
}
