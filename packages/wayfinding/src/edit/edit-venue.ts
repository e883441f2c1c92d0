import type { LostEdit, Texts, VenueEdits } from '@akari/protocol'
import { featuresOf } from '../model/features.ts'
import type {
  ModelNetwork,
  ModelOccupant,
  ModelOpening,
  ModelUnit,
  NetworkLink,
  NetworkNode,
  VenueModel,
} from '../model/venue-model.ts'

export type EditedVenue = { model: VenueModel; lost: LostEdit[] }

/** What of some edits holds on a plan, and what no longer finds its feature. */
type Sorted<T> = { kept: T[]; lost: LostEdit[] }
type Edit = { id: string; name?: Texts | null }

export const NO_EDITS: VenueEdits = {
  levels: [],
  kiosks: [],
  removedKioskIds: [],
  occupants: [],
  removedOccupantIds: [],
  units: [],
  nodes: [],
  links: [],
  accepted: [],
  errands: [],
  faqs: [],
  synonyms: [],
}

/**
 * Lays what staff changed over an imported plan, which stays as it is. Whatever names something that is not in the plan is left
 * out and told as lost; an occupant whose room is gone stays where it was put. Places of errands and questions are looked for
 * in the edited plan.
 */
export function editVenue(plan: VenueModel, edits: VenueEdits): EditedVenue {
  const levelIds = idsOf(plan.levels)
  const kiosks = onLevels('kiosk', edits.kiosks, levelIds)
  const occupants = roomed(onLevels('occupant', edits.occupants, levelIds), idsOf(plan.units))
  const { network, lost: lostWays } = editedNetwork(plan, edits, levelIds)
  const model: VenueModel = {
    ...plan,
    levels: editedLevels(plan, edits),
    units: editedUnits(plan, edits),
    openings: editedOpenings(plan, edits),
    kiosks: replaced(plan.kiosks, kiosks.kept, edits.removedKioskIds),
    occupants: replaced(plan.occupants, occupants.kept, edits.removedOccupantIds),
    network,
  }
  const lost = [
    ...unknown('level', edits.levels, ({ levelId }) => levelId, levelIds),
    ...kiosks.lost,
    ...unknown('removed-kiosk', edits.removedKioskIds, (id) => id, idsOf(plan.kiosks)),
    ...occupants.lost,
    ...unknown('removed-occupant', edits.removedOccupantIds, (id) => id, idsOf(plan.occupants)),
    ...unknown('unit', edits.units, ({ id }) => id, idsOf(plan.units)),
    ...lostOpenings(plan, edits),
    ...lostWays,
    ...unknown('accepted', edits.accepted, ({ unitId }) => unitId, idsOf(plan.units)),
    ...lostPlaces(model, edits),
  ]
  return { model, lost }
}

function editedLevels(plan: VenueModel, edits: VenueEdits): VenueModel['levels'] {
  const said = new Map(edits.levels.map((level) => [level.levelId, level]))
  return plan.levels
    .map((level) => {
      const { ordinal, shortName } = said.get(level.id) ?? level
      return { ...level, ordinal, shortName }
    })
    .sort((a, b) => a.ordinal - b.ordinal)
}

function editedUnits(plan: VenueModel, edits: VenueEdits): ModelUnit[] {
  const said = new Map(edits.units.map((unit) => [unit.id, unit]))
  return plan.units.map((unit) => {
    const edit = said.get(unit.id)
    if (edit === undefined) return unit
    const { direction = unit.direction, passage = unit.passage, hours = unit.hours } = edit
    return { ...unit, direction, passage, hours }
  })
}

/** A direction leads into a room of the plan, or out; one whose room is gone is none. */
function editedOpenings({ openings, units }: VenueModel, edits: VenueEdits): ModelOpening[] {
  const said = new Map((edits.openings ?? []).map((opening) => [opening.id, opening]))
  const rooms = idsOf(units)
  return openings.map((opening) => {
    const edit = said.get(opening.id)
    if (edit === undefined) return opening
    const { passage = opening.passage, stepFree = opening.stepFree, hours = opening.hours } = edit
    const { oneWay = opening.oneWay, widthM = opening.widthM } = edit
    const { oneWay: _planned, widthM: _measured, ...rest } = opening
    const isKnown = oneWay !== undefined && (oneWay.into === null || rooms.has(oneWay.into))
    return {
      ...rest,
      passage,
      stepFree,
      hours,
      ...(isKnown ? { oneWay } : {}),
      ...(widthM === undefined ? {} : { widthM }),
    }
  })
}

function lostOpenings({ openings, units }: VenueModel, edits: VenueEdits): LostEdit[] {
  const [doors, rooms] = [idsOf(openings), idsOf(units)]
  return (edits.openings ?? []).flatMap(({ id, oneWay }) => {
    const into = oneWay?.into ?? null
    if (!doors.has(id)) return [lostOf('opening', { id }, id)]
    return into === null || rooms.has(into) ? [] : [lostOf('opening', { id }, into)]
  })
}

/** Drawn ways complete those of the plan; one with the same id takes its place. */
function editedNetwork(
  { network, units }: VenueModel,
  edits: VenueEdits,
  levelIds: ReadonlySet<string>,
): { network: ModelNetwork | null; lost: LostEdit[] } {
  const nodes = ofRooms(onLevels('node', edits.nodes, levelIds), idsOf(units))
  const all = replaced(network?.nodes ?? [], nodes.kept, [])
  const links = betweenNodes(edits.links, idsOf(all))
  const lost = [...nodes.lost, ...links.lost]
  if (network === null && all.length === 0) return { network: null, lost }
  const whole = network?.whole ?? false
  return { network: { whole, nodes: all, links: replaced(network?.links ?? [], links.kept, []) }, lost }
}

function onLevels<T extends Edit & { levelId: string }>(
  of: LostEdit['of'],
  edits: readonly T[],
  levelIds: ReadonlySet<string>,
): Sorted<T> {
  const gone = edits.filter(({ levelId }) => !levelIds.has(levelId))
  return {
    kept: edits.filter(({ levelId }) => levelIds.has(levelId)),
    lost: gone.map((edit) => lostOf(of, edit, edit.levelId)),
  }
}

function roomed({ kept, lost }: Sorted<ModelOccupant>, unitIds: ReadonlySet<string>): Sorted<ModelOccupant> {
  return {
    kept: kept.map((one) => (one.unitId === null || unitIds.has(one.unitId) ? one : { ...one, unitId: null })),
    lost: [
      ...lost,
      ...kept.flatMap((one) =>
        one.unitId === null || unitIds.has(one.unitId) ? [] : [lostOf('occupant', one, one.unitId)],
      ),
    ],
  }
}

function ofRooms({ kept, lost }: Sorted<NetworkNode>, known: ReadonlySet<string>): Sorted<NetworkNode> {
  return {
    kept: kept.map((node) => ({ ...node, unitIds: node.unitIds.filter((id) => known.has(id)) })),
    lost: [
      ...lost,
      ...kept.flatMap((node) => node.unitIds.filter((id) => !known.has(id)).map((id) => lostOf('node', node, id))),
    ],
  }
}

function betweenNodes(links: readonly NetworkLink[], nodeIds: ReadonlySet<string>): Sorted<NetworkLink> {
  const missing = ({ from, to }: NetworkLink) => [from, to].find((id) => !nodeIds.has(id))
  return {
    kept: links.filter((link) => missing(link) === undefined),
    lost: links.flatMap((link) => {
      const end = missing(link)
      return end === undefined ? [] : [lostOf('link', link, end)]
    }),
  }
}

function lostPlaces(model: VenueModel, { errands, faqs }: VenueEdits): LostEdit[] {
  const places = placesOf(model)
  const gone = ({ placeId }: { placeId: string | null }) => placeId !== null && !places.has(placeId)
  return [
    ...errands.filter(gone).map(({ id, name, placeId }) => lostOf('errand', { id, name }, placeId)),
    ...faqs.filter(gone).map(({ id, question, placeId }) => lostOf('faq', { id, name: question }, placeId ?? id)),
  ]
}

/** Everything of a venue that an errand or a question can lead to. */
export function placesOf(venue: VenueModel): Set<string> {
  return idsOf(featuresOf(venue))
}

/** Those of the plan in its order, edited ones in their places, then the new ones. */
function replaced<T extends { id: string }>(plan: readonly T[], edits: readonly T[], removed: readonly string[]): T[] {
  const said = new Map(edits.map((edit) => [edit.id, edit]))
  const known = idsOf(plan)
  const away = new Set(removed)
  return [
    ...plan.filter(({ id }) => !away.has(id)).map((one) => said.get(one.id) ?? one),
    ...[...said.values()].filter(({ id }) => !known.has(id)),
  ]
}

function unknown<T>(
  of: LostEdit['of'],
  edits: readonly T[],
  idOf: (edit: T) => string,
  known: ReadonlySet<string>,
): LostEdit[] {
  const ids = edits.map(idOf)
  return ids.filter((id) => !known.has(id)).map((id) => lostOf(of, { id }, id))
}

function lostOf(of: LostEdit['of'], { id, name }: Edit, missing: string): LostEdit {
  return { of, id, name: name ?? null, missing }
}

function idsOf(all: readonly { id: string }[]): Set<string> {
  return new Set(all.map(({ id }) => id))
}
