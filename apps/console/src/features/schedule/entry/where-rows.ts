import type { TargetExpression } from '@akari/protocol'

export const ROW_KINDS = ['tag', 'group', 'display'] as const
type RowKind = (typeof ROW_KINDS)[number]

/** One line of the builder: «印「縦型」 である / でない». */
export type WhereRow = { kind: RowKind; value: string; not: boolean }
export type WhereRows = { joint: 'all' | 'any'; rows: readonly WhereRow[] }

/** An expression as lines; null for one that is nested deeper than lines can say (it must not be rewritten then). */
export function rowsOfWhere(where: TargetExpression | undefined): WhereRows | null {
  if (where === undefined) return { joint: 'all', rows: [] }
  const joint = 'any' in where ? 'any' : 'all'
  const parts = 'all' in where ? where.all : 'any' in where ? where.any : [where]
  const rows = parts.map(rowOf).filter((row) => row !== null)
  return rows.length === parts.length ? { joint, rows } : null
}

/** The expression that lines say; nothing for none. Lines without a value do not count yet. */
export function whereOfRows({ joint, rows }: WhereRows): TargetExpression | undefined {
  const parts = rows.filter(({ value }) => value !== '').map(leafOf)
  if (parts.length === 0) return undefined
  return joint === 'all' ? { all: parts } : { any: parts }
}

function rowOf(where: TargetExpression): WhereRow | null {
  if ('tag' in where) return { kind: 'tag', value: where.tag, not: false }
  if ('group' in where) return { kind: 'group', value: where.group, not: false }
  if ('display' in where) return { kind: 'display', value: where.display, not: false }
  if (!('not' in where)) return null
  const row = rowOf(where.not)
  return row === null || row.not ? null : { ...row, not: true }
}

function leafOf({ kind, value, not }: WhereRow): TargetExpression {
  const leaf = kind === 'tag' ? { tag: value } : kind === 'group' ? { group: value } : { display: value }
  return not ? { not: leaf } : leaf
}
