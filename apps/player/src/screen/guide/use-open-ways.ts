import type { Programme, WayClosure } from '@akari/protocol'
import { useMemo } from 'react'
import { fileUrl } from '../resources/file-url.ts'
import { closedAt, type OpenWays } from './shut-now.ts'
import { useGuide } from './use-guide.ts'

const absoluteUrl = (sha256: string): string => new URL(fileUrl(sha256), document.baseURI).href

/**
 * What staff have closed at this moment (null: nobody knows the time), and the guide of a programme with it; no ways until that
 * is ready. The same object while nothing of it changes.
 */
export function useOpenWays(
  programme: Programme | null,
  nowMs: number | null,
  report: (code: string, detail: string) => void,
): { ways: OpenWays | null; closed: readonly WayClosure[] } {
  const kit = useGuide(programme, absoluteUrl, report)
  const closures = programme?.closures ?? []
  const closed = closedAt(closures, nowMs)
  const mark = JSON.stringify(closed)
  return useMemo(
    () => ({ ways: kit === null ? null : { kit, closed }, closed }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `mark` stands for what is closed, which is a new list each time
    [kit, mark],
  )
}
