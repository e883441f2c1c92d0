import type { StoredCaption } from '../stored-caption.ts'

/** A final in Japanese that was said just now. */
export function someCaption(changes: Partial<StoredCaption> & { segmentId: string }): StoredCaption {
  const at = new Date().toISOString()
  return {
    language: 'ja',
    text: '開会します。',
    speaker: null,
    spokenAt: at,
    state: 'final',
    number: Date.now(),
    isMachine: false,
    receivedAt: at,
    delayMs: 0,
    correctedAt: null,
    isWithdrawn: false,
    version: 1,
    ...changes,
  }
}
