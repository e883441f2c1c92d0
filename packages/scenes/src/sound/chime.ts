import type { AlertSound } from '@akari/protocol'

/** Those of alerts, and `soft`: a kiosk that wants its visitor's eyes. */
export type Chime = Exclude<AlertSound['chime'], 'none'> | 'soft'

/** One struck bar: when (s), how high (Hz), how loud (0–1), how long it rings until it is down to a thousandth (s). */
type Strike = { atS: number; hz: number; gain: number; ringS: number }

/**
 * Akari's own chimes, made of struck bars between 520 and 1 320 Hz: older ears hear those best, and walls carry them
 * (ISO 7731 §5). They copy nobody's: not NHK's chime for earthquake early warnings (rising broken chords), not the tones of
 * 緊急警報放送 (640 and 1 024 Hz), not the three-pulse evacuation signal (ISO 8201).
 */
const STRIKES: Record<Chime, readonly Strike[]> = {
  soft: [{ atS: 0, hz: 659, gain: 0.3, ringS: 0.9 }],
  notice: [
    { atS: 0, hz: 784, gain: 0.45, ringS: 1.2 },
    { atS: 0.45, hz: 587, gain: 0.45, ringS: 1.6 },
  ],
  warning: [0, 1.1].flatMap((atS) => [
    { atS, hz: 880, gain: 0.65, ringS: 0.7 },
    { atS: atS + 0.22, hz: 880, gain: 0.65, ringS: 0.7 },
    { atS: atS + 0.44, hz: 659, gain: 0.65, ringS: 0.9 },
  ]),
  urgent: [0, 0.36, 0.72, 1.08, 1.44, 1.8].flatMap((atS) => [
    { atS, hz: 1319, gain: 0.9, ringS: 0.3 },
    { atS: atS + 0.12, hz: 523, gain: 0.9, ringS: 0.4 },
  ]),
}

/** Overtones of a struck bar over its own pitch, and how loud each is beside it. */
const OVERTONES = [
  { times: 1, gain: 1 },
  { times: 2.76, gain: 0.18 },
  { times: 5.4, gain: 0.05 },
] as const

const ATTACK_S = 0.004
const TAIL_S = 0.2
/** ln 1000: a ring is over when it is down by 60 dB. */
const SIXTY_DB = 6.9

/** How long a chime sounds, in seconds. */
export function chimeSeconds(chime: Chime): number {
  return Math.max(...STRIKES[chime].map(({ atS, ringS }) => atS + ringS)) + TAIL_S
}

/** One channel of sound, −1 to 1; the same for the same rate. `sampleRate` in Hz. */
export function chimeSamples(chime: Chime, sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil(chimeSeconds(chime) * sampleRate))
  for (const strike of STRIKES[chime]) add(samples, strike, sampleRate)
  const peak = samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
  const loudest = Math.max(...STRIKES[chime].map(({ gain }) => gain))
  return samples.map((each) => (each / peak) * loudest)
}

function add(samples: Float32Array, { atS, hz, gain, ringS }: Strike, sampleRate: number): void {
  const first = Math.round(atS * sampleRate)
  const last = Math.min(samples.length, first + Math.round((ringS + TAIL_S) * sampleRate))
  for (let i = first; i < last; i += 1) {
    const t = (i - first) / sampleRate
    const envelope = Math.min(1, t / ATTACK_S) * Math.exp((-SIXTY_DB * t) / ringS)
    const wave = OVERTONES.reduce(
      (sum, { times, gain: share }) => sum + share * Math.sin(2 * Math.PI * hz * times * t),
      0,
    )
    samples[i] = (samples[i] ?? 0) + gain * envelope * wave
  }
}
