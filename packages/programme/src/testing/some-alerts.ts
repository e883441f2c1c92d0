import { type Alert, type Channel, type Handling, type HeldAlerts, PRESENTATION_MODES, Stage } from '@akari/protocol'
import fc from 'fast-check'
import { alert, BANNER, BOOT } from './sample.ts'
import { maybeInstant, rarely, someInstant } from './some-moments.ts'

const someHandling: fc.Arbitrary<Handling> = fc
  .record({ moments: fc.array(someInstant, { maxLength: 4 }), fullScreenUntil: maybeInstant })
  .map(({ moments, fullScreenUntil }) => ({
    policy: { version: 1, ruleId: 'rule' },
    sound: { chime: 'none', speak: false, times: 1 },
    stages: moments
      .toSorted()
      .flatMap((from, index) => Stage.options.slice(index, index + 1).map((stage) => ({ stage, from }))),
    fullScreenUntil,
  }))

export const someAlert: fc.Arbitrary<Alert> = fc
  .record({
    hazard: fc.constantFrom('earthquake', 'heavy-rain', 'fire'),
    urgency: fc.constantFrom('Immediate', 'Expected', 'Unknown'),
    severity: fc.constantFrom('Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'),
    level: fc.constantFrom(null, 1, 3, 5),
    phase: fc.constantFrom('inForce', 'inForce', 'cleared', 'cancelled'),
    target: fc.constantFrom<Alert['target']>(
      { kind: 'all' },
      { kind: 'displays', displayIds: ['lobby'] },
      { kind: 'displays', displayIds: ['elsewhere'] },
    ),
    presentation: fc.constantFrom('fullScreen' as const, ...PRESENTATION_MODES).map((mode) => ({ ...BANNER, mode })),
    sentAt: someInstant,
    expiresAt: maybeInstant,
    effectiveAt: rarely(someInstant),
    handling: rarely(someHandling),
  })
  .chain((changes) => fc.constantFrom('x1', 'x2', 'x3').map((id) => alert(id, changes)))

export function someHeld(channel: Channel): fc.Arbitrary<HeldAlerts> {
  return fc
    .record({
      alerts: fc.array(someAlert, { maxLength: 4 }),
      issuedAt: someInstant,
      receivedMonotonicMs: fc.double({ min: 0, max: 1e8, noNaN: true }),
      bootId: fc.constantFrom(BOOT, 'boot-0'),
      /** Sometimes a state lands where it does not belong. */
      channel: fc.oneof({ weight: 5, arbitrary: fc.constant(channel) }, fc.constantFrom<Channel>('live', 'drill')),
    })
    .map(({ alerts, issuedAt, channel: inState, ...rest }) => ({
      state: { channel: inState, epoch: 1, revision: 1, issuedAt, alerts },
      receivedAt: issuedAt,
      ...rest,
    }))
}
