import { soundPlan } from '@akari/scenes'
import { useEffect, useMemo, useRef } from 'react'
import type { DueSound } from './due-sound.ts'
import { heardSounds } from './heard.ts'
import { soundPlayer } from './sound-player.ts'
import { webSound } from './web-sound.ts'

/** Lets the alert on the glass be heard, each message once; silence as soon as it is no longer on the glass. */
export function useAlertSound(due: DueSound | null, report: (fault: string, detail: string) => void): void {
  const player = useMemo(() => soundPlayer(webSound(window), report), [report])
  const heard = useMemo(() => heardSounds(window.sessionStorage), [])
  // The key says whether it is another message; the alert under it may be a later serial of the same.
  const latest = useRef(due)
  latest.current = due
  const key = due?.key ?? null
  useEffect(() => {
    if (key === null || latest.current === null || heard.has(key)) return undefined
    heard.add(key)
    player.play(soundPlan(latest.current.alert, latest.current.channel))
    return player.stop
  }, [key, player, heard])
}
