import { type Kysely, type RawBuilder, sql } from 'kysely'

const SMALL_AND_LARGE = ['ぁあ', 'ぃい', 'ぅう', 'ぇえ', 'ぉお', 'っつ', 'ゃや', 'ゅゆ', 'ょよ', 'ゎわ']

/** Kana are looked for without their small letters, which kiosks' keys make easy to miss: what was read before is kept so, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const large = SMALL_AND_LARGE.reduce<RawBuilder<unknown>>((text, pair) => {
    return sql`replace(${text}, ${sql.lit(pair.charAt(0))}, ${sql.lit(pair.charAt(1))})`
  }, sql.ref('reading'))
  await sql`update caption set reading = ${large} where reading is not null`.execute(db)
}
