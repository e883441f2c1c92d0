import type { DmdataListItem } from '@akari/protocol'
import type { Pause } from '@akari/node-kit'
import type { DmdataApi } from './api.ts'

/** DMDATA asks for two requests a second at most when it is not a burst. */
const BETWEEN_MS = 500
/** So many pages of a hundred: more than the whole country sends in a day of typhoon. */
const MOST_PAGES = 60

/** Kinds that may concern the place; forecasts and observations, most of the list, are not fetched. */
const WANTED = /^(VXSE5[123]|VXSE62|VTSE|VYSE50|VPWW|VPWS50|VPBS50|VXKO|VPHW|VPFT50|VFVO5[06]|VXWW50)/
/** Of these every office sends its own, and only one speaks for the place. */
const BY_OFFICE = /^VPWW/

export type Missed = { id: string; sentAt: Date; bytes: Uint8Array }

/**
 * What DMDATA sent since a moment, oldest first, one after the other. Throws SourceError, also when the list does not go
 * back that far.
 */
export async function* missedSince(
  since: Date,
  deps: { api: DmdataApi; weatherOffices: readonly string[]; pause: Pause; signal: AbortSignal },
): AsyncGenerator<Missed> {
  const { api, pause, signal } = deps
  const wanted: DmdataListItem[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, nextToken } = await api.sent(cursor, signal)
    const recent = items.filter(({ receivedTime }) => new Date(receivedTime) >= since)
    wanted.push(...recent.filter((item) => isWanted(item, deps.weatherOffices)))
    if (recent.length < items.length || nextToken === undefined) break
    cursor = nextToken
    await pause(BETWEEN_MS, signal)
  }
  for (const { id, head } of wanted.toReversed()) {
    yield { id, sentAt: new Date(head.time), bytes: await api.text(id, signal) }
    await pause(BETWEEN_MS, signal)
  }
}

function isWanted({ head, format, xmlReport }: DmdataListItem, offices: readonly string[]): boolean {
  if (format !== 'xml' || !WANTED.test(head.type)) return false
  const office = xmlReport?.control.editorialOffice ?? null
  return !BY_OFFICE.test(head.type) || office === null || offices.some((each) => office.includes(each))
}
