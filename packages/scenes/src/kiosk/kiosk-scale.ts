import type { CSSProperties } from 'react'
import type { Glass } from '../stage/type-scale.ts'

/** What sizes on a kiosk follow from beyond the glass itself. */
export interface KioskGlass extends Glass {
  /** Millimetres from the floor to the lower edge of the glass. */
  mountHeightMm?: number | undefined
}

/** EN 301 549 §5.1.4: capitals of 0.7° at least. */
const LEGIBLE_DEG = 0.7
/** Capital height of BIZ UDPGothic over its font size. */
const CAPITAL_RATIO = 0.7
const TOUCH_MM = 20
const APART_MM = 3
/** Where somebody stands who touches a glass. */
const ARM_M = 0.6
/** Further away than this nobody reads and touches at once: a display for a whole hall is touched from an arm's length. */
const TOUCHED_FROM_M = 1
/** What a hand reaches from a wheelchair, from the floor (EN 301 549 §8.3, ADA §308). */
const REACH_MM = 1200
/** The lower part of the glass that everything moves into, where nobody said how high it hangs. */
const HALF = 0.5
/** Less than this holds no screen at all. */
const LEAST_LOW = 0.45
const LARGE = 1.3
/** What is touched and the gaps between, in letters. */
const ROOMY = { touch: 2, apart: 0.36 }
/** In the lower part of a lying glass, which is low. */
const CLOSE = { touch: 1.45, apart: 0.2 }

/** Smallest font on a kiosk, in the glass's pixels. */
export function kioskFontPx({ widthPx, heightPx, mmPerPx, viewingDistanceM }: Glass): number {
  const distanceM = viewingDistanceM <= TOUCHED_FROM_M ? viewingDistanceM : ARM_M
  const capitalMm = distanceM * 1000 * Math.tan((LEGIBLE_DEG * Math.PI) / 180)
  return Math.max(capitalMm / CAPITAL_RATIO / mmPerPx, Math.min(widthPx, heightPx) * 0.028)
}

/** The share of the glass, from below, that a hand reaches from a wheelchair; null where it reaches all of it. */
export function lowShare({ heightPx, mmPerPx, mountHeightMm }: KioskGlass): number | null {
  if (mountHeightMm === undefined) return HALF
  const share = (REACH_MM - mountHeightMm) / mmPerPx / heightPx
  return share >= 1 ? null : Math.max(LEAST_LOW, share)
}

/**
 * Sizes as the custom properties that the style sheet counts in: `--k` smallest font, `--t` touch, `--g` gap, `--low` the share within reach,
 * `--out-of-reach` from the top of the glass to where that begins. `large` and `low` are what the visitor switched on.
 */
export function kioskVariables(
  glass: KioskGlass,
  { large, low }: { large: boolean; low: boolean },
): CSSProperties & Record<`--${string}`, string> {
  const font = kioskFontPx(glass)
  const { touch, apart } = low && glass.widthPx > glass.heightPx && lowShare(glass) !== null ? CLOSE : ROOMY
  const px = (value: number): string => `${value.toFixed(2)}px`
  return {
    '--k': px(font * (large ? LARGE : 1)),
    // The bar that is always there keeps its size: what is to be read grows.
    '--bar': px(font),
    '--t': px(Math.max(TOUCH_MM / glass.mmPerPx, font * touch)),
    '--low': String(lowShare(glass) ?? 1),
    '--out-of-reach': px(glass.heightPx * (1 - (lowShare(glass) ?? 1))),
    '--g': px(Math.max(APART_MM / glass.mmPerPx, font * apart)),
  }
}
