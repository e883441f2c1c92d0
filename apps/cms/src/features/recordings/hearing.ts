import { cutPlaylist, type Listed, type Segment, segmentsOf } from './segments.ts'

/** More than any live playlist lists. */
const REMEMBERED = 2000
/** So many segments a playlist may be behind another one of the same stream. */
const BEHIND = 3

type Followed = {
  /** The first that this program hears, by its number. */
  from: number
  /** The last of those that it may still hear when another playlist of the stream came to its change. */
  until: number | null
}

/** A stream as one program hears it: from where those before it had come, to where it becomes another kind. */
export type Hearing = {
  /** A playlist as the program gets it. */
  list: (address: string, text: string) => string
  /** Whether it came to where pictures or sound become of another kind. */
  hasChanged: () => boolean
}

/** Remembers by number and by what a program asks for, up to as many as live playlists list. */
export function segmentMemory(before: readonly Segment[] = []) {
  const byAsked = new Map(before.map((segment) => [keyOf(segment), segment]))
  return {
    add: (segment: Segment): void => {
      byAsked.delete(keyOf(segment))
      byAsked.set(keyOf(segment), segment)
      const [oldest] = byAsked.keys()
      if (byAsked.size > REMEMBERED && oldest !== undefined) byAsked.delete(oldest)
    },
    find: (asked: Pick<Segment, 'address' | 'offset'>): Segment | null => byAsked.get(keyOf(asked)) ?? null,
    newest: (count: number): Segment[] => [...byAsked.values()].slice(-count),
  }
}
export type SegmentMemory = ReturnType<typeof segmentMemory>

/**
 * Shows a program its playlists without what was heard before, and lets them end where the stream changes its kind: a program that
 * copies would go on as if nothing had happened, and nobody could decode that. `before`: empty for the first of all programs.
 */
export function hearing(before: readonly Segment[], listed: (segment: Segment) => void): Hearing {
  const heard = segmentMemory(before)
  const followed = new Map<string, Followed>()
  let hasChanged = false

  function begin(segments: readonly Listed[]): Followed {
    const last = segments.findLast((segment) => heard.find(segment)?.sequence === segment.sequence)
    const edge = before.length === 0 ? segments.findLast(({ isOther }) => isOther) : undefined
    const from = last === undefined ? (edge ?? segments[0])?.sequence : last.sequence + 1
    return { from: from ?? 0, until: null }
  }

  /** Numbers that went back are those of an encoder that began anew. */
  function followedAt(address: string, segments: readonly Listed[]): Followed {
    const known = followed.get(address)
    const newest = segments.at(-1)?.sequence ?? 0
    const state = known === undefined || newest < known.from - 1 ? begin(segments) : known
    followed.set(address, state)
    return state
  }

  return {
    list: (address, text) => {
      const segments = segmentsOf(text)
      for (const { sequence, address: at, offset } of segments) listed({ sequence, address: at, offset })
      const [first] = segments
      const newest = segments.at(-1)
      if (first === undefined || newest === undefined) return text
      const state = followedAt(address, segments)
      const change = segments.find(({ isOther, sequence }) => isOther && sequence > state.from)
      if (change !== undefined) {
        hasChanged = true
        return cutPlaylist(text, state.from, change.sequence)
      }
      if (hasChanged) state.until ??= newest.sequence + BEHIND
      if (state.until !== null && newest.sequence >= state.until) return cutPlaylist(text, state.from, state.until + 1)
      return state.from > first.sequence ? cutPlaylist(text, state.from, null) : text
    },
    hasChanged: () => hasChanged,
  }
}

function keyOf({ address, offset }: Pick<Segment, 'address' | 'offset'>): string {
  return `${offset} ${address}`
}
