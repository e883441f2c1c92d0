import type { Programme } from '@akari/protocol'
import { useMemo } from 'react'
import { fileUrl } from '../resources/file-url.ts'
import { closedAt, type OpenWays } from './shut-now.ts'
import { useGuide } from './use-guide.ts'

const absoluteUrl = (sha256: string): string => new URL(fileUrl(sha256), document.baseURI).href

/** The guide of a programme with what staff have closed at this moment (null: nobody knows the time); null until it is ready. The same object while nothing of it changes. */
export function useOpenWays(
  programme: Programme | null,
  nowMs: number | null,
  report: (code: string, detail: string) => void,
): OpenWays | null {
  const kit = useGuide(programme, absoluteUrl, report)
  const closures = programme?.closures ?? []
  const closed = closedAt(closures, nowMs)
  const mark = JSON.stringify(closed)
  return useMemo(
    () => (kit === null ? null : { kit, closed }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `mark` stands for what is closed, which is a new list each time
    [kit, mark],
  )
}
