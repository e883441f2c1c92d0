/** A cue of a text track of the stream, as plain text; times are those of the video element, in seconds. */
export interface StreamCue {
  startsAt: number
  endsAt: number
  text: string
  /** Who says it, where the track marks it (WebVTT `<v name>`). */
  speaker: string | null
}

/** So long ago, and they are forgotten. */
const PAST_S = 10
const MOST_CUES = 50
/** What nobody may smuggle onto the glass: control and direction characters. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/gu

/** The cues that are still of use at `now`, with those that came; what is no cue is left out. */
export function streamCues(held: readonly StreamCue[], came: unknown, now: number): readonly StreamCue[] {
  const found = Array.isArray(came) ? came.flatMap((cue: unknown) => cueOf(cue) ?? []) : []
  const all = new Map([...held, ...found].map((cue) => [`${cue.startsAt} ${cue.text}`, cue]))
  return [...all.values()].filter(({ endsAt }) => endsAt >= now - PAST_S).slice(-MOST_CUES)
}

/** What is being said at `now`, in the order it began. */
export function cuesAt(cues: readonly StreamCue[], now: number): StreamCue[] {
  return cues.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt).sort((a, b) => a.startsAt - b.startsAt)
}

function cueOf(cue: unknown): StreamCue | null {
  if (typeof cue !== 'object' || cue === null || !('startTime' in cue && 'endTime' in cue && 'text' in cue)) return null
  const { startTime, endTime, text } = cue
  if (typeof startTime !== 'number' || typeof endTime !== 'number' || typeof text !== 'string') return null
  const speaker = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(text)?.[1]?.trim() ?? null
  const words = plain(text)
  return words === '' ? null : { startsAt: startTime, endsAt: endTime, text: words, speaker }
}

/** WebVTT cue text (§6.4) without its tags and with its escapes undone. */
function plain(text: string): string {
  const escapes: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ' }
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|nbsp);/g, (_whole, name: string) => escapes[name] ?? '')
    .replaceAll(/&(?:lrm|rlm);/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(UNSEEN, '')
    .trim()
}
