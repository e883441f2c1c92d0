import { sql } from 'kysely'

/** As it is compared: half and full width, capitals and small letters are one (Unicode NFKC). */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Has a column of captions these stretches, in this order? */
export function contains(column: 'words' | 'reading', ...stretches: readonly string[]) {
  const literal = stretches.map((text) => searchable(text).replaceAll(/[\\%_]/g, (letter) => `\\${letter}`))
  return sql<boolean>`${sql.ref(column)} like ${`%${literal.join('%')}%`} escape '\\'`
}
