import { Alert, AlertSound } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soundPlan } from './sound-plan.ts'

const sounds = fc.record<AlertSound>({
  chime: fc.constantFrom(...AlertSound.shape.chime.options),
  speak: fc.boolean(),
  times: fc.integer({ min: 1, max: 5 }),
})
const phases = fc.constantFrom(...Alert.shape.phase.options)

function alert(sound: AlertSound | null, changes: Partial<Alert> = {}): Alert {
  return {
    id: 'jma.flood.830305000500',
    source: { kind: 'jma', name: { ja: '気象庁' }, reference: 'VXKO70' },
    category: 'Met',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Likely',
    hazard: 'flood',
    level: 4,
    class: 'danger',
    intensity: null,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode: 'fullScreen', field: 'level4', symbol: 'flood' },
    words: {
      headline: { ja: 'レベル４氾濫危険警報', en: 'Level 4 flood' },
      instruction: { ja: '川から離れて', en: 'Leave the river' },
      area: { ja: '小金井市' },
    },
    sentAt: '2026-11-22T09:00:00+09:00',
    expiresAt: null,
    handling:
      sound === null ? null : { policy: { version: 1, ruleId: 'flood' }, sound, stages: [], fullScreenUntil: null },
    ...changes,
  }
}

const URGENT: AlertSound = { chime: 'urgent', speak: true, times: 2 }
const heard = (steps: ReturnType<typeof soundPlan>): string[] =>
  steps.flatMap((step) => (step.kind === 'pause' ? [] : step.kind === 'chime' ? [step.chime] : [step.text]))

describe('a live alert', () => {
  test('chimes, then says what it is and what to do in Japanese and English, as often as the policy has it', () => {
    const once = ['urgent', 'レベル４氾濫危険警報', '川から離れて', 'Level 4 flood', 'Leave the river']
    expect(heard(soundPlan(alert(URGENT), 'live'))).toEqual([...once, ...once])
  })

  test('is not spoken in a language that nobody wrote', () => {
    const japanese = alert(URGENT, {
      words: { headline: { ja: '避難' }, instruction: { ja: '外へ' }, area: { ja: '館内' } },
    })
    expect(heard(soundPlan(japanese, 'live'))).toEqual(['urgent', '避難', '外へ', 'urgent', '避難', '外へ'])
  })

  test('is silent where the policy says nothing', () => {
    expect(soundPlan(alert(null), 'live')).toEqual([])
    expect(soundPlan(alert({ chime: 'none', speak: false, times: 3 }), 'live')).toEqual([])
  })

  test('its end is said once, without a chime', () => {
    const steps = soundPlan(alert(URGENT, { phase: 'cancelled' }), 'live')
    expect(steps.some((step) => step.kind === 'chime')).toBe(false)
    expect(heard(steps)).toHaveLength(4)
  })
})

describe('a drill', () => {
  test('never chimes, whatever the policy and the phase', () => {
    fc.assert(
      fc.property(sounds, phases, (sound, phase) => {
        expect(soundPlan(alert(sound, { phase }), 'drill').some((step) => step.kind === 'chime')).toBe(false)
      }),
    )
  })

  test('says that it is one before and after everything it says', () => {
    const said = heard(soundPlan(alert({ ...URGENT, times: 1 }), 'drill'))
    expect(said.slice(0, 2)).toEqual(['これは訓練です', 'This is a drill'])
    expect(said.slice(-2)).toEqual(['これは訓練です', 'This is a drill'])
    expect(said).toContain('川から離れて')
  })
})
