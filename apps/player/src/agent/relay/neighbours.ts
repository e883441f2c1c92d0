import { JsonFile } from '@akari/node-kit'
import { z } from 'zod'
import type { Faults } from '../faults.ts'

const MAX_KNOWN = 64
const MAX_PER_ADDRESS = 4
const MAX_STRANGERS = 64
/** So many knocks in a row without an answer, and it is a stranger again. */
const MAX_MISSED = 5
/** Displays call out at least once a minute. */
const LATELY_MS = 150_000

export const Neighbour = z.object({ address: z.ipv4(), port: z.int().min(1024).max(65_535) })
export type Neighbour = z.infer<typeof Neighbour>
const NeighboursFile = z.array(Neighbour).max(MAX_KNOWN)

type Known = Neighbour & { heardMs: number | null; missed: number }

/**
 * The displays that are known to be there. A datagram proves nothing, its sender's address can be made up: whoever is only
 * heard is a stranger, and known once it answered a knock (TCP). Those known longest stay, so that a crowd of newcomers
 * cannot push them out. The list outlives a restart: where multicast does not arrive, they are asked directly.
 */
export type Neighbours = {
  heard: (neighbour: Neighbour) => void
  answered: (neighbour: Neighbour) => void
  missed: (neighbour: Neighbour) => void
  isKnown: (address: string) => boolean
  /** Some of the known, by lot, each once. */
  draw: (most: number) => Neighbour[]
  /** One of those that are only heard, by lot, once; null: none. */
  stranger: () => Neighbour | null
  /** How many of the known were heard lately, and how long ago the last of all (null: never). */
  lately: () => { heard: number; lastMsAgo: number | null }
}

export async function neighbourBook(deps: {
  path: string
  /** Named by the configuration: always known, in whatever network. */
  fixed: readonly Neighbour[]
  faults: Faults
  monotonicMs: () => number
  random: () => number
}): Promise<Neighbours> {
  const { monotonicMs, random, faults } = deps
  const file = new JsonFile(NeighboursFile, deps.path)
  const loaded = await file.load()
  if (loaded.state === 'corrupt') faults.report('neighbours-file-damaged', loaded.setAsideAs ?? deps.path)
  const known = new Map<string, Known>()
  const strangers = new Map<string, Neighbour>()
  const fixed = new Set(deps.fixed.map(nameOf))
  for (const one of [...deps.fixed, ...(loaded.state === 'ok' ? loaded.value : [])])
    known.set(nameOf(one), { ...one, heardMs: null, missed: 0 })
  let lastHeardMs: number | null = null

  const save = () => {
    const worthKeeping = [...known.values()].filter((one) => !fixed.has(nameOf(one)))
    const list = worthKeeping.slice(0, MAX_KNOWN).map(({ address, port }) => ({ address, port }))
    // They are heard again; a disk that refuses is reported by what must not be lost.
    file.save(list).catch(() => undefined)
  }
  const note = (one: Known) => {
    one.heardMs = lastHeardMs = monotonicMs()
  }
  /** A datagram may come from anybody; an answer over TCP is there. */
  const proven = (one: Known) => {
    note(one)
    one.missed = 0
  }
  const drawn = <T>(from: T[]): T | undefined => from.splice(Math.floor(random() * from.length), 1)[0]

  return {
    heard: (neighbour) => {
      const name = nameOf(neighbour)
      const one = known.get(name)
      if (one !== undefined) return note(one)
      if (strangers.size >= MAX_STRANGERS && !strangers.has(name)) {
        const out = drawn([...strangers.keys()])
        if (out !== undefined) strangers.delete(out)
      }
      strangers.set(name, neighbour)
    },
    answered: (neighbour) => {
      const name = nameOf(neighbour)
      const before = known.get(name)
      if (before !== undefined) return proven(before)
      const sameAddress = [...known.values()].filter(({ address }) => address === neighbour.address).length
      if (known.size >= MAX_KNOWN + fixed.size || sameAddress >= MAX_PER_ADDRESS) return
      const one = { ...neighbour, heardMs: null, missed: 0 }
      note(one)
      known.set(name, one)
      save()
    },
    missed: (neighbour) => {
      const name = nameOf(neighbour)
      const one = known.get(name)
      if (one === undefined || fixed.has(name)) return
      one.missed += 1
      // Nobody new took its place yet: a display that is off for the night is known in the morning.
      if (one.missed < MAX_MISSED || known.size < MAX_KNOWN) return
      known.delete(name)
      save()
    },
    isKnown: (address) => [...known.values()].some((one) => one.address === address && one.missed < MAX_MISSED),
    draw: (most) => {
      const away = [...known.values()].filter(({ missed }) => missed >= MAX_MISSED)
      const there = [...known.values()].filter(({ missed }) => missed < MAX_MISSED)
      // One that was away is tried along with them: it may be back.
      const others = Array.from({ length: most - 1 }, () => drawn(there))
      const all = [drawn(away) ?? drawn(there), ...others].filter((one) => one !== undefined)
      return all.map(({ address, port }) => ({ address, port }))
    },
    stranger: () => {
      const one = drawn([...strangers.values()])
      if (one !== undefined) strangers.delete(nameOf(one))
      return one ?? null
    },
    lately: () => {
      const now = monotonicMs()
      const times = [...known.values()].flatMap(({ heardMs }) => heardMs ?? [])
      const heard = times.filter((ms) => now - ms < LATELY_MS).length
      return { heard, lastMsAgo: lastHeardMs === null ? null : now - lastHeardMs }
    },
  }
}

function nameOf({ address, port }: Neighbour): string {
  return `${address}:${port}`
}
