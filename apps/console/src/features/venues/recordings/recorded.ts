import type { FileRef, GuideRecording, KioskLanguage, VenueEdits } from '@akari/protocol'
import { RECORDED_PHRASES, type RecordedPhrase } from '@akari/scenes'

/** The recording of a sentence in a language; null where there is none. */
export function recordingOf(
  { recordings = [] }: Pick<VenueEdits, 'recordings'>,
  language: KioskLanguage,
  phrase: RecordedPhrase,
): FileRef | null {
  return recordings.find((one) => one.language === language && one.phrase === phrase)?.file ?? null
}

/** With another recording of a sentence, or with none (null). */
export function withRecording(
  edits: VenueEdits,
  language: KioskLanguage,
  phrase: RecordedPhrase,
  file: FileRef | null,
): VenueEdits {
  const others = (edits.recordings ?? []).filter((one) => one.language !== language || one.phrase !== phrase)
  const recordings: GuideRecording[] = file === null ? others : [...others, { phrase, language, file }]
  const { recordings: _before, ...rest } = edits
  return recordings.length === 0 ? rest : { ...rest, recordings }
}

/** How many of the sentences are recorded in a language; what the kiosk does not know (any more) does not count. */
export function countIn(edits: Pick<VenueEdits, 'recordings'>, language: KioskLanguage): number {
  return RECORDED_PHRASES.filter((phrase) => recordingOf(edits, language, phrase) !== null).length
}
