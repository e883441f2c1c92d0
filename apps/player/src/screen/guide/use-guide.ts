import type { Programme } from '@akari/protocol'
import { useEffect, useState } from 'react'
import type { GuideKit } from './guide-kit.ts'
import type { GuideAnswer } from './guide.worker.ts'

const TRY_AGAIN_MS = 5000

/**
 * The guide that a programme names, once it is ready; null until then, and where it names none. An earlier one stays until the
 * newer is ready, so that the way out is known all along. `fileUrl`: absolute, for the worker.
 */
export function useGuide(
  programme: Programme | null,
  fileUrl: (sha256: string) => string,
  onFault: (code: string, detail: string) => void,
): GuideKit | null {
  const [kit, setKit] = useState<GuideKit | null>(null)
  const sha256 = programme?.guide?.sha256 ?? null
  useEffect(() => {
    if (sha256 === null) return undefined
    let stop = prepare(fileUrl(sha256))
    let retry: ReturnType<typeof setTimeout> | undefined
    function prepare(url: string): () => void {
      const worker = new Worker(new URL('./guide.worker.ts', import.meta.url), { type: 'module' })
      const failed = (detail: string): void => {
        worker.terminate()
        onFault('guide-unreadable', `${url}: ${detail}`)
        retry = setTimeout(() => (stop = prepare(url)), TRY_AGAIN_MS)
      }
      worker.onmessage = ({ data }: MessageEvent<GuideAnswer>) => {
        if (!data.ok) return failed(data.detail)
        worker.terminate()
        setKit(data.kit)
      }
      worker.onerror = ({ message }) => failed(message)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage(url)
      return () => worker.terminate()
    }
    return () => {
      clearTimeout(retry)
      stop()
    }
  }, [sha256, fileUrl, onFault])
  return sha256 === null ? null : kit
}
