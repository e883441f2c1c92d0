import { Upload } from 'tus-js-client'

/** What became of an upload: the asset's id, or the problem document it was refused with. */
export type Uploaded = { assetId: string; how: string } | { jobId: string } | { status: number; problem: unknown }

/** Uploads with a real tus client, in pieces of `chunkSize` bytes. */
export function upload(
  url: string,
  file: Buffer,
  metadata: Record<string, string>,
  options: { role?: string; chunkSize?: number } = {},
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    let assetId: string | undefined
    let how = ''
    let jobId: string | undefined
    new Upload(file, {
      endpoint: `${url}/api/uploads`,
      metadata,
      chunkSize: options.chunkSize ?? 64 * 1024,
      retryDelays: [],
      headers: { 'x-role': options.role ?? 'editor' },
      onAfterResponse: (_request, response) => {
        assetId = response.getHeader('Akari-Asset-Id') ?? assetId
        how = response.getHeader('Akari-Asset-State') ?? how
        jobId = response.getHeader('Akari-Job-Id') ?? jobId
      },
      onSuccess: () => {
        if (jobId !== undefined) resolve({ jobId })
        else if (assetId === undefined) reject(new Error('the upload ended without an asset'))
        else resolve({ assetId, how })
      },
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        if (response === null) reject(error)
        else resolve({ status: response.getStatus(), problem: JSON.parse(response.getBody()) })
      },
    }).start()
  })
}
