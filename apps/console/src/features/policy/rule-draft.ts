import type { PolicyRule } from '@akari/protocol'

/** A rule made from blank: one silent line. It is about hardly anything until its hazards are chosen, so that it can stand on top. */
export function blankRule(id: string): PolicyRule {
  return {
    id,
    name: '',
    match: { hazards: ['other'], levels: null, classes: null, intensityAtLeast: null, channel: 'both' },
    act: {
      mode: 'ticker',
      groups: null,
      sound: { chime: 'none', speak: false, times: 1 },
      dwellSeconds: 0,
      returns: { when: 'over' },
      stages: [],
    },
  }
}
