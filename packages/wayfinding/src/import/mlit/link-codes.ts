import type { LinkKind, NetworkLink } from '../../model/venue-model.ts'
import type { LinkFeature } from './schemas.ts'

export type CodeTable = 2018 | 2024

/** 歩行空間ネットワークデータ等整備仕様, 経路の種類. */
const KINDS: ReadonlyMap<number, LinkKind> = new Map([
  [2, 'movingwalkway'],
  [4, 'elevator'],
  [5, 'escalator'],
  [6, 'stairs'],
  [7, 'ramp'],
])
const UNKNOWN = 99

/**
 * Which version's codes links are written in: only that of 2024 has steps above 2 and slopes above 3. Where nothing tells,
 * they are read as those of 2018, in which a step of 2 is one that a wheelchair cannot take; `isCertain` says so.
 */
export function codeTableOf(links: readonly LinkFeature[]): { table: CodeTable; isCertain: boolean } {
  const known = (value: number) => value !== UNKNOWN
  const isNew = links.some(
    ({ properties: { lev_diff, vtcl_slope } }) =>
      (known(lev_diff) && lev_diff > 2) || (known(vtcl_slope) && vtcl_slope > 3),
  )
  if (isNew) return { table: 2024, isCertain: true }
  const isTold = links.some(
    ({ properties: { lev_diff, vtcl_slope } }) => lev_diff === 2 || vtcl_slope === 2 || vtcl_slope === 3,
  )
  return { table: 2018, isCertain: !isTold }
}

/** What a link's codes say; a lift's width is that of its door and its slope means nothing, so both are left alone. */
export function linkOf({ id, properties }: LinkFeature, table: CodeTable): NetworkLink {
  const { start_id, end_id, distance, route_type, direction, brail_tile } = properties
  const isBackwards = direction === 3
  const kind = KINDS.get(route_type) ?? 'walk'
  return {
    id,
    from: isBackwards ? end_id : start_id,
    to: isBackwards ? start_id : end_id,
    kind,
    oneWay: direction === 2 || direction === 3,
    metres: distance ?? null,
    stepFree: kind === 'elevator' ? liftIsStepFree(properties.elevator) : wayIsStepFree(properties, table),
    tactile: brail_tile === 2,
    passage: 'public',
    hours: null,
  }
}

/** Most lifts carry a wheelchair whether anybody wrote it down or not. */
function liftIsStepFree(elevator: number): boolean | null {
  return elevator === 3 || elevator === 5 ? true : null
}

function wayIsStepFree({ lev_diff, vtcl_slope, width }: LinkFeature['properties'], table: CodeTable): boolean | null {
  const isStep = lev_diff !== UNKNOWN && (table === 2018 ? lev_diff >= 2 : lev_diff >= 3)
  if (isStep) return false
  const isSteep = vtcl_slope !== UNKNOWN && (table === 2018 ? vtcl_slope >= 2 : vtcl_slope >= 5)
  return isSteep || width === 1 ? null : true
}
