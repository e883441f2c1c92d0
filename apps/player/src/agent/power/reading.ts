/** What one sensor says of the supply. */
export type PowerReading = {
  mains: boolean
  /** 0–100; null where it does not say. */
  chargePercent: number | null
  /** How long the battery lasts, in seconds; null where it does not say. */
  secondsLeft: number | null
  /** `low`: the sensor itself calls the battery low; `forced`: it is about to cut the power off (NUT's FSD). */
  alarm: 'none' | 'low' | 'forced'
}

export type PowerSource = { close: () => Promise<void> }

/** How a source tells what it read, each time it reads, and what keeps it from reading. */
export type Listener = { heard: (reading: PowerReading) => void; failed: (error: unknown) => void }
