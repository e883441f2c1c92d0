import type { TelegramResult } from '@akari/protocol'
import { AppError } from '../../http/app-error.ts'
import type { SourceMonitor } from './source-monitor.ts'

/**
 * The one way in for the bytes of every source. `fileName`: where it is known, since some telegrams name their area
 * nowhere else. Throws AppError `telegram-refused` for what cannot be read.
 */
export type Ingest = (bytes: Uint8Array, fileName: string | null) => Promise<TelegramResult>

export type Taken = { outcome: 'taken'; result: TelegramResult } | { outcome: 'refused'; reason: string }

/**
 * Hands bytes over and tells the monitor. What is refused will be refused again, so that is an answer; any other trouble
 * (a database that is away) is thrown: try again.
 */
export async function takeIn(
  { ingest, monitor }: { ingest: Ingest; monitor: SourceMonitor },
  bytes: Uint8Array,
  about: { fileName: string | null; sentAt: Date | null },
): Promise<Taken> {
  try {
    const result = await ingest(bytes, about.fileName)
    monitor.took(about.sentAt)
    return { outcome: 'taken', result }
  } catch (err) {
    if (!(err instanceof AppError) || err.code !== 'telegram-refused') throw err
    monitor.failed(`${about.fileName ?? 'telegram'}: ${err.message}`)
    return { outcome: 'refused', reason: err.message }
  }
}
