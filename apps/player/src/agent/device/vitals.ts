import type { DeviceVitals } from '@akari/protocol'

/** What the rooms of the agent know of the device; the health report carries all of it. */
export type Vitals = {
  /** Replaces these parts; one that is undefined is left out of the report again. */
  tell: (parts: { [Part in keyof DeviceVitals]: DeviceVitals[Part] | undefined }) => void
  current: () => DeviceVitals
}

/** Each part has one author; nobody is asked twice. */
export function vitalsBook(): Vitals {
  const held = new Map<string, unknown>()
  return {
    tell: (parts) => {
      for (const [part, value] of Object.entries(parts)) {
        if (value === undefined) held.delete(part)
        else held.set(part, value)
      }
    },
    current: () => Object.fromEntries(held),
  }
}
