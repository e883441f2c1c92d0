import type { ServerResponse } from 'node:http'
import type { Id } from '@akari/protocol'

/**
 * Ends an answer with a body that is shared by all who are given it. Whoever has not taken it by then is hung up on: a
 * display that reads no more would otherwise keep its segment in memory for as long as its connection lives.
 */
export function deliver(res: ServerResponse, body: string | Uint8Array, withinMs: number): void {
  const late = setTimeout(() => res.destroy(), withinMs).unref()
  res.once('close', () => clearTimeout(late))
  res.end(body)
}

/** Lets each display have so many answers under way at once; false: it has them. Whoever is let in leaves with its response. */
export function turnstile(most: number): (displayId: Id, res: ServerResponse) => boolean {
  const inside = new Map<Id, number>()
  return (displayId, res) => {
    const now = inside.get(displayId) ?? 0
    if (now >= most) return false
    inside.set(displayId, now + 1)
    res.once('close', () => {
      const left = (inside.get(displayId) ?? 1) - 1
      if (left === 0) inside.delete(displayId)
      else inside.set(displayId, left)
    })
    return true
  }
}
