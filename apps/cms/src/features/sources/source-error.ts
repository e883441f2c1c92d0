/** Trouble of a source, told in one sentence for the log and the desk. */
export class SourceError extends Error {
  override name = 'SourceError'
}
