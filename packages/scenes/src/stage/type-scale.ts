import type { Language } from '@akari/protocol'

/** What is drawn on: what sizes follow from, and what it speaks beside Japanese; part of the protocol's DisplayProfile. */
export interface Glass {
  widthPx: number
  heightPx: number
  mmPerPx: number
  viewingDistanceM: number
  languagesBeside?: readonly Language[] | null | undefined
}

/** Font sizes and measures of a stage, in its own pixels. */
export interface TypeScale {
  caption: number
  body: number
  heading: number
  headline: number
  /** Outer margin: 4 % of the short side. */
  margin: number
  /** The 8-unit rhythm: 1/135 of the short side (8 px on a full-HD glass). */
  unit: number
  /** Smallest side of something to touch: 20 mm, and never smaller than it would look right. */
  touch: number
  /** Text within arm's reach: on buttons and on the map. */
  reach: number
  /** The least that can be read within arm's reach. */
  near: number
  /** Height of the status strip. */
  strip: number
}

/** Capital heights as seen by the reader, in degrees (EN 301 549 §5.1.4 asks for 0.7 at least). */
const DEGREES = { caption: 0.7, body: 0.9, heading: 1.4, headline: 2.2 } as const

/** Capital height of BIZ UDPGothic over its font size. */
const CAPITAL_RATIO = 0.7
const TOUCH_MM = 20
const ARM_M = 0.6

/**
 * Sizes for a glass of this size, read from this distance. Where the frame could not hold sixteen body characters a line
 * and a notice's lines, the larger sizes shrink together; the caption keeps its 0.7 degrees as long as a line still holds
 * thirteen characters, and nothing is smaller than it. All grow together where the angles alone would leave the glass
 * nearly empty.
 */
export function typeScale(glass: Glass): TypeScale {
  const short = Math.min(glass.widthPx, glass.heightPx)
  const margin = short * 0.04
  const line = glass.widthPx - 2 * margin
  const wanted = fontSize(glass, DEGREES.body, glass.viewingDistanceM)
  const held = Math.max(short * 0.044, Math.min(wanted, line / 17, short * 0.078))
  const sized = (degrees: number): number => (held * degrees) / DEGREES.body
  const legible = fontSize(glass, DEGREES.caption, glass.viewingDistanceM)
  const caption = Math.max(sized(DEGREES.caption), Math.min(legible, line / 13, short * 0.077))
  const near = fontSize(glass, DEGREES.caption, ARM_M)
  const reach = Math.min(Math.max(near, short * 0.026), short * 0.04)
  return {
    caption,
    body: Math.max(held, caption),
    heading: sized(DEGREES.heading),
    headline: sized(DEGREES.headline),
    margin,
    unit: short / 135,
    touch: Math.max(TOUCH_MM / glass.mmPerPx, reach * 2.1),
    reach,
    near: Math.min(near, reach),
    strip: Math.max(caption * 1.5, short * 0.075),
  }
}

/**
 * Sizes for a zone of a glass: those of the glass, because it is read from the same place, held back where a line of the zone
 * would not hold eight characters of the smallest text, or its height not a few lines of it. Scenes fit their texts below that.
 */
export function zoneScale(glass: Glass, zone: Pick<Glass, 'widthPx' | 'heightPx'>): TypeScale {
  const whole = typeScale(glass)
  const margin = Math.max(whole.unit * 2, Math.min(whole.margin, Math.min(zone.widthPx, zone.heightPx) * 0.05))
  const line = zone.widthPx - 2 * margin
  const caption = Math.min(whole.caption, line / 8, zone.heightPx / 5)
  const body = Math.max(caption, Math.min(whole.body, line / 10, zone.heightPx / 6))
  const heading = Math.max(body, Math.min(whole.heading, line / 7, zone.heightPx / 4))
  const headline = Math.max(heading, Math.min(whole.headline, line / 5, zone.heightPx / 3))
  return { ...whole, margin, caption, body, heading, headline }
}

/** Sizes, and the frame they are for, as the custom properties that the style sheets count in. */
export function scaleVariables(
  frame: Pick<Glass, 'widthPx' | 'heightPx'>,
  scale: TypeScale,
): Record<`--${string}`, string> {
  const variables: Record<`--${string}`, string> = {
    '--frame-w': `${frame.widthPx}px`,
    '--frame-h': `${frame.heightPx}px`,
  }
  const sizes: Record<string, number> = { ...scale }
  for (const [name, px] of Object.entries(sizes)) variables[`--${name}`] = `${px.toFixed(2)}px`
  return variables
}

/** Font size whose capitals are `degrees` high for an eye `distanceM` away. */
function fontSize(glass: Glass, degrees: number, distanceM: number): number {
  const capitalMm = distanceM * 1000 * Math.tan((degrees * Math.PI) / 180)
  return capitalMm / CAPITAL_RATIO / glass.mmPerPx
}
