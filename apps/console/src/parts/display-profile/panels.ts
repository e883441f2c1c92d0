import type { DisplayProfile } from '@akari/protocol'
import type { DisplayDraft } from './profile-form.tsx'

type Size = Pick<DisplayProfile, 'widthPx' | 'heightPx' | 'mmPerPx'>

/** Common panels: pixels, and millimetres per pixel from the diagonal. */
export const PANELS = [
  { id: 'wide55', widthPx: 1920, heightPx: 1080, inches: 55 },
  { id: 'tall55', widthPx: 1080, heightPx: 1920, inches: 55 },
  { id: 'wide75', widthPx: 3840, heightPx: 2160, inches: 75 },
  { id: 'kiosk32', widthPx: 1080, heightPx: 1920, inches: 32 },
  { id: 'desk22', widthPx: 1920, heightPx: 1080, inches: 21.5 },
] as const

const MM_PER_INCH = 25.4

/** Size of a named panel; nothing for an unknown name. */
export function panelProfile(id: string | null): Partial<Size> {
  const panel = PANELS.find((each) => each.id === id)
  if (panel === undefined) return {}
  const { widthPx, heightPx, inches } = panel
  const mmPerPx = (inches * MM_PER_INCH) / Math.hypot(widthPx, heightPx)
  return { widthPx, heightPx, mmPerPx: Math.round(mmPerPx * 1000) / 1000 }
}

/** Diagonal of a panel in inches, to check the millimetres per pixel by. */
export function diagonalInches({ widthPx, heightPx, mmPerPx }: Size): number {
  return Math.round((Math.hypot(widthPx, heightPx) * mmPerPx) / MM_PER_INCH)
}

/** What a new display starts with: a 55-inch lobby panel. A player's own pixels go first. */
export function newDisplayDraft(screen: { widthPx: number; heightPx: number } | null): DisplayDraft {
  return {
    profile: {
      name: '',
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.634,
      ...screen,
      viewingDistanceM: 3,
      touch: false,
      kioskId: null,
    },
    groups: [],
    tags: [],
    defaultPlaylistId: null,
  }
}
