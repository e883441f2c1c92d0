import { defaultOptions, DetailedError, type PreviousUpload, Upload } from 'tus-js-client'
import { problemFrom } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { type Outcome, titleFromFilename, type UploadProgress } from './upload-list.ts'

const CHUNK_BYTES = 8 * 1024 * 1024
const RETRY_AFTER_MS = [0, 1000, 3000, 8000]
/** So long the server keeps what has arrived. */
const KEPT_MS = 24 * 3_600_000

/** Where a file goes, or in whose place. */
export type Place = { folderId: string | null; replaces?: { id: string; version: number } }

/** A file on its way by tus 1.0, not begun yet. It goes on where an earlier try with the same file stopped. */
export function tusUpload(
  file: File,
  place: Place,
  tell: (progress: UploadProgress) => void,
  onDone: () => void,
): Upload {
  let outcome: Outcome | null = null
  const upload: Upload = new Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_AFTER_MS,
    removeFingerprintOnSuccess: true,
    metadata: {
      filename: file.name,
      filetype: file.type,
      titleJa: titleFromFilename(file.name),
      ...(place.folderId === null ? {} : { folderId: place.folderId }),
      ...(place.replaces === undefined
        ? {}
        : { replaces: place.replaces.id, replacesVersion: String(place.replaces.version) }),
    },
    onProgress: (sentBytes, bytes) =>
      tell(sentBytes >= bytes ? { state: 'checking' } : { state: 'sending', sentBytes }),
    onAfterResponse: (_request, response) => {
      outcome = outcomeOf((name) => response.getHeader(name) ?? null) ?? outcome
    },
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      return status === 0 || status === 423 || (status >= 500 && status !== 507)
    },
    onSuccess: () => {
      tell({ state: 'done', outcome })
      onDone()
    },
    onError: (error) => {
      tell({ state: 'failed', error: reasonOf(error), sentBytes: 0 })
      // Of what was refused the server keeps nothing: there is nothing to go on with.
      if (isRefused(error)) void forgetTries(upload)
    },
  })
  return upload
}

/** Begins, or goes on where the same file stopped before the page was closed. A file in another's place starts anew. */
export async function begin(upload: Upload, isReplacing: boolean): Promise<void> {
  const [previous] = isReplacing ? [] : await upload.findPreviousUploads()
  if (previous !== undefined && isKept(previous)) upload.resumeFromPreviousUpload(previous)
  upload.start()
}

/** Uploads that were under way when the page was closed, and that the server still holds. */
export async function interrupted(): Promise<PreviousUpload[]> {
  return ((await defaultOptions.urlStorage?.findAllUploads()) ?? []).filter(isKept)
}

export async function forget(uploads: readonly PreviousUpload[]): Promise<void> {
  for (const { urlStorageKey } of uploads) await defaultOptions.urlStorage?.removeUpload(urlStorageKey)
}

function isKept({ creationTime }: PreviousUpload): boolean {
  return Date.now() - Date.parse(creationTime) < KEPT_MS
}

function outcomeOf(header: (name: string) => string | null): Outcome | null {
  const [assetId, jobId, how] = [header('Akari-Asset-Id'), header('Akari-Job-Id'), header('Akari-Asset-State')]
  if (jobId !== null) return { how: 'document', jobId }
  if (assetId === null) return null
  return { how: how === 'present' || how === 'restored' || how === 'replaced' ? how : 'new', assetId }
}

async function forgetTries(upload: Upload): Promise<void> {
  await forget(await upload.findPreviousUploads())
}

function isRefused(error: Error | DetailedError): boolean {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0
  return status >= 400 && status < 500 && status !== 423
}

function reasonOf(error: Error | DetailedError): unknown {
  const response = error instanceof DetailedError ? error.originalResponse : null
  return response === null || response === undefined
    ? new ApiError('unreachable', 0, null)
    : problemFrom(response.getStatus(), response.getBody())
}
