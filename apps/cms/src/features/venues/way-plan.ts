import {
  type Language,
  type Point,
  type Texts,
  textIn,
  type VenueModel,
  type WayAnswer,
  withoutRuby,
} from '@akari/protocol'
import { metOccupants } from '@akari/wayfinding'
import { type Html, html } from './safe-html.ts'

/** So many metres are drawn around a way, and at least. */
const AROUND_M = 7
const LEAST_M = 30
/** Radius of the dots at both ends, and how far a name gives way to them. */
const DOT_M = 1.1
const SHIFTS_M = [0, 2.1, -2.1]
/** Height of a letter of a name, and how wide one is beside it: full-width ones, others. */
const LETTER_M = 1.25
const WIDTHS = { full: 1, half: 0.56 }

const FILLS: Partial<Record<VenueModel['units'][number]['kind'], string>> = {
  walkway: '#ffffff',
  stairs: '#dfe7ea',
  elevator: '#dfe7ea',
  escalator: '#dfe7ea',
  restroom: '#e6efe9',
  nonpublic: '#d8d5cd',
  void: '#d8d5cd',
}
const ROOM = '#efece4'

/** A way on one floor, drawn: `svg` is one element, as wide as the page. */
export type WayPlan = { levelId: string; svg: string }
type View = { left: number; top: number; wide: number; high: number }

/** The floors that a way passes, in its order, each cut to where the way is, with names in a language. */
export function wayPlans(model: VenueModel, { steps }: WayAnswer, language: Language): WayPlan[] {
  const levelIds = [...new Set(steps.map(({ levelId }) => levelId))]
  return levelIds.flatMap((levelId) => {
    const lines = steps.filter((step) => step.levelId === levelId).map(({ points }) => points)
    return lines.flat().length === 0 ? [] : [{ levelId, svg: planOf(model, levelId, lines, language).text }]
  })
}

function planOf(model: VenueModel, levelId: string, lines: readonly (readonly Point[])[], language: Language): Html {
  const points = lines.flat()
  const view = viewOf(points)
  const rooms = model.units
    .filter((unit) => unit.levelId === levelId)
    .map(({ kind, shape }) => html`<path fill="${FILLS[kind] ?? ROOM}" d="${shape.flat().map(ringOf).join('')}"/>`)
  const way = lines.map((line) => html`<polyline points="${line.map(pointOf).join(' ')}"/>`)
  const [start = [0, 0], end = [0, 0]] = [points[0], points.at(-1)]
  const box = [view.left, view.top, view.wide, view.high].map(tenths).join(' ')
  return html`<svg viewBox="${box}" aria-hidden="true" focusable="false">
<g fill-rule="evenodd" stroke="#8d938f" stroke-width="0.15">${rooms}</g>
<g fill="none" stroke="#00708a" stroke-width="0.8" stroke-linejoin="round" stroke-linecap="round">${way}</g>
<g font-size="${String(LETTER_M)}" text-anchor="middle" fill="#1b1f23" stroke="#ffffff" stroke-width="0.35" paint-order="stroke">${namesOn(model, levelId, view, [start, end], language)}</g>
${dot(start, '#ffffff', '#00708a')}${dot(end, '#00708a', '#ffffff')}</svg>`
}

function viewOf(points: readonly Point[]): View {
  const spread = (values: readonly number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)]
    const long = Math.max(LEAST_M, most - least + 2 * AROUND_M)
    return { from: (least + most - long) / 2, long }
  }
  const [across, down] = [spread(points.map(([x]) => x)), spread(points.map(([, y]) => y))]
  return { left: across.from, top: down.from, wide: across.long, high: down.long }
}

/** Names that lie in the view whole, not over one another nor over the dots: what people look for goes before the rooms. */
function namesOn(model: VenueModel, levelId: string, view: View, dots: readonly Point[], language: Language): Html[] {
  const here = <T extends { levelId: string }>(all: readonly T[]) => all.filter((each) => each.levelId === levelId)
  const taken: View[] = dots.map(([x, y]) => ({ left: x - DOT_M, top: y - DOT_M, wide: 2 * DOT_M, high: 2 * DOT_M }))
  // What the kiosk in the lobby does not name is no business of a telephone either.
  const shown = here(model.units).filter(({ passage, kind }) => passage === 'public' && kind !== 'nonpublic')
  const named = [
    ...here(metOccupants(model)),
    ...shown.flatMap(({ name, labelAt }) => (name === null ? [] : [{ name, at: labelAt }])),
  ]
  return named.flatMap(({ name, at: [x, middle] }) => {
    const text = plain(name, language)
    const wide = widthOf(text)
    const boxOf = (y: number) => ({ left: x - wide / 2, top: y - LETTER_M * 0.7, wide, high: LETTER_M * 1.4 })
    const y = SHIFTS_M.map((shift) => middle + shift).find((at) => {
      return isInside(boxOf(at), view) && !taken.some((other) => overlap(boxOf(at), other))
    })
    if (y === undefined) return []
    taken.push(boxOf(y))
    return [html`<text x="${tenths(x)}" y="${tenths(y + LETTER_M / 3)}">${text}</text>`]
  })
}

/** Readings in brackets behind a name would not find room. */
function plain(name: Texts, language: Language): string {
  return withoutRuby(textIn(name, language).text).replaceAll(/（[ぁ-んァ-ヶー ]+）/g, '')
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + LETTER_M * WIDTHS[letter > '\u2E7F' ? 'full' : 'half'], 0)
}

function isInside(box: View, view: View): boolean {
  return (
    box.left >= view.left &&
    box.top >= view.top &&
    box.left + box.wide <= view.left + view.wide &&
    box.top + box.high <= view.top + view.high
  )
}

function overlap(a: View, b: View): boolean {
  return a.left < b.left + b.wide && b.left < a.left + a.wide && a.top < b.top + b.high && b.top < a.top + a.high
}

function dot([x, y]: Point, fill: string, stroke: string): Html {
  return html`<circle cx="${tenths(x)}" cy="${tenths(y)}" r="0.9" fill="${fill}" stroke="${stroke}" stroke-width="0.35"/>`
}

function ringOf(ring: readonly Point[]): string {
  return `M${ring.map(pointOf).join('L')}Z`
}

function pointOf([x, y]: Point): string {
  return `${tenths(x)},${tenths(y)}`
}

function tenths(metres: number): string {
  return String(Math.round(metres * 10) / 10)
}
