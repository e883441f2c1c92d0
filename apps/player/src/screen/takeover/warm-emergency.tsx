import type { Alert, DisplayProfile } from '@akari/protocol'
import { EmergencyScene, GlassFrame, Stage, wordTexts } from '@akari/scenes'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { profileFor } from '../glass/profile.ts'

/** An engine throws away what it compiled and nobody ran for minutes. */
const AGAIN_AFTER_MS = 5 * 60_000

/**
 * Draws an emergency where nobody sees it, first when its `fonts` are there and then whenever the page is idle: the first one
 * after hours would otherwise be drawn with cold code, and its letters shaped for the first time in the sizes of this
 * `display`. All in one go, so that nothing can meet it half way.
 */
export function startEmergencyWarming(
  page: Document,
  fonts: Promise<void>,
  display: () => DisplayProfile | null,
): { close: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wanted = true
  const warm = (): void => {
    requestIdleCallback(() => {
      if (!wanted) return
      // While one is on the glass the code is warm, and the cores have better to do.
      if (page.querySelector('.ak-emergency') === null) drawUnseen(page, display())
      timer = setTimeout(warm, AGAIN_AFTER_MS)
    })
  }
  void fonts.then(warm)
  return {
    close: () => {
      wanted = false
      clearTimeout(timer)
    },
  }
}

function drawUnseen(page: Document, display: DisplayProfile | null): void {
  const { clientWidth: width, clientHeight: height } = page.documentElement
  const place = page.createElement('div')
  place.inert = true
  place.style.cssText = 'position: fixed; inset: 0; visibility: hidden; z-index: -1'
  page.body.append(place)
  const root = createRoot(place)
  flushSync(() =>
    root.render(
      <Stage profile={profileFor(display, { width, height })} language="ja">
        <GlassFrame drill={false} banners={null} lines={null} strip={null}>
          <EmergencyScene channel="live" alerts={[SAMPLE]} language="ja" timeZone="Asia/Tokyo" />
        </GlassFrame>
      </Stage>,
    ),
  )
  // Asking for a size makes the engine lay it out.
  place.getBoundingClientRect()
  root.unmount()
  place.remove()
}

/** In every language: each has letters and fonts of its own to be made ready, and any of them may be confirmed. */
const text = wordTexts('notDrill')

const SAMPLE: Alert = {
  id: 'warming',
  source: { kind: 'device', name: text, reference: 'warming' },
  category: 'Other',
  urgency: 'Unknown',
  severity: 'Unknown',
  certainty: 'Unknown',
  hazard: 'other',
  level: 4,
  class: null,
  intensity: null,
  phase: 'inForce',
  target: { kind: 'all' },
  presentation: { mode: 'fullScreen', field: 'level4', symbol: 'rain' },
  words: { headline: text, instruction: text, area: text, fromBook: ['headline', 'instruction'] },
  sentAt: '2026-01-01T00:00:00Z',
  expiresAt: null,
}
