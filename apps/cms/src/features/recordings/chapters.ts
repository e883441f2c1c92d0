import { type Id, recordedAt, type RecordedPart, type RecordingChapter, type Texts } from '@akari/protocol'
import texts from './recordings.texts.json' with { type: 'json' }

/** Where a sitting stood after a step. */
export type CourseStep = { atMs: number; itemId: Id | null }
type Item = { id: Id; number?: string | undefined; title: Texts }

/** An item that was on for less is a slip of the clerk's finger. */
const SLIP_MS = 5_000
/** Words of welcome that take longer have a chapter. */
const OPENING_MS = 20_000

/** Chapters by item of the agenda, from the steps of the clerk in order; the first begins with the recording. */
export function chaptersOf(
  parts: readonly RecordedPart[],
  steps: readonly CourseStep[],
  agenda: readonly Item[],
): RecordingChapter[] {
  const items = new Map(agenda.map((item) => [item.id, item]))
  const changes = steps.filter(({ itemId }, i) => itemId !== (steps[i - 1]?.itemId ?? null))
  const meant = changes.filter(({ atMs }, i) => (changes[i + 1]?.atMs ?? Infinity) - atMs >= SLIP_MS)
  const chapters = new Map<number, RecordingChapter>()
  for (const { atMs, itemId } of meant) {
    const at = recordedAt(parts, atMs)
    const item = itemId === null ? undefined : items.get(itemId)
    if (at === null || item === undefined) continue
    const { number, title } = item
    // What began in a gap begins with the next part; the last of them stands.
    chapters.set(at.ms, { startMs: at.ms, ...(number === undefined ? {} : { number }), title })
  }
  const inOrder = withoutRepeats([...chapters.values()].toSorted((a, b) => a.startMs - b.startMs))
  const [first] = inOrder
  if (first === undefined) return []
  if (first.startMs < OPENING_MS) return [{ ...first, startMs: 0 }, ...inOrder.slice(1)]
  return [{ startMs: 0, title: texts.opening }, ...inOrder]
}

/** What goes on after a slip is the same chapter. */
function withoutRepeats(chapters: readonly RecordingChapter[]): RecordingChapter[] {
  return chapters.filter(({ title, number }, i) => {
    const before = chapters[i - 1]
    return before === undefined || before.number !== number || before.title.ja !== title.ja
  })
}

/** FFMETADATA (ffmpeg-formats, «Metadata»): chapters with the titles that players show. */
export function ffmetadata(title: string, chapters: readonly RecordingChapter[], durationMs: number): string {
  const blocks = chapters.map(({ startMs, number, title: said }, i) => {
    const end = chapters[i + 1]?.startMs ?? Math.max(durationMs, startMs + 1)
    const name = number === undefined ? said.ja : `${number} ${said.ja}`
    return `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${startMs}\nEND=${end}\ntitle=${escaped(name)}\n`
  })
  return `;FFMETADATA1\ntitle=${escaped(title)}\n${blocks.join('')}`
}

function escaped(text: string): string {
  return text.replaceAll(/[=;#\\\n]/g, (letter) => `\\${letter}`)
}
