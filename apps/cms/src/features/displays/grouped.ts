import type { DisplayProfile } from '@akari/protocol'

/** The profile with the groups of its record, which count; players are told of their groups by it. None: no field. */
export function grouped(profile: DisplayProfile, groups: readonly string[]): DisplayProfile {
  const { groups: _former, ...others } = profile
  return groups.length === 0 ? others : { ...others, groups: [...groups] }
}
