import type { Alert, Language, PhraseInReview, Texts } from '@akari/protocol'
import { partOf, unitOf } from './sections.ts'

/** What stands in a gap of a phrase, so that the preview reads like the real thing. */
const GAPS: Readonly<Record<string, string>> = {
  intensity: 'intensities.5-',
  headline: 'alerts.heavyRain4.headline',
  city: 'places.city',
  town: 'places.city',
  name: 'glass.stageProtect',
}
/** What is a figure in every language. */
const FIGURES: Readonly<Record<string, string>> = { date: '11/22', time: '14:05', count: '3' }
const ANY_FIGURE = '1'

/** Where a phrase that stands in others is shown. */
const HOSTS: readonly (readonly [begins: string, host: string, gap: string | null])[] = [
  ['intensities.', 'alerts.earthquakeStrong', 'intensity'],
  ['areas.', 'alerts.heavyRain4', null],
  ['places.', 'alerts.heavyRain4', null],
  ['sources.', 'alerts.heavyRain4', null],
]

const LOOKS: readonly (readonly [RegExp, Alert['hazard'], Alert['presentation']['symbol']])[] = [
  [/^alerts\.(earthquakeEarlyWarning|afterEarlyWarning)|^endings\.eew/, 'earthquake-early-warning', 'earthquake'],
  [/arthquake|longPeriod|nankaiTrough/, 'earthquake', 'earthquake'],
  [/^alerts\.(tsunami|stormSurge|highWaves)/, 'tsunami', 'tsunami'],
  [/^alerts\.landslide/, 'landslide', 'landslide'],
  [/^alerts\.flood/, 'flood', 'flood'],
  [/now|avalanche|frost|ccretion|lowTemperature/i, 'heavy-snow', 'snow'],
  [/^alerts\.(storm|tornado)/, 'storm', 'wind'],
  [/^alerts\.heat/, 'heat', 'heat'],
  [/olcano|eruption/, 'volcano', 'volcano'],
  [/^templates\.buildingFire/, 'fire', 'exit'],
  [/^(templates|evacuation)/, 'evacuation', 'exit'],
  [/^(alerts|endings|corrected|areas|places|sources)/, 'heavy-rain', 'rain'],
]

/**
 * An alert that says a phrase as the glass would say it, in Japanese, English and `language` alone. A phrase that stands
 * inside others (a place, an intensity) is shown in one of those.
 */
export function alertSaying(
  key: string,
  phrases: readonly PhraseInReview[],
  language: Language,
  sender: Texts,
  sentAt: string,
): Alert {
  const book = new Map(phrases.map((phrase) => [phrase.key, phrase.texts]))
  const [begins, hostId, gap] = HOSTS.find(([start]) => key.startsWith(start)) ?? [null, null, null]
  const unit = hostId ?? unitOf(key)
  const gaps = gap === null ? GAPS : { ...GAPS, [gap]: key }
  const said = (wanted: string | undefined): Texts | null => {
    const texts = wanted === undefined ? undefined : book.get(wanted)
    return texts === undefined ? null : filledIn(texts, gaps, book, language)
  }
  const own = partOf(key) === null && hostId === null ? key : undefined
  const headline = said(own) ?? said(headlineOf(unit, key, book)) ?? said('alerts.heavyRain4.headline')
  const instruction = said(`${unit}.instruction`) ?? said('cap.instruction')
  const isPlace = begins === 'areas.' || begins === 'places.'
  const area = said(isPlace ? key : 'places.city')
  const level = levelOf(unit)
  const [, hazard, symbol] = LOOKS.find(([names]) => names.test(unit)) ?? [null, 'other', 'info']
  const mirror: Texts = { ja: key }
  return {
    id: `preview-${key}`,
    source: { kind: 'operator', name: (key.startsWith('sources.') ? said(key) : null) ?? sender, reference: 'preview' },
    category: 'Safety',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    hazard,
    level,
    class: null,
    intensity: null,
    phase: phaseOf(unit),
    target: { kind: 'all' },
    presentation: { mode: 'fullScreen', field: fieldOf(unit, hazard, level), symbol },
    words: { headline: headline ?? mirror, instruction: instruction ?? mirror, area: area ?? sender },
    sentAt,
    expiresAt: null,
  }
}

/** The phrase itself where it is a headline, else the headline of its unit: an order has one with its level. */
function headlineOf(unit: string, key: string, book: ReadonlyMap<string, Texts>): string | undefined {
  if (partOf(key) === 'headline' && book.has(key)) return key
  return [`${unit}.headline`, `${unit}.levelled`, unit].find((name) => book.has(name))
}

/** Only the three languages that stand together on the glass, each gap filled in its own. */
function filledIn(
  texts: Texts,
  gaps: Readonly<Record<string, string>>,
  book: ReadonlyMap<string, Texts>,
  language: Language,
): Texts {
  const fill = (text: string, own: Language, depth: number): string =>
    text.replaceAll(/\{(\w+)\}/g, (_gap, name: string) => {
      const value = gaps[name] === undefined ? undefined : book.get(gaps[name])
      if (value === undefined || depth === 0) return FIGURES[name] ?? ANY_FIGURE
      return fill(value[own] ?? value.en ?? value.ja, own, depth - 1)
    })
  const filled: Texts = { ja: fill(texts.ja, 'ja', 2) }
  for (const own of ['en', language] as const) {
    const text = texts[own]
    if (text !== undefined) filled[own] = fill(text, own, 2)
  }
  return filled
}

function phaseOf(unit: string): Alert['phase'] {
  if (!unit.startsWith('endings.')) return 'inForce'
  return /cancelled/i.test(unit) ? 'cancelled' : 'cleared'
}

function levelOf(unit: string): Alert['level'] {
  switch (/[2-5]$/.exec(unit)?.[0] ?? unit) {
    case '2':
      return 2
    case '3':
    case 'evacuation.orders.elderly':
      return 3
    case '4':
    case 'evacuation.orders.order':
      return 4
    case '5':
    case 'evacuation.orders.emergency':
      return 5
    default:
      return null
  }
}

function fieldOf(unit: string, hazard: Alert['hazard'], level: Alert['level']): Alert['presentation']['field'] {
  if (hazard === 'earthquake-early-warning') return 'eew'
  if (level !== null) return `level${level}`
  if (unit.startsWith('templates.')) return 'evacuation'
  if (/special/i.test(unit)) return 'level5'
  return /advisory|felt|heat|thunder|fog|dry|frost/i.test(unit) ? 'level2' : 'level3'
}
