import type { KioskLanguage, RecordedSegment, RecordingTranscript } from '@akari/protocol'
import type { CaptionTrack } from '../../council/caption-tracks.ts'
import { languagesFor } from './find-said.ts'

/** More than three lines hold nobody reads. */
const MOST_PARTS = 4
/** What was said longer ago is not what goes with this picture. */
const STANDS_MS = 12_000

/** What is said at a moment of a recording (ms), for a reader of `language`: the newest last; null while nobody speaks. */
export function captionsAt(
  { segments }: RecordingTranscript,
  atMs: number,
  language: KioskLanguage,
): CaptionTrack | null {
  const last = lastBegun(segments, atMs)
  const newest = segments[last]
  const spoken = newest === undefined ? undefined : languagesFor(newest.said, language)[0]
  if (newest === undefined || spoken === undefined || atMs > Math.max(newest.endMs, newest.startMs + STANDS_MS))
    return null
  const shown = segments
    .slice(Math.max(0, last - MOST_PARTS + 1), last + 1)
    .filter((one) => one.said[spoken] !== undefined && (one === newest || atMs - one.startMs <= STANDS_MS))
  return {
    language: spoken,
    isMachineTranslated: shown.some(({ said }) => said[spoken]?.machineTranslated === true),
    parts: shown.map(({ startMs, speaker, said }, at) => ({
      id: `${startMs}`,
      text: said[spoken]?.text ?? '',
      speaker: speaker === shown[at - 1]?.speaker ? null : speaker,
      isFinal: true,
    })),
  }
}

/** The last that begins at `atMs` or before; -1 where none does. They are in order. */
function lastBegun(segments: readonly RecordedSegment[], atMs: number): number {
  let [from, to] = [0, segments.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((segments[middle]?.startMs ?? 0) <= atMs) from = middle + 1
    else to = middle
  }
  return from - 1
}
