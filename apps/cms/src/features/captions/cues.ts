import { setImmediate } from 'node:timers/promises'
import type { Language } from '@akari/protocol'
import { MOST_BEHIND_MS, readingMs, recordedTimes, standsMs } from '@akari/text/pace'
import type { StoredCaption } from './stored-caption.ts'

/** What a subtitle has room for, the name of who speaks included where it is written. */
const ROOM = { lines: 2, widthEm: 20, nameEm: 1 }
/** So many captions are cut in a few milliseconds; then whatever else the server does has its turn. */
const AT_ONCE = 20

/** What stands for less is not seen. */
const SEEN_MS = 1_000

type Spoken = Pick<StoredCaption, 'text' | 'speaker' | 'spokenAt'>

/** A subtitle: from and until when it stands, in milliseconds of the recording, and its text in lines of a subtitle's width. */
export interface Cue {
  fromMs: number
  untilMs: number
  speaker: string | null
  text: string
}

type Asked = {
  language: Language
  recordedAt: (atMs: number) => number | null
  /** The name of who speaks is written before what is said, where another begins. */
  isNamed: boolean
}
type Phrase = { cameMs: number; speaker: string | null; text: string; readMs: number; standsMs: number; isCut: boolean }

/**
 * The subtitles of what was said, in order, as the glass shows it: what is longer than a subtitle phrase by phrase, as it is read. What `recordedAt` has no
 * place for is left out.
 */
export async function cuesOf(spoken: readonly Spoken[], asked: Asked): Promise<readonly Cue[]> {
  const phrases = await phrasesOf(spoken, asked)
  const times = seen(recordedTimes(phrases), phrases)
  return phrases.map(({ text, speaker, cameMs, standsMs: wantedMs }, at) => {
    const fromMs = times[at] ?? cameMs
    const nextMs = times[at + 1] ?? Infinity
    const untilMs = nextMs > fromMs ? Math.min(fromMs + wantedMs, nextMs) : fromMs + wantedMs
    return { fromMs: Math.round(fromMs), untilMs: Math.round(untilMs), speaker, text }
  })
}

async function phrasesOf(spoken: readonly Spoken[], { language, recordedAt, isNamed }: Asked): Promise<Phrase[]> {
  // BudouX brings the document of a browser along, some 35 MB: not before somebody takes a file.
  const { captionLines, captionPhrases } = await import('@akari/text')
  const phrases: Phrase[] = []
  for (const [at, { text, speaker, spokenAt }] of spoken.entries()) {
    if (at % AT_ONCE === 0) await setImmediate()
    const cameMs = recordedAt(Date.parse(spokenAt))
    if (cameMs === null) continue
    const name = isNamed && speaker !== phrases.at(-1)?.speaker ? speaker : null
    const cut = captionPhrases(text, { language, speaker: name, room: ROOM })
    for (const [nth, phrase] of cut.entries()) {
      const head = nth === 0 ? name : null
      const lines = captionLines(phrase, { language, speaker: head, room: ROOM }).join('\n')
      phrases.push({
        cameMs,
        speaker,
        text: head === null ? lines : `${head}: ${lines}`,
        readMs: readingMs(phrase, language),
        standsMs: standsMs(phrase, language),
        isCut: cut.length > 1,
      })
    }
  }
  return phrases
}

/** Each stands for a second before the next, as far as none is later than on the glass for that. */
function seen(times: readonly number[], phrases: readonly Phrase[]): readonly number[] {
  const moved: number[] = []
  for (const [at, fromMs] of times.entries()) {
    const earliestMs = (moved.at(-1) ?? -Infinity) + SEEN_MS
    const latestMs = (phrases[at]?.cameMs ?? 0) + MOST_BEHIND_MS
    moved.push(Math.max(fromMs, Math.min(earliestMs, latestMs)))
  }
  return moved
}
