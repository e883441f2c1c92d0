import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef } from 'react'
import { DetailedError, Upload } from 'tus-js-client'
import { problemFrom } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { ApiError } from '../../api/problem.ts'
import { newId } from '../../parts/new-id.ts'
import { titleFromFilename, type UploadEntry, type UploadProgress, uploadList } from './upload-list.ts'

const AT_ONCE = 2
const CHUNK_BYTES = 8 * 1024 * 1024
const RETRY_AFTER_MS = [0, 1000, 3000, 8000]

export type Uploads = {
  list: readonly UploadEntry[]
  add: (files: readonly File[]) => void
  pause: (id: string) => void
  resume: (id: string) => void
  cancel: (id: string) => void
  tidy: () => void
}

function reasonOf(error: Error | DetailedError): unknown {
  const response = error instanceof DetailedError ? error.originalResponse : null
  return response === null || response === undefined
    ? new ApiError('unreachable', 0, null)
    : problemFrom(response.getStatus(), response.getBody())
}

/** Sends files by tus 1.0, two at a time; each can be paused, resumed and cancelled, and resumes after a lost connection. */
export function useUploads(): Uploads {
  const client = useQueryClient()
  const [list, dispatch] = useReducer(uploadList, [])
  const uploads = useRef(new Map<string, Upload>())
  const tell = (id: string, progress: UploadProgress): void => dispatch({ type: 'progressed', id, progress })

  const start = (id: string, upload: Upload): void => {
    tell(id, { state: 'sending', sentBytes: 0 })
    upload.start()
  }
  const prepare = (id: string, file: File): Upload => {
    let assetId: string | null = null
    return new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_AFTER_MS,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, filetype: file.type, titleJa: titleFromFilename(file.name) },
      onProgress: (sentBytes, bytes) =>
        tell(id, sentBytes >= bytes ? { state: 'checking' } : { state: 'sending', sentBytes }),
      onAfterResponse: (_request, response) => {
        assetId = response.getHeader('Akari-Asset-Id') ?? assetId
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        return status === 0 || status === 423 || status >= 500
      },
      onSuccess: () => {
        tell(id, { state: 'done', assetId })
        void client.invalidateQueries({ queryKey: keys.assets })
      },
      onError: (error) => tell(id, { state: 'failed', error: reasonOf(error), sentBytes: 0 }),
    })
  }

  useEffect(() => {
    const busy = list.filter(({ progress }) => progress.state === 'sending' || progress.state === 'checking').length
    for (const { id } of list
      .filter(({ progress }) => progress.state === 'waiting')
      .slice(0, Math.max(0, AT_ONCE - busy))) {
      const upload = uploads.current.get(id)
      if (upload !== undefined) start(id, upload)
    }
  }, [list])
  useEffect(() => {
    const running = uploads.current
    return () => running.forEach((upload) => void upload.abort())
  }, [])

  return {
    list,
    add: (files) => {
      const entries = files.map((file) => ({ id: newId(), name: file.name, bytes: file.size, file }))
      for (const { id, file } of entries) uploads.current.set(id, prepare(id, file))
      dispatch({ type: 'added', entries: entries.map(({ id, name, bytes }) => ({ id, name, bytes })) })
    },
    pause: (id) => {
      const entry = list.find((each) => each.id === id)
      void uploads.current.get(id)?.abort()
      tell(id, { state: 'paused', sentBytes: entry?.progress.state === 'sending' ? entry.progress.sentBytes : 0 })
    },
    resume: (id) => {
      const upload = uploads.current.get(id)
      if (upload !== undefined) start(id, upload)
    },
    cancel: (id) => {
      const begun = uploads.current.get(id)
      // The part that was sent is deleted on the server too; if that fails, its housekeeping does it.
      void begun?.abort(begun.url !== null).catch(() => undefined)
      uploads.current.delete(id)
      dispatch({ type: 'removed', id })
    },
    tidy: () => dispatch({ type: 'tidied' }),
  }
}
