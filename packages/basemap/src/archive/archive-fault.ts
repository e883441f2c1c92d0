/** What is wrong with a file of tiles. */
export type ArchiveFaultCode =
  /** No PMTiles at all, or of another version than 3. */
  | 'notTiles'
  | 'otherVersion'
  /** Pictures, or packed in a way that browsers cannot unpack. */
  | 'notVector'
  | 'otherPacking'
  /** Cut off, or it contradicts itself. */
  | 'damaged'
  /** More than a display can hold. */
  | 'tooMuch'
  /** Its layers are none that we have a style for. */
  | 'otherSchema'

export class ArchiveFault extends Error {
  override name = 'ArchiveFault'
  readonly code: ArchiveFaultCode

  constructor(code: ArchiveFaultCode, detail: string) {
    super(detail)
    this.code = code
  }
}
