import type { DisplayHealth, DisplayStatus } from '@akari/protocol'

/** A display that says nothing for this long is offline (facts: three missed 10 s reports). */
export const OFFLINE_AFTER_MS = 30_000

type Seen = { atMs: number; connections: number; health: DisplayHealth | null }

/** What is known of displays right now; memory only, the database keeps just when each was last seen. */
export class Presence {
  readonly #seen = new Map<string, Seen>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  connected(displayId: string): void {
    const seen = this.#entry(displayId)
    seen.connections += 1
    seen.atMs = this.#now().getTime()
  }

  disconnected(displayId: string): void {
    const seen = this.#entry(displayId)
    seen.connections = Math.max(0, seen.connections - 1)
  }

  reported(displayId: string, health: DisplayHealth | null): void {
    const seen = this.#entry(displayId)
    seen.atMs = this.#now().getTime()
    if (health !== null) seen.health = health
  }

  forget(displayId: string): void {
    this.#seen.delete(displayId)
  }

  healthOf(displayId: string): DisplayHealth | null {
    return this.#seen.get(displayId)?.health ?? null
  }

  lastSeen(displayId: string): Date | null {
    const seen = this.#seen.get(displayId)
    return seen === undefined || seen.atMs === 0 ? null : new Date(seen.atMs)
  }

  /** Never `online` without a fresh word from the player, nor when it reports that it is not painting. */
  statusOf(displayId: string, paired: boolean): DisplayStatus {
    if (!paired) return 'unpaired'
    const seen = this.#seen.get(displayId)
    if (seen === undefined || seen.atMs === 0) return 'offline'
    if (this.#now().getTime() - seen.atMs > OFFLINE_AFTER_MS) return 'offline'
    const { health } = seen
    if (health === null || health.screen === 'silent' || health.faults.length > 0) return 'trouble'
    return health.content.state === 'failing' ? 'trouble' : 'online'
  }

  /** Seen since the last call of this method; for the database. */
  drain(): Map<string, string> {
    const drained = new Map<string, string>()
    for (const [id, seen] of this.#seen) if (seen.atMs > 0) drained.set(id, new Date(seen.atMs).toISOString())
    return drained
  }

  #entry(displayId: string): Seen {
    const known = this.#seen.get(displayId)
    if (known !== undefined) return known
    const fresh: Seen = { atMs: 0, connections: 0, health: null }
    this.#seen.set(displayId, fresh)
    return fresh
  }
}
