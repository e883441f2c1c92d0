import { type FileRef, type GuideRecording, type KioskLanguage, readAloud, withoutRuby } from '@akari/protocol'
import { kioskWord } from '../kiosk-words.ts'
import { RECORDED_PHRASES } from './recorded-phrases.ts'

/** What of a text can be heard by recordings, in its order. `isWhole`: all of it. */
export interface RecordedParts {
  files: readonly FileRef[]
  isWhole: boolean
}

/** Parts of a spoken text, as `spokenText` joins them. */
const BETWEEN = ', '

/**
 * Finds recordings for what is to be said: for each part of it that is a standard sentence, and where none is, for `gist`, the
 * sentence that says the same without names and figures.
 */
export function recordedParts(
  text: string,
  gist: string | null,
  language: KioskLanguage,
  recordings: readonly GuideRecording[],
): RecordedParts {
  const own = recordings.filter((recording) => recording.language === language)
  const fileOf = (phrase: string): FileRef | undefined => own.find((one) => one.phrase === phrase)?.file
  const byText = new Map<string, FileRef>()
  for (const phrase of RECORDED_PHRASES) {
    const file = fileOf(phrase)
    const words = kioskWord(language, phrase)
    if (file !== undefined) for (const form of [withoutRuby(words), readAloud(words)]) byText.set(plain(form), file)
  }
  const { files, isWhole } = partsOf(text.split(BETWEEN), byText)
  const instead = files.length === 0 && gist !== null ? fileOf(gist) : undefined
  return instead === undefined ? { files, isWhole } : { files: [instead], isWhole: false }
}

/** A sentence may have commas of its own: the longest run of parts that is one counts. */
function partsOf(parts: readonly string[], byText: ReadonlyMap<string, FileRef>): RecordedParts {
  const files: FileRef[] = []
  let isWhole = true
  let at = 0
  while (at < parts.length) {
    const end = longestFrom(parts, at, byText)
    const file = byText.get(joined(parts, at, end))
    if (file === undefined) isWhole = false
    else files.push(file)
    at = end
  }
  return { files, isWhole }
}

/** One part at least. */
function longestFrom(parts: readonly string[], from: number, byText: ReadonlyMap<string, FileRef>): number {
  for (let end = parts.length; end > from + 1; end--) if (byText.has(joined(parts, from, end))) return end
  return from + 1
}

function joined(parts: readonly string[], from: number, end: number): string {
  return plain(parts.slice(from, end).join(BETWEEN))
}

/** Spaces and the stop at the end are nothing that is heard. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, '').replace(/[。.]$/, '')
}
