import type { RecordingTranscript } from '@akari/protocol'
import { useEffect, useState } from 'react'
import { useKiosk } from '../kiosk-context.ts'

/** The transcript of a recording: `coming` until it is there, null where there is none to be had. */
export function useTranscript(id: string): RecordingTranscript | 'coming' | null {
  const { archive } = useKiosk()
  const sha256 = archive?.recordings.find((one) => one.id === id)?.transcript?.sha256 ?? null
  const load = archive?.transcript
  const [had, setHad] = useState<{ sha256: string; transcript: RecordingTranscript | null } | null>(null)
  useEffect(() => {
    if (sha256 === null || load === undefined) return undefined
    let isWanted = true
    load(sha256).then(
      (transcript) => isWanted && setHad({ sha256, transcript }),
      () => isWanted && setHad({ sha256, transcript: null }),
    )
    return () => {
      isWanted = false
    }
  }, [sha256, load])
  if (sha256 === null) return null
  return had?.sha256 === sha256 ? had.transcript : 'coming'
}
