import type { Row } from './rows.ts'

/** The same work, done once for each row. */
export function remembered<T>(work: (row: Row) => T): (row: Row) => T {
  const known = new WeakMap<Row, T>()
  return (row) => {
    const found = known.get(row) ?? work(row)
    known.set(row, found)
    return found
  }
}
