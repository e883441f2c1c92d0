import { Instant } from '@akari/protocol'
import { CliError, sentence } from './say.ts'

/** The moment an argument names; a time without an offset is meant in Japan. Throws CliError for anything else. */
export function momentOf(text: string): Instant {
  for (const candidate of [text, `${text}+09:00`, `${text}:00+09:00`, `${text}T00:00:00+09:00`]) {
    const parsed = Instant.safeParse(candidate)
    if (parsed.success) return parsed.data
  }
  throw new CliError(sentence('noTime', { text }))
}
