import { type Caption, Language, type RecordedSegment, type RecordingTranscript, type Ruby } from '@akari/protocol'
import { standsMs } from '@akari/text/pace'

/** A final caption, in the order in which captions were spoken. */
export type SpokenCaption = Pick<Caption, 'segmentId' | 'language' | 'text' | 'speaker' | 'spokenAt'> & {
  isMachine: boolean
  ruby?: { text: Ruby; speaker: Ruby } | undefined
}

/**
 * What was said as it lies in a recording, one segment with all its languages. `placeOf` tells where a moment (Unix time) is in it, in
 * milliseconds; what lies outside is left out.
 */
export function transcriptDocument(
  captions: readonly SpokenCaption[],
  placeOf: (atMs: number) => number | null,
): RecordingTranscript {
  const segments = new Map<string, RecordedSegment>()
  for (const { segmentId, language, text, speaker, spokenAt, isMachine, ruby } of captions) {
    const startMs = placeOf(Date.parse(spokenAt))
    if (startMs === null) continue
    const before = segments.get(segmentId)
    const said = { ...before?.said, [language]: saidOf({ language, text, speaker, isMachine, ruby }) }
    // Translations come later and bear their own time; what was said first is where it was said.
    const at = Math.round(Math.min(before?.startMs ?? startMs, startMs))
    // The name as it is written in the chamber.
    const named = language === 'ja' ? (speaker ?? before?.speaker ?? null) : (before?.speaker ?? speaker)
    const speakerRuby = language === 'ja' && speaker !== null ? ruby?.speaker : before?.speakerRuby
    const read = speakerRuby === undefined ? {} : { speakerRuby }
    segments.set(segmentId, { startMs: at, endMs: at, speaker: named, ...read, said })
  }
  const ordered = [...segments.values()].toSorted((a, b) => a.startMs - b.startMs)
  return { format: 1, segments: ordered.map((segment, at) => withEnd(namedOnce(segment), ordered[at + 1])) }
}

function saidOf({ language, text, speaker, isMachine, ruby }: Omit<SpokenCaption, 'segmentId' | 'spokenAt'>) {
  return {
    text,
    ...(language === 'ja' || speaker === null ? {} : { speaker }),
    ...(isMachine ? { machineTranslated: true as const } : {}),
    ...(ruby === undefined ? {} : { ruby: ruby.text }),
  }
}

/** A name that is written alike in every language is kept once. */
function namedOnce(segment: RecordedSegment): RecordedSegment {
  const said = { ...segment.said }
  for (const language of Language.options) {
    const own = said[language]
    if (own?.speaker === undefined || own.speaker !== segment.speaker) continue
    const { speaker: _same, ...text } = own
    said[language] = text
  }
  return { ...segment, said }
}

/** It stands until the next one, but no longer than the longest of its texts takes to be read. */
function withEnd(segment: RecordedSegment, next: RecordedSegment | undefined): RecordedSegment {
  const lengths = Language.options.map((language) => standsMs(segment.said[language]?.text ?? '', language))
  const endMs = segment.startMs + Math.max(...lengths)
  return { ...segment, endMs: next === undefined ? endMs : Math.max(segment.startMs, Math.min(endMs, next.startMs)) }
}
