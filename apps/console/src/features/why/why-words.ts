import type { Why } from '@akari/programme'
import type { DayKind, Instant, Programme } from '@akari/protocol'
import { type TFunction } from 'i18next'
import { toLocal, TIME_ZONE } from '../../parts/local-time.ts'
import { soundWords } from '../../parts/sound-words.ts'
import type { When } from '../../parts/when.ts'
import type { Names } from './names.ts'
import { nothingToShow } from './nothing-to-show.ts'

export type WordDeps = { t: TFunction; when: When; names: Names; programme: Programme | null; atMs: number }

/** A reason as a sentence of a city hall. Every code has one: a new code does not compile until it has. */
export function sentenceOf(why: Why, deps: WordDeps): string {
  const { t, names } = deps
  const clock = (at: Instant): string => clockWords(at, deps)
  const next = (at: Instant | null): string => (at === null ? t('why.noNext') : t('why.next', { at: clock(at) }))
  switch (why.code) {
    case 'alerts-take-over':
      return t(`why.say.alerts-take-over.${why.phase}`)
    case 'alert-not-shown':
      return t(`why.say.alert-not-shown.${why.because}`)
    case 'alert-beside':
      return t(`why.say.alert-beside.${why.kind}`)
    case 'on-battery':
      return t('why.say.on-battery')
    case 'takeover-wins':
      return t('why.say.takeover-wins', { at: clock(why.endsAt) })
    case 'takeover-has-nothing-to-show':
      return nothingToShow(why.playlistId, deps)
    case 'takeover-behind':
      return t('why.say.takeover-behind')
    case 'takeover-behind-session':
      return t('why.say.takeover-behind-session')
    case 'takeover-waits':
      return t('why.say.takeover-waits', { at: clock(why.until) })
    case 'takeover-not-yet':
      return t('why.say.takeover-not-yet', { at: clock(why.startsAt) })
    case 'takeover-over':
      return t('why.say.takeover-over', { at: clock(why.endedAt) })
    case 'outside-hours':
      return why.opensAt === null ? t('why.say.never-on') : t('why.say.outside-hours', { at: clock(why.opensAt) })
    case 'within-hours':
      return why.closesAt === null ? t('why.say.open') : t('why.say.within-hours', { at: clock(why.closesAt) })
    case 'always-open':
      return t('why.say.always-open')
    case 'day-is':
      return t('why.say.day-is', { day: dayWords(why.kinds, why.holiday, deps) })
    case 'visit-holds':
      return t('why.say.visit-holds', { at: clock(why.until) })
    case 'sound-on':
    case 'sound-off':
      return soundWords(why, t, clock)
    case 'ticker-shown':
      return t('why.say.ticker-shown')
    case 'entry-wins':
      return t('why.say.entry-wins', { from: clock(why.startsAt), to: clock(why.endsAt) })
    case 'interrupt-plays':
      return t('why.say.interrupt-plays', { percent: Math.round(why.share * 100) })
    case 'interrupt-waits':
      return why.nextAt === null
        ? t('why.say.interrupt-used-up')
        : t('why.say.interrupt-waits', { at: clock(why.nextAt) })
    case 'condition-not-met':
      return t(`why.say.condition-not-met.${why.because}`, { value: valueWords(why.value, deps) })
    case 'entry-dropped':
      return t('why.say.entry-dropped', { by: names.of(why.by) })
    case 'entry-waits':
      return t('why.say.entry-waits', { at: clock(why.until) })
    case 'entry-has-nothing-to-show':
    case 'default-has-nothing-to-show':
      return nothingToShow(why.playlistId, deps)
    case 'items-not-valid':
      return t('why.say.items-not-valid', { playlist: names.of(why.playlistId), count: why.itemIds.length })
    case 'behind':
      return behindWords(why, deps)
    case 'day-left-out':
      return `${t('why.say.day-left-out', { day: dayWords(why.kinds, why.holiday, deps) })}${next(why.nextAt)}`
    case 'day-not-meant':
      return `${t('why.say.day-not-meant', { days: dayWords(why.only, null, deps) })}${next(why.nextAt)}`
    case 'start-left-out':
      return `${t('why.say.start-left-out')}${next(why.nextAt)}`
    case 'not-begun':
      return `${t('why.say.not-begun', { day: deps.when.date(why.from) })}${next(why.nextAt)}`
    case 'over':
      return why.endedAt === null ? t('why.say.never-again') : t('why.say.over', { at: clock(why.endedAt) })
    case 'outside-window':
      return `${t(why.endedAt === null ? 'why.say.not-its-time' : 'why.say.ended', { at: clock(why.endedAt ?? '') })}${next(why.nextAt)}`
    case 'rule-not-followed':
      return t(`why.say.rule-not-followed.${why.problem}`)
    case 'no-entry-due':
    case 'schedule-not-unrolled':
    case 'clock-unknown':
    case 'default-playlist':
    case 'no-default-playlist':
    case 'no-programme':
      return t(`why.say.${why.code}`)
  }
}

function behindWords(why: Extract<Why, { code: 'behind' }>, { t, names, programme }: WordDeps): string {
  const by = names.of(why.by)
  if (why.because !== 'priority') return t(`why.say.behind.${why.because}`, { by })
  const of = (id: string) => programme?.entries.find((entry) => entry.id === id)
  const priority = t(`priority.${of(why.by)?.priority ?? 'normal'}`)
  const own = of(why.entryId)
  const sentence = t('why.say.behind.priority', { by, priority, own: t(`priority.${own?.priority ?? 'normal'}`) })
  if (own?.onHigher !== 'pause' && own?.onHigher !== 'never') return sentence
  return `${sentence}${t(`why.afterwards.${own.onHigher}`)}`
}

/** 「文化の日」, or 閉庁日・年末年始. */
function dayWords(kinds: readonly DayKind[], holiday: string | null, { t }: WordDeps): string {
  const named = kinds.map((kind) =>
    kind === 'holiday' && holiday !== null ? t('why.holiday', { name: holiday }) : t(`why.day.${kind}`),
  )
  return named.join(t('common.listSeparator'))
}

function valueWords(name: string, { t }: WordDeps): string {
  switch (name) {
    case 'alert-level':
    case 'weather':
    case 'temperature':
    case 'bus-service':
      return t(`why.value.${name}`)
    default:
      return name
  }
}

/** The time of day, with the day where it is not that of the moment asked for. */
export function clockWords(at: Instant, { when, atMs }: Pick<WordDeps, 'when' | 'atMs'>): string {
  if (at === '') return ''
  const sameDay = toLocal(at, TIME_ZONE).slice(0, 10) === toLocal(atMs, TIME_ZONE).slice(0, 10)
  const seconds = Date.parse(at) % 60_000 !== 0
  if (!sameDay) return when.dayAndTime(at)
  return seconds ? when.exact(at) : when.time(at)
}
