import type { HolidayCalendar, OfficeCalendar, OfficeDaysInput, OfficeDaysView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { OfficeDaysStore } from './office-days.store.ts'
import texts from './office-days.texts.json' with { type: 'json' }

export type OfficeDaysService = ReturnType<typeof officeDaysService>

/**
 * As the ordinances on holidays of municipalities have it (地方自治法 第4条の2): closed on Saturdays, Sundays and from 29 December
 * to 3 January. 祝日 are closed besides.
 */
const USUAL: Omit<OfficeDaysInput, 'version'> = {
  closedWeekdays: ['SA', 'SU'],
  closedDates: [],
  openDates: [],
  yearEnd: { from: '12-29', to: '01-03' },
}

/** 開庁日・閉庁日: what staff say of the days of the city hall. `malformed` for a day both closed and open, `conflict` on an old version. */
export function officeDaysService(
  deps: Omit<ServiceDeps, 'newId'> & { store: OfficeDaysStore; holidays: () => Promise<HolidayCalendar> },
) {
  const current = async (): Promise<OfficeDaysView> => {
    const held = await deps.store.load()
    if (held === null) return { ...USUAL, version: 0, updatedAt: null }
    return { ...held.days, version: held.version, updatedAt: held.updatedAt }
  }
  return {
    current,
    /** As programmes need it, with the national holidays. */
    calendar: async (): Promise<OfficeCalendar> => {
      const { closedWeekdays, closedDates, openDates, yearEnd } = await current()
      const { holidays } = await deps.holidays()
      const named = holidays.map(({ date, name }) => ({ date, name: name.ja }))
      return { holidays: named, closedWeekdays, closedDates, openDates, yearEnd }
    },
    replace: async (input: OfficeDaysInput, actor: Actor): Promise<OfficeDaysView> => {
      const { version, closedWeekdays, yearEnd } = input
      const [closedDates, openDates] = [inOrder(input.closedDates), inOrder(input.openDates)]
      const both = closedDates.filter((date) => openDates.includes(date))
      if (both.length > 0) {
        const text = sentence(texts.bothClosedAndOpen, { dates: both.join('、') })
        throw new AppError('malformed', text, [{ path: 'openDates', message: text }])
      }
      const before = await current()
      const days = { closedWeekdays, closedDates, openDates, yearEnd }
      const updatedAt = deps.now().toISOString()
      if (!(await deps.store.save({ days, version: version + 1, updatedAt }, version))) throw new AppError('conflict')
      const added = (kind: 'closedDates' | 'openDates') => days[kind].filter((date) => !before[kind].includes(date))
      await deps.audit(actor, 'office-days.change', 'office-days', {
        closed: added('closedDates'),
        open: added('openDates'),
        version: version + 1,
      })
      deps.announce('schedule')
      return { ...days, version: version + 1, updatedAt }
    },
  }
}

function inOrder(dates: readonly string[]): string[] {
  return [...new Set(dates)].sort()
}
