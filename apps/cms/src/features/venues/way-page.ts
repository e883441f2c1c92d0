import { type Language, rubyParts, type Texts, textIn, type WayToTake, withoutRuby } from '@akari/protocol'
import { html, raw } from './safe-html.ts'
import words from './way-page.texts.json' with { type: 'json' }
import type { TakenWay } from './way-work.ts'

type WordKey = keyof (typeof words)['ja']
/** The page's own words; the steps themselves are told in every language. */
const WORDS: Partial<Record<Language, Record<WordKey, string>>> & { ja: Record<WordKey, string> } = words

const STYLE = `:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#faf8f4;color:#1b1f23;font:1.125rem/1.6 "BIZ UDPGothic","Hiragino Sans","Noto Sans CJK JP",system-ui,sans-serif}
main{max-width:36rem;margin:0 auto;padding:1.5rem 1rem 3rem}h1{font-size:1.6rem;line-height:1.3;margin:0}
.sum{margin:.25rem 0 1.5rem;color:#4b5358}h2{font-size:1rem;margin:2rem 0 .5rem;padding:.15rem .75rem;background:#00708a;color:#fff;border-radius:.25rem;width:max-content}
svg{display:block;width:100%;max-height:60vh;background:#e7e3da;border-radius:.5rem}
ol{list-style:none;margin:.75rem 0 0;padding:0}li{display:flex;gap:.75rem;padding:.75rem 0;border-bottom:1px solid #d9d4c8}
li b{flex:0 0 2rem;height:2rem;border-radius:50%;background:#1b1f23;color:#fff;text-align:center;line-height:2rem;font-size:1rem}
.note{margin-top:2rem;color:#4b5358;font-size:1rem}rt{font-size:.55em}`

/** A way as a page for telephones: no script, nothing from elsewhere, readable without the plan. */
export function wayPage({ lang }: Pick<WayToTake, 'lang'>, { name, answer, levels, plans }: TakenWay): string {
  const numbered = answer.steps.map((step, n) => ({ ...step, number: n + 1 }))
  const minutes = String(Math.max(1, Math.round(answer.seconds / 60)))
  const sum = said('sum', lang, { minutes, metres: String(Math.round(answer.metres)) })
  const floors = plans.map(({ levelId, svg }) => {
    const steps = numbered
      .filter((step) => step.levelId === levelId)
      .map(({ number, text }) => html`<li><b>${String(number)}</b><span>${spoken(text, lang)}</span></li>`)
    const floor = levels.find(({ id }) => id === levelId)?.shortName ?? { ja: '' }
    return html`<section><h2>${textIn(floor, lang).text}</h2>${raw(svg)}<ol>${steps}</ol></section>`
  })
  const goal = name ?? wordsOf('goal')
  const part = answer.found ? '' : html`<p role="alert">${spoken(wordsOf('partly'), lang)}</p>`
  return document(
    lang,
    textIn(goal, lang).text,
    html`<h1>${spoken(goal, lang)}</h1><p class="sum">${sum}</p>${part}${floors}`,
  )
}

/** What a telephone is told where there is no such way any more. */
export function noWayPage(lang: Language): string {
  return document(
    lang,
    said('goneTitle', lang),
    html`<h1>${spoken(wordsOf('goneTitle'), lang)}</h1><p>${spoken(wordsOf('gone'), lang)}</p>`,
  )
}

function document(lang: Language, title: string, body: ReturnType<typeof html>): string {
  return html`<!doctype html><html lang="${lang === 'ja-x-easy' ? 'ja' : lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${withoutRuby(title)}</title><style>${raw(STYLE)}</style></head><body><main>${body}<p class="note">${spoken(wordsOf('note'), lang)}</p></main></body></html>`
    .text
}

/** One word in the languages that the page has it in. */
function wordsOf(key: WordKey): Texts {
  return {
    ...Object.fromEntries(Object.entries(WORDS).map(([language, all]) => [language, all[key]])),
    ja: WORDS.ja[key],
  }
}

function said(key: WordKey, lang: Language, values: Record<string, string> = {}): string {
  return textIn(wordsOf(key), lang).text.replaceAll(/\{(\w+)\}/g, (_gap, name: string) => values[name] ?? '')
}

/** A text with its readings above it, marked with the language that it is really in. */
function spoken(texts: Texts, lang: Language) {
  const { text, language } = textIn(texts, lang)
  const parts = rubyParts(text).map(({ base, reading }) =>
    reading === null ? html`${base}` : html`<ruby>${base}<rt>${reading}</rt></ruby>`,
  )
  return html`<span lang="${language === 'ja-x-easy' ? 'ja' : language}">${parts}</span>`
}
