import { BasemapPicture, BasemapTiles } from '@akari/protocol'
import { sendFile } from './send-file.ts'

/** Sends tiles of streets; says what was found in them. Rejects with ApiError. */
export function sendTiles(body: Blob, tell: (share: number) => void): Promise<BasemapTiles> {
  const read = (answer: unknown): BasemapTiles | null => BasemapTiles.safeParse(answer).data ?? null
  return sendFile({ method: 'POST', path: '/api/basemaps/tiles', body, read, tell })
}

/** Sends a picture that was drawn of them. Rejects with ApiError. */
export function sendPicture(body: Blob, tell: (share: number) => void): Promise<BasemapPicture> {
  const read = (answer: unknown): BasemapPicture | null => BasemapPicture.safeParse(answer).data ?? null
  return sendFile({ method: 'POST', path: '/api/basemaps/pictures', body, read, tell })
}
