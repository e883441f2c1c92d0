import type { Service } from '../model/service.ts'
import { dayOf } from './fields.ts'
import { eachRow, type Tables } from './tables.ts'

/** Exceptions in all; a feed of ten years with a thousand services has fewer. */
const MOST_EXCEPTIONS = 2_000_000
/** Days that calendar.txt may span: a service until the year 9999 is one without an end. */
const MOST_DAYS = 366 * 50

type Mutable = Service & { added: Set<number>; removed: Set<number> }

/** calendar.txt and calendar_dates.txt, either of which may be missing. */
export function readServices(tables: Tables): Map<string, Service> {
  const services = new Map<string, Mutable>()
  const columns = [
    'service_id',
    'start_date',
    'end_date',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
  ]
  eachRow(tables, 'calendar.txt', columns, 3, ([id = '', start = '', end = '', ...weekdays]) => {
    if (services.has(id)) return tables.report('duplicate-id', 'calendar.txt', id)
    const [from, until] = [dayOf(start), dayOf(end)]
    if (from === null || until === null) return tables.report('date-unreadable', 'calendar.txt', `${start} ${end}`)
    const mask = weekdays.reduce((sum, runs, bit) => sum | (runs === '1' ? 1 << bit : 0), 0)
    services.set(id, serviceOf(id, mask, from, Math.min(until, from + MOST_DAYS)))
  })
  let exceptions = 0
  eachRow(
    tables,
    'calendar_dates.txt',
    ['service_id', 'date', 'exception_type'],
    3,
    ([id = '', date = '', kind = '']) => {
      const day = dayOf(date)
      if (day === null || (kind !== '1' && kind !== '2') || exceptions++ > MOST_EXCEPTIONS)
        return tables.report('date-unreadable', 'calendar_dates.txt', `${id} ${date} ${kind}`)
      const service = services.get(id) ?? serviceOf(id, 0, 0, -1)
      services.set(id, service)
      ;(kind === '1' ? service.added : service.removed).add(day)
    },
  )
  return services
}

function serviceOf(id: string, weekdays: number, from: number, until: number): Mutable {
  return { id, weekdays, from, until, added: new Set(), removed: new Set() }
}
