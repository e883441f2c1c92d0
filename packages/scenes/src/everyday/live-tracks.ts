import { fallbackChain, type KioskLanguage } from '@akari/protocol'

/** A rendition of a stream, as its playlist names it (RFC 8216 §4.3.4.1): a BCP 47 tag, or ISO 639-2 as broadcasters write it. */
interface Track {
  lang?: string
  default: boolean
}

const SHORT: Readonly<Record<string, string>> = { jpn: 'ja', eng: 'en', zho: 'zh', chi: 'zh', kor: 'ko' }

/** Which of these a reader of `language` gets: the nearest language, else the one the stream offers by itself. Null: none. */
export function trackFor(tracks: readonly Track[], language: KioskLanguage): number | null {
  for (const wanted of fallbackChain(language)) {
    const found = tracks.findIndex(({ lang }) => lang !== undefined && primary(lang) === primary(wanted))
    if (found !== -1) return found
  }
  const offered = tracks.findIndex((track) => track.default)
  return offered === -1 ? null : offered
}

/** `zh` of `zh-Hans-CN`. */
export function primary(tag: string): string {
  const [first = ''] = tag.toLowerCase().split('-')
  return SHORT[first] ?? first
}
