import type { ScreenSize } from '@akari/protocol'

/** The window in the glass's own pixels: what staff are offered when they register this display. */
export function physicalSize(page: Pick<Window, 'innerWidth' | 'innerHeight' | 'devicePixelRatio'>): ScreenSize {
  const inPixels = (css: number): number => Math.max(1, Math.round(css * page.devicePixelRatio))
  return { widthPx: inPixels(page.innerWidth), heightPx: inPixels(page.innerHeight) }
}
