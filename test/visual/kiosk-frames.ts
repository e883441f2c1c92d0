import type { DisplayProfile } from '@akari/protocol'

/** Glasses that a kiosk is on, by name. */
export const KIOSK_FRAMES: Readonly<Record<string, DisplayProfile>> = {
  /** A 21.5-inch kiosk at a counter. */
  kiosk: frame(1080, 1920, 0.248, 0.6, 700),
  /** The same lying. */
  lying: frame(1920, 1080, 0.277, 0.6, 900),
  /** A 32-inch kiosk on a wall, of which the upper part is out of a wheelchair's reach. */
  wall: frame(1080, 1920, 0.369, 0.6, 750),
  /** The same where nobody said how high it hangs. */
  half: frame(1080, 1920, 0.369, 0.6),
  /** As the sample's in its lobby. */
  lobby: frame(1920, 1080, 0.63, 3, 800),
  /** A 55-inch display in a hall. */
  hall: frame(1080, 1920, 0.634, 2.5),
  fine: frame(3840, 2160, 0.317, 2.5),
}

function frame(
  widthPx: number,
  heightPx: number,
  mmPerPx: number,
  viewingDistanceM: number,
  mountHeightMm?: number,
): DisplayProfile {
  const mounted = mountHeightMm === undefined ? {} : { mountHeightMm }
  return { name: 'ロビー', widthPx, heightPx, mmPerPx, viewingDistanceM, touch: true, kioskId: null, ...mounted }
}
