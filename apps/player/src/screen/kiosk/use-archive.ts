import { KioskArchive, type PlayerState, RecordingTranscript } from '@akari/protocol'
import type { KioskRecordings } from '@akari/scenes'
import { useMemo } from 'react'
import { type DocumentKind, useDocuments } from '../resources/documents.ts'
import { fileUrl } from '../resources/file-url.ts'

const LIST: DocumentKind<KioskArchive> = { name: 'archive', parse: (json) => KioskArchive.parse(json) }

/** The recorded sittings of the programme, once their list is there; null while it is not, and where there are none. */
export function useArchive(
  player: PlayerState | null,
  report: (code: string, detail: string) => void,
): KioskRecordings | null {
  const wanted = player?.programme?.archive?.list.sha256
  const lists = useDocuments(wanted === undefined ? [] : [wanted], LIST, fileUrl, report)
  const list = wanted === undefined ? undefined : lists.get(wanted)
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
      transcript: loadTranscript,
    }
  }, [list, here, isOnline])
}

async function loadTranscript(sha256: string): Promise<RecordingTranscript> {
  const response = await fetch(fileUrl(sha256))
  if (!response.ok) throw new Error(`status ${response.status}`)
  return RecordingTranscript.parse(await response.json())
}
