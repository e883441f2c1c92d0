import { ARROW_KEYS } from '../../parts/arrow-keys.ts'

const STEP = { coarse: 12, fine: 1 }

type Spot = { x: number; y: number }

/** Where an arrow key leads from a spot of a picture, not over its edge, in small steps with the shift key; null for any other key. */
export function byArrow(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { x, y }: Spot,
  { width, height }: { width: number; height: number },
): Spot | null {
  const arrow = ARROW_KEYS[key]
  if (arrow === undefined) return null
  const step = shiftKey ? STEP.fine : STEP.coarse
  return {
    x: Math.min(Math.max(x + arrow[0] * step, 0), width),
    y: Math.min(Math.max(y + arrow[1] * step, 0), height),
  }
}
