import type { ModelOpening, Point, Texts, VenueModel } from '@akari/protocol'
import type { Graph } from '@akari/wayfinding'

export const CLOSABLE = ['exits', 'elevators', 'stairs'] as const
type ClosableKind = (typeof CLOSABLE)[number]
type Closable = { id: string; levelId: string; name: Texts | null; near: Texts | null }

/** What is closed most often, by kind: ways out, lifts, and stairs with escalators. `near` tells those of one name apart. */
export function closables(model: VenueModel, graph: Graph): Record<ClosableKind, Closable[]> {
  const ids = new Set(graph.exits.map(({ id }) => id))
  const shafts = (kinds: readonly string[]): Closable[] =>
    model.units
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, levelId, name }) => ({ id, levelId, name, near: null }))
  return {
    exits: model.openings
      .filter(({ id }) => ids.has(id))
      .map((door) => ({ id: door.id, levelId: door.levelId, name: door.name, near: roomBeside(model, door) })),
    elevators: shafts(['elevator']),
    stairs: shafts(['stairs', 'escalator']),
  }
}

/** The named room whose middle is nearest to a door. */
function roomBeside(model: VenueModel, { levelId, line }: ModelOpening): Texts | null {
  const [door] = line
  const rooms = model.units.filter((unit) => unit.levelId === levelId && unit.name !== null)
  if (door === undefined) return null
  const far = ([x, y]: Point): number => Math.hypot(x - door[0], y - door[1])
  return rooms.toSorted((a, b) => far(a.labelAt) - far(b.labelAt))[0]?.name ?? null
}
