import { type KioskLanguage, type Language, type SceneContent, textIn } from '@akari/protocol'
import { pagesOf } from '../text/pages.ts'

/** One page of a line, in one language. */
export interface LinePage {
  text: string
  language: Language
}

/** The least time to read one page. */
const PAGE_AT_LEAST_MS = 4000

/** Between a title and what it is about. */
const JOINED_BY: Partial<Record<Language, string>> = { ja: '　', 'ja-x-easy': '　', 'zh-Hans': '　', 'zh-Hant': '　' }

/**
 * What a scene says on a single line `ems` wide, page by page: a notice its title and its text, anything else its title. Where
 * the two are written in different languages each keeps to pages of its own.
 */
export function linePages(scene: SceneContent, language: KioskLanguage, ems: number): LinePage[] {
  const title = textIn(scene.title, language)
  const body = scene.kind === 'notice' ? textIn(scene.body, language) : null
  const parts =
    body === null
      ? [title]
      : body.language === title.language
        ? [{ ...title, text: [title.text, oneLine(body.text)].join(JOINED_BY[title.language] ?? ' – ') }]
        : [title, { ...body, text: oneLine(body.text) }]
  return parts.flatMap((part) => pagesOf(part.text, part.language, ems).map((text) => ({ ...part, text })))
}

/** How long each page stays, so that an item that is on for `seconds` shows every page once where there is time for it. */
export function pageMs(seconds: number, pages: number): number {
  return Math.max(PAGE_AT_LEAST_MS, (seconds * 1000) / Math.max(1, pages))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
