import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { phraseEntries, shippedTowns } from '@akari/alerts'
import { loadSampleGuide } from '@akari/content-samples'
import { Language, readAloud, withoutRuby } from '@akari/protocol'
import { type CDPSession, expect, test } from '@playwright/test'
import { z } from 'zod'
import { type GlassPage, openGlassPage } from '../visual/glass-page.ts'

/** The font whose shapes the readers of a language know; every letter of it must come from here. */
const FAMILY: Record<Language, string> = {
  ja: 'BIZ UDPGothic',
  'ja-x-easy': 'BIZ UDPGothic',
  en: 'BIZ UDPGothic',
  'zh-Hans': 'Noto Sans SC',
  'zh-Hant': 'Noto Sans TC',
  ko: 'Noto Sans KR',
  vi: 'Noto Sans',
  ne: 'Noto Sans',
  fil: 'Noto Sans',
  pt: 'Noto Sans',
  es: 'Noto Sans',
  th: 'Noto Sans Thai',
  id: 'Noto Sans',
  my: 'Noto Sans Myanmar',
  uk: 'Noto Sans',
}
/** Where the words of the glass are, a file for each language: its own, of the kiosk and its maps, boards and posters, of ways, and on battery. */
const WORDS = [
  'scenes/src/locales',
  'scenes/src/kiosk/words',
  'scenes/src/map/words',
  'scenes/src/boards/plain-words',
  'scenes/src/boards/town-map/words',
  'scenes/src/boards/transit/words',
  'scenes/src/posters/words',
  'scenes/src/guidance/words',
  'wayfinding/src/instructions/phrases',
].map((folder) => fileURLToPath(new URL(`../../packages/${folder}/`, import.meta.url)))

let at: GlassPage
let devtools: CDPSession

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
  await at.show('notice')
  devtools = await at.page.context().newCDPSession(at.page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
})
test.afterAll(() => at.close())

for (const language of Language.options) {
  test(`every letter of an emergency in ${language} is in the font of its readers`, async () => {
    const lines = linesIn(language)
    expect(lines.length).toBeGreaterThan(200)
    const letters = [...new Set(lines.flatMap((line) => [...line]))].filter((letter) => !/\s/.test(letter))
    expect(await uncovered(FAMILY[language], letters)).toEqual([])
    for (const weight of ['400', '700']) {
      const used = await fontsFor(lines.join('\n'), language, weight)
      expect(used).toEqual([{ familyName: expect.stringMatching(familyPattern(language)), isCustomFont: true }])
    }
  })
}

test('a letter that no bundled font has is found out', async () => {
  expect(await uncovered('Noto Sans Thai', ['ก', '\u{1F409}', '漢'])).toEqual(['\u{1F409}', '漢'])
  expect((await fontsFor('ก漢', 'th', '700')).map(({ familyName }) => familyName).toSorted()).toEqual([
    'BIZ UDPGothic',
    'Noto Sans Thai',
  ])
})

/** Everything the phrase book, the names of the city and the glass itself say in a language, as it is drawn. */
function linesIn(language: Language): string[] {
  const book = phraseEntries().map(({ texts }) => texts)
  const towns = shippedTowns('1321000').map(({ name }) => name)
  const said = [...book, ...towns].flatMap((texts) => texts[language] ?? [])
  return [...said, ...everydayWords(language)].flatMap((line) => [withoutRuby(line), readAloud(line)])
}

/** What the glass says every day, in the languages it has, and what visitors of the sample city hall ask. */
function everydayWords(language: Language): string[] {
  const { errands, faqs } = loadSampleGuide()
  const asked = [
    ...errands.map(({ name }) => name),
    ...faqs.flatMap(({ question, answer }) => [question, answer]),
  ].flatMap((labels) => Object.entries(labels).flatMap(([tag, text]) => (tag === language ? [text] : [])))
  const said = WORDS.map((folder) => `${folder}${language}.json`)
    .filter((file) => existsSync(file))
    .flatMap((file) => Object.values(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))))
  return [...said, ...asked]
}

/** Noto Sans is one family for several scripts; a subset of it may call itself after its script. */
function familyPattern(language: Language): RegExp {
  return new RegExp(`^${FAMILY[language]}\\b`)
}

/** The letters that no face of the family declares in its `unicode-range`. */
async function uncovered(family: string, letters: readonly string[]): Promise<string[]> {
  return at.page.evaluate(
    ([wanted, all]) => {
      const ranges = [...document.fonts]
        .filter((face) => face.family.replaceAll('"', '') === wanted)
        .flatMap((face) => face.unicodeRange.split(','))
        .map((range) => {
          const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
          return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
        })
      return all.filter((letter) => {
        const code = letter.codePointAt(0) ?? 0
        return !ranges.some(([from, to]) => from <= code && code <= to)
      })
    },
    [family, letters] as const,
  )
}

/** The fonts that Chromium really drew a text with, each once. */
async function fontsFor(
  text: string,
  language: Language,
  weight: string,
): Promise<{ familyName: string; isCustomFont: boolean }[]> {
  await at.page.evaluate(
    async ([words, lang, bold]) => {
      document.querySelector('#glyphs')?.remove()
      const line = document.createElement('p')
      line.id = 'glyphs'
      line.lang = lang
      line.style.fontWeight = bold
      line.textContent = words
      document.querySelector('.ak-stage')?.append(line)
      await document.fonts.load(`${bold} 16px ${getComputedStyle(line).fontFamily}`, words)
      await document.fonts.ready
      line.getBoundingClientRect()
    },
    [text, language, weight] as const,
  )
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#glyphs' })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  const used = fonts.map(({ familyName, isCustomFont }) => ({ familyName, isCustomFont }))
  return [...new Map(used.map((font) => [JSON.stringify(font), font])).values()]
}
