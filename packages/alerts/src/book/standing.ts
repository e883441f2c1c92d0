import type { AlertSlot, ChannelBook, Id, Instant } from '@akari/protocol'
import { isInForce } from './phase.ts'

/**
 * Older telegrams repeat the new ones minutes later and coarser. A word of theirs counts only where no new telegram spoke
 * of the same thing since an hour before it, and none is in force.
 */
const FALLBACK_AFTER_MS = 3600_000

/**
 * Does this alert stand back behind another word on the same thing? Told from the whole book, so that it does not matter
 * which of them came first.
 */
export function standsBack(book: ChannelBook, id: Id, now: Instant): boolean {
  const slot = book.slots[id]
  if (slot === undefined) return false
  const legacy = /^jma\.legacy\.(.+)\.([^.]+)$/.exec(id)
  if (legacy !== null) {
    const [, key = '', city = ''] = legacy
    return (
      newSlots(book, key, city).some((newer) => outranks(newer, slot, now)) || isSaidTwice(book, key, city, slot, now)
    )
  }
  const earlyForecast = /^jma\.VXSE45\.(.+)$/.exec(id)
  const warning = earlyForecast === null ? undefined : book.slots[`jma.VXSE43.${earlyForecast[1] ?? ''}`]
  return warning !== undefined && isInForce(warning.alert, now)
}

/** 洪水 of the older telegrams is 大雨 and the rivers of the new ones. */
function newSlots(book: ChannelBook, key: string, city: string): AlertSlot[] {
  const own = book.slots[`jma.${key === 'landslide-notice' ? 'landslide' : key}.${city}`]
  const slots = own === undefined ? [] : [own]
  if (key !== 'flood') return slots
  const rain = book.slots[`jma.heavy-rain.${city}`]
  const rivers = Object.entries(book.slots).flatMap(([id, slot]) => (id.startsWith('jma.flood.') ? [slot] : []))
  return [...slots, ...(rain === undefined ? [] : [rain]), ...rivers]
}

function outranks(newer: AlertSlot, legacy: AlertSlot, now: Instant): boolean {
  return isInForce(newer.alert, now) || reportedMs(legacy) <= reportedMs(newer) + FALLBACK_AFTER_MS
}

/** VXWW50 is 土砂災害 at level 4, VPWW53 the same at 3 or at 5: the graver one says it. */
function isSaidTwice(book: ChannelBook, key: string, city: string, slot: AlertSlot, now: Instant): boolean {
  if (key !== 'landslide' && key !== 'landslide-notice') return false
  const twin = book.slots[`jma.legacy.${key === 'landslide' ? 'landslide-notice' : 'landslide'}.${city}`]?.alert ?? null
  if (!isInForce(twin, now)) return false
  if (!isInForce(slot.alert, now)) return true
  const difference = (twin.level ?? 0) - (slot.alert.level ?? 0)
  return difference > 0 || (difference === 0 && key === 'landslide')
}

/** Orders of the weather begin with the time of the report. */
function reportedMs(slot: AlertSlot): number {
  return slot.order[0] ?? 0
}
