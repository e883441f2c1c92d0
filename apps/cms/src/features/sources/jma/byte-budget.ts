/** Over these 10 GB a day JMA blocks the address; beyond this nothing at all is fetched. */
const NEVER_MORE = 8_000_000_000
const WARN_PART = 0.8

export type Spending = 'free' | 'warned' | 'essential' | 'nothing'

/**
 * How freely bytes may be spent: `warned` from 80 % of the budget, `essential` beyond it (the short feeds and what they name:
 * a city must not go without warnings for our own thrift), `nothing` where JMA itself would block us.
 */
export function spending(bytes: number, budget: number, never = NEVER_MORE): Spending {
  if (bytes >= never) return 'nothing'
  if (bytes >= budget) return 'essential'
  return bytes >= budget * WARN_PART ? 'warned' : 'free'
}

/** The day that a budget is for. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)
}
