import { KioskArchive, type PlayerState, RecordingTranscript } from '@akari/protocol'
import type { KioskRecordings } from '@akari/scenes'
import { useCallback, useMemo } from 'react'
import { type DocumentKind, useDocuments } from '../resources/documents.ts'
import { fileUrl } from '../resources/file-url.ts'

const LIST: DocumentKind<KioskArchive> = { name: 'archive', parse: (json) => KioskArchive.parse(json) }

/** Those of a day's sitting come from the server where they are not on the display. */
const PATIENCE_MS = 30_000

/** The recorded sittings of the programme, once their list is there; null while it is not, and where there are none. */
export function useArchive(
  player: PlayerState | null,
  report: (code: string, detail: string) => void,
): KioskRecordings | null {
  const wanted = player?.programme?.archive?.list.sha256
  const lists = useDocuments(wanted === undefined ? [] : [wanted], LIST, fileUrl, report)
  const list = wanted === undefined ? undefined : lists.get(wanted)
  const transcript: KioskRecordings['transcript'] = useCallback(
    async (sha256, isAgain, signal) => {
      try {
        return await loadTranscript(fileUrl(sha256), isAgain, signal)
      } catch (error) {
        if (!signal.aborted) report('transcript-unreadable', `${fileUrl(sha256)}: ${String(error)}`)
        throw error
      }
    },
    [report],
  )
  const filmFailed: KioskRecordings['filmFailed'] = useCallback(
    (sha256, reason) => report('recording-unplayable', `${fileUrl(sha256)}: ${reason}`),
    [report],
  )
  const here = (player?.archived ?? []).join(' ')
  const isOnline = player?.link.state === 'online'
  return useMemo(() => {
    if (list === undefined || list.recordings.length === 0) return null
    return {
      recordings: list.recordings.map((recording) => ({
        ...recording,
        canPlay: isOnline || here.includes(recording.video.sha256),
      })),
      fileUrl,
      transcript,
      filmFailed,
    }
  }, [list, here, isOnline, transcript, filmFailed])
}

/** The agent lets the browser keep a file for good: asked again, it is fetched anew. */
async function loadTranscript(url: string, isAgain: boolean, signal: AbortSignal): Promise<RecordingTranscript> {
  const response = await fetch(url, {
    cache: isAgain ? 'reload' : 'default',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return RecordingTranscript.parse(await response.json())
}
