/** No space for what was to be stored: SQLite's SQLITE_FULL, PostgreSQL's class 53100, and the file system's own words. */
const CODES = new Set(['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'])

/** Whether something could not be stored because there is no room; what was stored before is as it was. */
export function isStorageFull(err: unknown): boolean {
  return err instanceof Error && 'code' in err && typeof err.code === 'string' && CODES.has(err.code)
}
