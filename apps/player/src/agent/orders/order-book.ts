import { faultText, JsonFile } from '@akari/node-kit'
import { Id, type Order, OrderOutcome } from '@akari/protocol'
import { z } from 'zod'
import type { Faults } from '../faults.ts'

/** Ids are made by the CMS and never come again; so many are remembered. */
const MOST = 200

const Entry = z.object({ id: Id, outcome: OrderOutcome.nullable(), reported: z.boolean() })
const Book = z.array(Entry).max(MOST)
type Entry = z.infer<typeof Entry>

/** Which orders were begun, on the disk before they are: none is carried out twice, whatever dies in between. */
export type OrderBook = {
  /** True once for each id, when it is safe on the disk. */
  begin: (order: Pick<Order, 'id'>) => Promise<boolean>
  finish: (id: Id, outcome: OrderOutcome) => Promise<void>
  /** Outcomes that the CMS was not told yet, oldest first. */
  unreported: () => { id: Id; outcome: OrderOutcome }[]
  reported: (id: Id) => Promise<void>
}

/** What was under way when the agent ended is `failed`, unless it was to end it and said so before. */
export async function openOrderBook(path: string, faults: Faults): Promise<OrderBook> {
  const file = new JsonFile(Book, path)
  const loaded = await file.load()
  if (loaded.state === 'corrupt') faults.report('saved-orders-unreadable', path)
  const left: Entry[] = loaded.state === 'ok' ? loaded.value : []
  const interrupted: OrderOutcome = { state: 'failed', detail: 'interrupted' }
  let entries: Entry[] = left.map((entry) => ({ ...entry, outcome: entry.outcome ?? interrupted }))

  const change = async (id: Id, to: Partial<Entry>): Promise<void> => {
    entries = entries.map((entry) => (entry.id === id ? { ...entry, ...to } : entry))
    await file.save(entries)
  }
  return {
    begin: async ({ id }) => {
      if (entries.some((entry) => entry.id === id)) return false
      const before = entries
      entries = [...entries, { id, outcome: null, reported: false }].slice(-MOST)
      try {
        await file.save(entries)
      } catch (error) {
        // Not on the disk: after a restart it would be done again, so it is not done at all.
        entries = before
        faults.report('order-not-saved', faultText(error))
        return false
      }
      return true
    },
    finish: (id, outcome) => change(id, { outcome }),
    unreported: () =>
      entries.flatMap(({ id, outcome, reported }) => (outcome === null || reported ? [] : [{ id, outcome }])),
    reported: (id) => change(id, { reported: true }),
  }
}
