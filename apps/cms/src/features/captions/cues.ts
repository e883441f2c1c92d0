import { setImmediate } from 'node:timers/promises'
import type { Language } from '@akari/protocol'
import { readingMs, showTimes, standsMs } from '@akari/text/pace'
import type { StoredCaption } from './stored-caption.ts'

/** What a subtitle has room for, the name of who speaks included. */
const ROOM = { lines: 2, widthEm: 20, nameEm: 1 }
/** So many captions are cut in a few milliseconds; then whatever else the server does has its turn. */
const AT_ONCE = 20

type Spoken = Pick<StoredCaption, 'text' | 'speaker' | 'spokenAt'>

/** A subtitle: from and until when it stands, in milliseconds of the recording, and its text in lines of a subtitle's width. */
export interface Cue {
  fromMs: number
  untilMs: number
  speaker: string | null
  text: string
}

/**
 * The subtitles of what was said, in order, as the glass shows it: what is longer than a subtitle phrase by phrase, as it is read. What `recordedAt` has no
 * place for is left out.
 */
export async function cuesOf(
  spoken: readonly Spoken[],
  { language, recordedAt }: { language: Language; recordedAt: (atMs: number) => number | null },
): Promise<readonly Cue[]> {
  // BudouX brings the document of a browser along, some 35 MB: not before somebody takes a file.
  const { captionLines, captionPhrases } = await import('@akari/text')
  const phrases = []
  for (const [at, { text, speaker, spokenAt }] of spoken.entries()) {
    if (at % AT_ONCE === 0) await setImmediate()
    const cameMs = recordedAt(Date.parse(spokenAt))
    if (cameMs === null) continue
    const band = { language, speaker, room: ROOM }
    const cut = captionPhrases(text, band)
    for (const phrase of cut)
      phrases.push({
        cameMs,
        speaker,
        text: captionLines(phrase, band).join('\n'),
        readMs: readingMs(phrase, language),
        standsMs: standsMs(phrase, language),
        isCut: cut.length > 1,
        shownMs: null,
      })
  }
  const times = showTimes(phrases)
  return phrases.map(({ text, speaker, cameMs, standsMs: wantedMs }, at) => {
    const fromMs = times[at] ?? cameMs
    const nextMs = times[at + 1] ?? Infinity
    const untilMs = nextMs > fromMs ? Math.min(fromMs + wantedMs, nextMs) : fromMs + wantedMs
    return { fromMs: Math.round(fromMs), untilMs: Math.round(untilMs), speaker, text }
  })
}
