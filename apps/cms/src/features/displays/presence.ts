import type { DisplayHealth, DisplayStatus } from '@akari/protocol'

/** A display that says nothing for this long is offline (facts: three missed 10 s reports). */
export const OFFLINE_AFTER_MS = 30_000

/** The last word of a display: when, and what it said of itself. */
export type LastWord = { at: string; health: DisplayHealth | null }

type Seen = { atMs: number; storedAtMs: number; health: DisplayHealth | null }

/** What this server heard from displays; the database learns it every ten seconds, and the other servers from there. */
export class Presence {
  readonly #seen = new Map<string, Seen>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  reported(displayId: string, health: DisplayHealth | null): void {
    const before = this.#seen.get(displayId)
    this.#seen.set(displayId, {
      atMs: this.#now().getTime(),
      storedAtMs: before?.storedAtMs ?? 0,
      health: health ?? before?.health ?? null,
    })
  }

  forget(displayId: string): void {
    this.#seen.delete(displayId)
  }

  /**
   * The last word of a display, whichever server heard it. A report that another server heard counts only while it is
   * fresh: nobody knows how the display has been since.
   */
  lastWord(displayId: string, stored: LastWord | null): LastWord | null {
    const here = this.#seen.get(displayId)
    const elsewhere = stored === null || this.#isOld(stored.at) ? null : stored.health
    if (here === undefined) return stored === null ? null : { at: stored.at, health: elsewhere }
    const storedAtMs = stored === null ? 0 : Date.parse(stored.at)
    if (storedAtMs > here.atMs) return { at: new Date(storedAtMs).toISOString(), health: elsewhere ?? here.health }
    return { at: new Date(here.atMs).toISOString(), health: here.health ?? elsewhere }
  }

  /** Never `online` without a fresh word from the player, nor when it reports that it is not painting. */
  statusOf(word: LastWord | null, paired: boolean): DisplayStatus {
    if (!paired) return 'unpaired'
    if (word === null || this.#isOld(word.at)) return 'offline'
    const { health } = word
    if (health === null || health.screen === 'silent' || health.faults.length > 0) return 'trouble'
    return health.content.state === 'failing' ? 'trouble' : 'online'
  }

  /** Last words that the database does not have yet. */
  unsaved(): Map<string, LastWord> {
    const words = new Map<string, LastWord>()
    for (const [id, { atMs, storedAtMs, health }] of this.#seen) {
      if (atMs > storedAtMs) words.set(id, { at: new Date(atMs).toISOString(), health })
    }
    return words
  }

  saved(words: ReadonlyMap<string, LastWord>): void {
    for (const [id, { at }] of words) {
      const seen = this.#seen.get(id)
      if (seen !== undefined) seen.storedAtMs = Date.parse(at)
    }
  }

  #isOld(at: string): boolean {
    return this.#now().getTime() - Date.parse(at) > OFFLINE_AFTER_MS
  }
}
