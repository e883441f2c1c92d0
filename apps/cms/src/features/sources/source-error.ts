/** Trouble of a source, told in one sentence for the log and the desk. */
export class SourceError extends Error {
  override name = 'SourceError'
}

export function messageOf(err: unknown): string {
  return err instanceof Error ? err.message : String(err)
}
