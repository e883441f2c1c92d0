import { type Kysely, sql } from 'kysely'

/** Alerts name their hazard as the agency's telegrams do, and carry class and intensity. The log keeps what was signed. */
export async function up<Tables>(db: Kysely<Tables>): Promise<void> {
  const rows = await sql<{ channel: string; book: string; envelope: string }>`
    select channel, book, envelope from alert_channel`.execute(db)
  for (const { channel, book, envelope } of rows.rows) {
    await sql`update alert_channel set book = ${renamed(book)}, envelope = ${renamed(envelope)}
      where channel = ${channel}`.execute(db)
  }
}

const NAMES: ReadonlyMap<unknown, string> = new Map([
  ['heavyRain', 'heavy-rain'],
  ['stormSurge', 'storm-surge'],
  ['wind', 'storm'],
  ['snow', 'heavy-snow'],
  ['powerLoss', 'power-loss'],
])

/** The same JSON with its alerts as they are written now; the payload of an envelope is JSON in a text. */
function renamed(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => {
      if (key === 'payload' && typeof value === 'string') return renamed(value)
      const isAlert = typeof value === 'object' && value !== null && 'hazard' in value && 'presentation' in value
      return isAlert
        ? { class: null, intensity: null, ...value, hazard: NAMES.get(value.hazard) ?? value.hazard }
        : value
    }),
  )
}
