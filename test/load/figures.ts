export type Figures = { p50: number; p99: number; last: number }

/** Percentiles by nearest rank, milliseconds. */
export function figures(samples: readonly number[], decimals = 1): Figures {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN, decimals)
  return { p50: at(0.5), p99: at(0.99), last: at(1) }
}

export function round(value: number, decimals = 1): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
