import type { Alert, AlertClass, WarningLevel } from '@akari/protocol'
import { msOf } from '../instant.ts'
import { alertWords, textsOf } from '../phrase-book.ts'
import type { Place } from '../place.ts'
import type { WarningKind, WeatherWarning } from '../telegram.ts'
import { comparable } from '../xml/element.ts'
import { rankOf } from './info-type.ts'
import type { Told, Verdict, VerdictChannel, Word } from './verdict.ts'

type HeavyRainLevel = Exclude<WarningLevel, 1>
type Standing =
  | { kind: 'inForce'; level: HeavyRainLevel }
  | { kind: 'released' }
  | { kind: 'none' }
  | { kind: 'unknown' }

/** 別表3 of 気象警報・注意報（Ｒ０６）, heavy rain. */
const LEVEL_OF_CODE: ReadonlyMap<string, HeavyRainLevel> = new Map([
  ['33', 5],
  ['43', 4],
  ['03', 3],
  ['10', 2],
])
const LEVEL_OF_NAME: ReadonlyMap<string, HeavyRainLevel> = new Map([
  ['レベル5', 5],
  ['レベル4', 4],
  ['レベル3', 3],
  ['レベル2', 2],
])

const CLASS_OF_LEVEL: Record<HeavyRainLevel, AlertClass> = { 5: 'special', 4: 'danger', 3: 'warning', 2: 'advisory' }

/** What VPWW55 means for the city: its own item decides, and each telegram replaces all that was known before. */
export function assessWeatherWarning(telegram: WeatherWarning, place: Place, channel: VerdictChannel): Verdict {
  const { envelope } = telegram
  const silent = { channel, hazard: 'heavy-rain', level: null, class: null, intensity: null } as const satisfies Omit<
    Told,
    'reason'
  >
  const word: Word = {
    slot: `jma.${telegram.code}.${place.city.code}`,
    order: [msOf(envelope.reportedAt), msOf(envelope.controlAt), rankOf(envelope.infoType)],
    keepUntil: null,
    sentAt: envelope.reportedAt,
  }
  if (envelope.infoType === 'cancel') {
    return place.weatherOffices.some((office) => comparable(office) === comparable(envelope.editorialOffice))
      ? { effect: 'cancel', ...silent, ...word, notice: true, reason: 'message-cancelled' }
      : { effect: 'none', ...silent, reason: 'other-office' }
  }
  const items = telegram.cities.filter((city) => city.code === place.city.code)
  if (items.length === 0) return { effect: 'none', ...silent, reason: 'not-in-area' }
  const standing = standingOf(items.flatMap((item) => item.kinds))
  switch (standing.kind) {
    case 'inForce': {
      const alert = heavyRainAlert(word.slot, standing.level, telegram, place)
      const told: Told = { ...silent, level: alert.level, class: alert.class, reason: 'warning-in-force' }
      return { effect: 'raise', alert, longestMs: null, ...told, ...word }
    }
    case 'released':
      return { effect: 'clear', ...silent, ...word, notice: true, reason: 'released' }
    case 'none':
      return { effect: 'clear', ...silent, ...word, notice: true, reason: 'none-in-force' }
    case 'unknown':
      return { effect: 'hold', ...silent, ...word, alert: null, reason: 'unreadable-kind' }
  }
}

/** The gravest kind in force decides; one that cannot be understood never takes a warning off the glass. */
function standingOf(kinds: readonly WarningKind[]): Standing {
  const each = kinds.map(standingOfKind)
  const levels = each.flatMap((standing) => (standing.kind === 'inForce' ? [standing.level] : []))
  const [gravest] = levels.toSorted((a, b) => b - a)
  if (gravest !== undefined) return { kind: 'inForce', level: gravest }
  if (each.length === 0 || each.some((standing) => standing.kind === 'unknown')) return { kind: 'unknown' }
  return each.some((standing) => standing.kind === 'released') ? { kind: 'released' } : { kind: 'none' }
}

/** In force means: a code, and a status other than 解除, for a released kind keeps its code in the Body. */
function standingOfKind(kind: WarningKind): Standing {
  const status = comparable(kind.status ?? '')
  if (status === '解除' || kind.code === '00') return { kind: 'released' }
  if (kind.code === null) return status === '発表警報・注意報はなし' ? { kind: 'none' } : { kind: 'unknown' }
  const level = LEVEL_OF_CODE.get(kind.code) ?? LEVEL_OF_NAME.get(comparable(kind.name ?? '').slice(0, 4))
  return level === undefined ? { kind: 'unknown' } : { kind: 'inForce', level }
}

function heavyRainAlert(id: string, level: HeavyRainLevel, telegram: WeatherWarning, place: Place): Alert {
  return {
    id,
    source: { kind: 'jma', name: textsOf((phrases) => phrases.sources.jma), reference: telegram.code },
    category: 'Met',
    ...gravity(level),
    certainty: 'Likely',
    hazard: 'heavy-rain',
    level,
    class: CLASS_OF_LEVEL[level],
    intensity: null,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode: level === 2 ? 'banner' : 'fullScreen', field: `level${level}`, symbol: 'rain' },
    words: alertWords(`heavyRain${level}`, place.city.name),
    sentAt: telegram.envelope.reportedAt,
    expiresAt: null,
  }
}

/** CAP 1.2 urgency and severity of a 警戒レベル相当. */
function gravity(level: HeavyRainLevel): Pick<Alert, 'urgency' | 'severity'> {
  switch (level) {
    case 5:
      return { urgency: 'Immediate', severity: 'Extreme' }
    case 4:
      return { urgency: 'Immediate', severity: 'Severe' }
    case 3:
      return { urgency: 'Expected', severity: 'Moderate' }
    case 2:
      return { urgency: 'Future', severity: 'Minor' }
  }
}
