import type { PolicyAct, PolicyMatch, PolicyRule } from '@akari/protocol'

/** A rule for tests: full screen and silent for whatever comes, but for what is said otherwise. */
export function rule(id: string, match: Partial<PolicyMatch> = {}, act: Partial<PolicyAct> = {}): PolicyRule {
  return {
    id,
    name: `rule ${id}`,
    match: { hazards: null, levels: null, classes: null, intensityAtLeast: null, channel: 'both', ...match },
    act: {
      mode: 'fullScreen',
      groups: null,
      sound: { chime: 'none', speak: false, times: 1 },
      dwellSeconds: 0,
      returns: { when: 'over' },
      stages: [],
      ...act,
    },
  }
}
