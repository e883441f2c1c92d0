import { soundPlan } from '@akari/scenes'
import { useEffect, useMemo, useRef } from 'react'
import type { DueSound } from './due-sound.ts'
import { afterPaint } from '../takeover/after-paint.ts'
import { heardSounds } from './heard.ts'
import type { SoundPlayer } from './sound-player.ts'

/** A glass that is not being painted is still heard. */
const AT_LATEST_MS = 250

/**
 * Lets the alert on the glass be heard, each message once; silence as soon as it is no longer on the glass. The picture is
 * first: waking the loudspeaker and making a chime take the page a tenth of a second.
 */
export function useAlertSound(due: DueSound | null, player: SoundPlayer): void {
  const heard = useMemo(() => heardSounds(window.sessionStorage), [])
  // The key says whether it is another message; the alert under it may be a later serial of the same.
  const latest = useRef(due)
  latest.current = due
  const key = due?.key ?? null
  useEffect(() => {
    if (key === null || latest.current === null || heard.has(key)) return undefined
    const giveUp = afterPaintOr(AT_LATEST_MS, () => {
      if (latest.current === null) return
      heard.add(key)
      player.play(soundPlan(latest.current.alert, latest.current.channel))
    })
    return () => {
      giveUp()
      player.stop()
    }
  }, [key, player, heard])
}

/** Calls back once: when the page was painted and has told so, or when `ms` are over. Returns how to give up. */
function afterPaintOr(ms: number, done: () => void): () => void {
  const late = (): void => {
    // A page that paints after all must not be heard a second time.
    stopWaiting()
    done()
  }
  let timer = setTimeout(late, ms)
  const stopWaiting = afterPaint(() => {
    clearTimeout(timer)
    timer = setTimeout(done)
  })
  return () => {
    stopWaiting()
    clearTimeout(timer)
  }
}
