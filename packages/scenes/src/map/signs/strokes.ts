/** A filled shape of a sign. */
export const solid = { fill: 'currentColor', stroke: 'none' } as const

/** A drawn line of a sign. */
export const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

export const letters = { ...solid, textAnchor: 'middle', fontWeight: 700 } as const
