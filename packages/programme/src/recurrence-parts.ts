/** One part of an RRULE and whether its value may stand there (RFC 5545 §3.3.10). */
type Check = (value: string) => boolean

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY']
const WEEKDAY = 'MO|TU|WE|TH|FR|SA|SU'

function numbers(max: number, sign: 'unsigned' | 'signed', min = 1): Check {
  const shape = sign === 'signed' ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/
  return (value) =>
    value.split(',').every((item) => shape.test(item) && Math.abs(Number(item)) >= min && Math.abs(Number(item)) <= max)
}

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['FREQ', (value: string) => FREQUENCIES.includes(value)],
  ['INTERVAL', (value: string) => /^[1-9]\d{0,2}$/.test(value)],
  ['COUNT', (value: string) => /^[1-9]\d{0,3}$/.test(value)],
  ['UNTIL', (value: string) => /^\d{8}(T\d{6}Z)?$/.test(value)],
  ['WKST', (value: string) => new RegExp(`^(${WEEKDAY})$`).test(value)],
  [
    'BYDAY',
    (value: string) => new RegExp(`^([+-]?[1-9]\\d?)?(${WEEKDAY})(,([+-]?[1-9]\\d?)?(${WEEKDAY}))*$`).test(value),
  ],
  ['BYMONTH', numbers(12, 'unsigned')],
  ['BYMONTHDAY', numbers(31, 'signed')],
  ['BYYEARDAY', numbers(366, 'signed')],
  ['BYWEEKNO', numbers(53, 'signed')],
  ['BYSETPOS', numbers(366, 'signed')],
  ['BYHOUR', numbers(23, 'unsigned', 0)],
  ['BYMINUTE', (value: string) => numbers(59, 'unsigned', 0)(value) && value.split(',').length <= 4],
])

/**
 * Is this the value of an RRULE that a schedule can have (RFC 5545 §3.3.10)? Stricter than the library that evaluates it,
 * which passes over parts and numbers it does not know, so that a slip of the pen would show something else than meant.
 * A playlist that starts every minute or second is not a schedule: MINUTELY, SECONDLY and BYSECOND are refused.
 */
export function isReadableRrule(rrule: string): boolean {
  const parts = rrule.split(';').map((part) => part.split('='))
  const names = parts.map(([name]) => name)
  if (!names.includes('FREQ') || new Set(names).size !== names.length) return false
  if (names.includes('COUNT') && names.includes('UNTIL')) return false
  const everyPartFits = parts.every(
    ([name, value, ...rest]) =>
      name !== undefined && value !== undefined && rest.length === 0 && (CHECKS.get(name)?.(value) ?? false),
  )
  const ordinalDays = /BYDAY=[^;]*\d/.test(rrule)
  return everyPartFits && (!ordinalDays || /FREQ=(MONTHLY|YEARLY)/.test(rrule))
}
