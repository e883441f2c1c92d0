import { AssetView, type FileRef } from '@akari/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import { ApiError } from '../../../api/problem.ts'
import { begin, tusUpload } from '../../../parts/uploads/tus-upload.ts'

/** Sends one recording at a time into the media library, which listens to it; `error` is what was wrong with the last one. */
export function useRecordingUpload(): {
  /** Of what is on its way; null: nothing. */
  busy: string | null
  error: unknown
  send: (key: string, file: File, done: (recorded: FileRef) => void) => void
} {
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const over = (failure: unknown): void => {
    setBusy(null)
    setError(failure)
  }
  const settle = async (assetId: string, done: (recorded: FileRef) => void): Promise<void> => {
    const assets = await get(AssetView.array(), '/api/assets')
    void client.invalidateQueries({ queryKey: keys.assets })
    const asset = assets.find(({ id }) => id === assetId)
    if (asset?.kind !== 'audio') throw new ApiError('no-recording', 0, null)
    const { sha256, bytes, mediaType } = asset
    done({ sha256, bytes, mediaType })
  }
  return {
    busy,
    error,
    send: (key, file, done) => {
      setBusy(key)
      setError(null)
      const upload = tusUpload(
        file,
        { folderId: null },
        (progress) => {
          if (progress.state === 'failed') over(progress.error)
          if (progress.state !== 'done') return
          const { outcome } = progress
          if (outcome === null || outcome.how === 'document') return over(new ApiError('no-recording', 0, null))
          settle(outcome.assetId, done).then(() => over(null), over)
        },
        () => undefined,
      )
      begin(upload, false).catch(over)
    },
  }
}
