import { z } from 'zod'
import { COLOUR } from '../motifs.ts'

export const PosterText = z.strictObject({
  kicker: z.string(),
  title: z.array(z.string()).min(1),
  size: z.enum(['s', 'm', 'l', 'xl', 'xxl']),
  date: z.string(),
  time: z.string(),
  lines: z.array(z.string()),
  contact: z.string(),
})
export type PosterText = z.infer<typeof PosterText>

export type Orientation = 'landscape' | 'portrait'
export interface Theme {
  field: string
  text: string
  accent: string
}

export const PAGE = { landscape: { width: 1920, height: 1080 }, portrait: { width: 1080, height: 1920 } } as const
const TITLE = {
  landscape: { s: 84, m: 98, l: 124, xl: 146, xxl: 208 },
  portrait: { s: 92, m: 100, l: 124, xl: 150, xxl: 220 },
} as const
const FONT: Readonly<Record<string, string>> = { 'zh-Hans': "'Noto Sans SC'", ko: "'Noto Sans KR'" }
const CITY: Readonly<Record<string, string>> = {
  ja: '小金井市',
  en: 'Koganei City',
  'zh-Hans': '小金井市',
  ko: '고가네이시',
}

interface Poster {
  text: PosterText
  language: string
  orientation: Orientation
  theme: Theme
  /** Inner SVG of a 1000 × 1000 picture whose middle 800 × 800 always shows. */
  picture: string
  fontsUrl: string
}

/** One poster as a page of its own: picture and words on one field of colour, read from three metres. */
export function posterPage({ text, language, orientation, theme, picture, fontsUrl }: Poster): string {
  const { width, height } = PAGE[orientation]
  const wide = orientation === 'landscape'
  const face = `${FONT[language] ?? "'BIZ UDPGothic'"}, 'BIZ UDPGothic', sans-serif`
  return `<!doctype html><html lang="${language}"><meta charset="utf-8">
<link rel="stylesheet" href="${fontsUrl}/biz-udpgothic/400.css"><link rel="stylesheet" href="${fontsUrl}/biz-udpgothic/700.css">
<link rel="stylesheet" href="${fontsUrl}/noto-sans-sc/400.css"><link rel="stylesheet" href="${fontsUrl}/noto-sans-sc/700.css">
<link rel="stylesheet" href="${fontsUrl}/noto-sans-kr/400.css"><link rel="stylesheet" href="${fontsUrl}/noto-sans-kr/700.css">
<style>
  * { margin: 0; box-sizing: border-box }
  body { width: ${width}px; height: ${height}px; overflow: hidden; background: ${theme.field}; color: ${theme.text}; font-family: ${face}; position: relative; font-feature-settings: 'palt' }
  svg.picture { position: absolute; ${wide ? 'right: 0; top: 0; width: 900px; height: 1080px' : 'left: 0; top: 0; width: 1080px; height: 900px'} }
  main { position: absolute; ${wide ? 'left: 96px; top: 96px; bottom: 88px; width: 1010px' : 'left: 80px; right: 80px; top: 934px; bottom: 76px'}; display: flex; flex-direction: column }
  :lang(en) { letter-spacing: -.02em }
  .kicker { font-size: ${wide ? 44 : 44}px; font-weight: 700; color: ${theme.accent} }
  h1 { font-size: ${TITLE[orientation][text.size]}px; line-height: 1.16; margin-top: 18px; white-space: nowrap }
  .when { margin-top: ${wide ? 44 : 36}px; font-weight: 700; font-size: 62px; line-height: 1.15; white-space: nowrap }
  .when b { font-size: 1.52em; letter-spacing: -.01em } .when.time { margin-top: 6px; font-size: 50px } .when.time b { font-size: 1.3em }
  ul { list-style: none; padding: 0; margin-top: ${wide ? 34 : 30}px; font-size: ${wide ? 42 : 42}px; line-height: 1.52 }
  footer { margin-top: auto; white-space: nowrap; display: flex; align-items: center; gap: 22px; font-size: 34px }
  footer strong { font-size: 40px } footer i { flex: none; width: 2px; height: 40px; background: currentColor; opacity: .35 }
</style>
<svg class="picture" viewBox="0 0 1000 1000" preserveAspectRatio="xMidYMid slice" overflow="visible">${picture}</svg>
<main><p class="kicker">${text.kicker}</p><h1>${text.title.join('<br>')}</h1>
<p class="when">${figures(text.date)}</p>${text.time === '' ? '' : `<p class="when time">${figures(text.time)}</p>`}
<ul>${text.lines.map((line) => `<li>${line}</li>`).join('')}</ul>
<footer>${cityMark(theme)}<strong>${CITY[language] ?? CITY['ja']}</strong><i></i><span>${text.contact}</span></footer></main></html>`
}

/** Figures stand taller than the words around them, as on any Japanese event poster. */
function figures(text: string): string {
  return text.replace(/\d+(?::\d+)?/g, (digits) => `<b>${digits}</b>`)
}

/** A small light over the city: the sample's own mark, not the city's emblem. */
function cityMark({ text, field }: Theme): string {
  return `<svg width="58" height="58" style="flex: none" viewBox="-29 -29 58 58"><circle r="28" fill="${text}"/><path d="M-17 9C-17-8-7-17 0-17S17-8 17 9Z" fill="${field}"/><rect x="-17" y="12" width="34" height="5" rx="2.5" fill="${field}"/><circle cy="-3" r="5" fill="${text === COLOUR.ink ? COLOUR.amber : text}"/></svg>`
}
