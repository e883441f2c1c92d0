import type { Sha256 } from '@akari/protocol'
import { useEffect, useState } from 'react'
import { useKiosk } from '../kiosk-context.ts'
import { followTranscript, type TranscriptNow } from './follow-transcript.ts'

const NONE: TranscriptNow = { state: 'none' }
const COMING: TranscriptNow = { state: 'coming' }

/** What there is of the transcript of a recording, told anew as that changes. */
export function useTranscript(id: string): TranscriptNow {
  const { archive } = useKiosk()
  const sha256 = archive?.recordings.find((one) => one.id === id)?.transcript?.sha256 ?? null
  const load = archive?.transcript
  const [told, setTold] = useState<{ sha256: Sha256; now: TranscriptNow } | null>(null)
  useEffect(() => {
    if (sha256 === null || load === undefined) return undefined
    return followTranscript(
      (isAgain, signal) => load(sha256, isAgain, signal),
      (now) => setTold({ sha256, now }),
    )
  }, [sha256, load])
  if (sha256 === null) return NONE
  return told?.sha256 === sha256 ? told.now : COMING
}
