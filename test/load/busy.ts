import { randomUUID } from 'node:crypto'
import { EntryInput, Programme } from '@akari/protocol'
import sharp from 'sharp'
import { localApi } from '../support/city-hall.ts'
import { upload } from '../support/upload.ts'
import type { SimulatedDisplay } from './simulated-displays.ts'

export type BusyWork = {
  publishes: number
  uploads: number
  entriesWritten: number
  filesDownloaded: number
  bytes: number
}

/** The work is to run when the first push comes; its beginning is another matter. */
const UNDER_WAY_MS = 5_000

/**
 * An ordinary bad morning at once, again and again until stopped: publishing, uploading photographs, writing a timetable's
 * worth of schedule entries, and as many displays as given downloading their programmes' media. Resolves when all of it has been going on for some seconds.
 */
export async function keepBusy(dataDir: string, cmsUrl: string, displays: readonly SimulatedDisplay[]) {
  const api = localApi(dataDir)
  const work: BusyWork = { publishes: 0, uploads: 0, entriesWritten: 0, filesDownloaded: 0, bytes: 0 }
  const stopping = new AbortController()
  const enough = () => stopping.signal.aborted
  await api('POST', '/programme/publish?wait=60')
  const photo = await photograph()
  const playlists = await api('GET', '/playlists')
  const playlistId = Array.isArray(playlists) ? String(Object(playlists[0]).id) : ''

  async function again(step: () => Promise<void>): Promise<void> {
    while (!enough()) await step()
  }
  const loops = [
    again(async () => {
      await api('POST', '/programme/publish?wait=60')
      work.publishes += 1
    }),
    again(async () => {
      // A few bytes behind the picture make every file another one.
      const body = Buffer.concat([photo, Buffer.from(randomUUID())])
      await upload(dataDir, { body, mediaType: 'image/jpeg', filename: `photo-${work.uploads}.jpg`, title: '写真' })
      work.uploads += 1
    }),
    again(async () => {
      await api('POST', '/entries', entryFor(playlistId, work.entriesWritten))
      work.entriesWritten += 1
    }),
    ...displays.map((display) =>
      again(async () => {
        for (const bytes of await filesOf(cmsUrl, display, enough)) {
          work.filesDownloaded += 1
          work.bytes += bytes
        }
      }),
    ),
  ]
  const running = Promise.all(loops)
  // Whoever stops the work hears of its failure; until then it must not end the bench.
  running.catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, UNDER_WAY_MS))
  return {
    stop: async (): Promise<BusyWork> => {
      stopping.abort()
      await running
      return work
    },
  }
}

/** Twelve megapixels of noise, some megabytes: the worst a camera gives. */
async function photograph(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const background = { r: 120, g: 140, b: 160 }
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background, noise } })
    .jpeg({ quality: 85 })
    .toBuffer()
}

function entryFor(playlistId: string, n: number): EntryInput {
  const start = `2027-${String((n % 12) + 1).padStart(2, '0')}-01T${String(n % 24).padStart(2, '0')}:00`
  const rule = { start, durationMinutes: 30, timeZone: 'Asia/Tokyo', rrule: 'FREQ=DAILY', exdates: [], rdates: [] }
  const targets = { displayIds: [], groups: ['nobody'] }
  return EntryInput.parse({ name: `行 ${n}`, playlistId, targets, priority: 'normal', rule, version: 0 })
}

/** Sizes of the files of this display's programme, each downloaded whole. */
async function filesOf(cmsUrl: string, { token }: SimulatedDisplay, enough: () => boolean): Promise<number[]> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${cmsUrl}/api/player/programme`, { headers })
  const programme = Programme.parse(await answer.json())
  const sizes: number[] = []
  for (const { sha256 } of programme.files) {
    if (enough()) break
    const file = await fetch(`${cmsUrl}/api/player/files/${sha256}`, { headers })
    sizes.push((await file.arrayBuffer()).byteLength)
  }
  return sizes
}
