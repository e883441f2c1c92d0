import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { openFreshSqlite } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { upload } from '../testing/upload.ts'

const NO_FFMPEG = 'ffmpeg is not installed: videos are then accepted without a look inside'
const DAY_MS = 86_400_000

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** Uploads what must not be accepted, and gives the sentence staff read; nothing of it may be left anywhere. */
async function reasonFor(rig: ContentRig, file: Buffer, filename: string, chunkSize?: number): Promise<string> {
  const done = await upload(rig.url, file, { filename }, chunkSize === undefined ? {} : { chunkSize })
  expect(done).toMatchObject({ status: 422, problem: { code: 'media-refused', status: 422 } })
  expect((await rig.request('GET', '/api/assets')).body).toEqual([])
  for (const folder of ['files', 'uploads', 'ingest']) {
    expect(await filesUnder(join(rig.dataDir, folder))).toEqual([])
  }
  if (!('problem' in done) || typeof done.problem !== 'object' || done.problem === null) throw new Error('no problem')
  return 'detail' in done.problem ? String(done.problem.detail) : ''
}

/** A PNG whose header claims these dimensions over a few bytes of compressed zeros. */
function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** Noise does not compress, so that cutting the file cuts the picture. */
function noise(width: number, height: number) {
  return sharp({
    create: { width, height, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
}

function video(arguments_: readonly string[], name: string): Promise<Buffer> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, name)
    const source = ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=3']
    execFileSync('ffmpeg', [...source, '-pix_fmt', 'yuv420p', ...arguments_, path])
    return readFile(path)
  })
}

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'akari-video-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return use(folder)
}

function hasFfmpeg(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('an upload is refused with its reason and leaves nothing behind:', () => {
  it.each([
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg', 'SVG'],
    ['an SVG named as a PNG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.png', 'SVG'],
    ['a web page named as a PNG', '<!DOCTYPE html><script>alert(1)</script>', 'a.png', 'ウェブページ'],
    ['an archive named as a video', 'PK\x03\x04\x14\x00\x00\x00', 'a.mp4', '圧縮ファイル'],
    ['a PDF', '%PDF-1.7\n', 'poster.pdf', 'PDF'],
    ['a HEIC photo', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'a.heic', 'HEIC'],
    ['a QuickTime film', '\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'a.mov', 'QuickTime'],
    ['a Matroska film', '\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska', 'a.webm', 'Matroska'],
    ['random bytes', '\x00\x01\x02\x03\x04\x05\x06\x07', 'a.jpg', '画像'],
    ['a PNG that ends after its signature', '\x89PNG\r\n\x1a\n', 'a.png', '壊れている'],
    ['an MP4 that is only a header', '\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'a.mp4', ''],
  ])('%s', async (_name, content, filename, reason) => {
    const rig = await startContentRig(openFreshSqlite, { ffprobe: hasFfmpeg() ? 'ffprobe' : '/bin/false' })
    expect(await reasonFor(rig, Buffer.from(content, 'latin1'), filename)).toContain(reason)
  })

  it('an empty file', async () => {
    const rig = await startContentRig(openFreshSqlite)
    expect(await reasonFor(rig, Buffer.alloc(0), 'a.png')).toContain('空')
  })

  it('a PNG bomb, by its header and without decoding it', async () => {
    const rig = await startContentRig(openFreshSqlite)
    const started = performance.now()
    expect(await reasonFor(rig, pngBomb(60_000, 60_000), 'a.png')).toContain('1億画素')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('a PNG that claims more rows than it brings', async () => {
    const rig = await startContentRig(openFreshSqlite)
    expect(await reasonFor(rig, pngBomb(5000, 5000), 'a.png')).toContain('途中で切れています')
  })

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('a %s that was cut off', async (format) => {
    const rig = await startContentRig(openFreshSqlite)
    const whole = await noise(300, 200).toFormat(format).toBuffer()
    expect(await reasonFor(rig, whole.subarray(0, whole.length * 0.7), `a.${format}`)).toContain('途中で切れています')
  })

  it.for([
    ['an MP4 without its index', ['-c:v', 'libx264'], 'a.mp4'],
    ['an MP4 whose index came first', ['-c:v', 'libx264', '-movflags', '+faststart'], 'a.mp4'],
    ['a WebM', ['-c:v', 'libvpx', '-b:v', '200k'], 'a.webm'],
  ] as const)('%s, cut off', async ([, arguments_, filename], { skip }) => {
    skip(!hasFfmpeg(), NO_FFMPEG)
    const rig = await startContentRig(openFreshSqlite)
    const whole = await video(arguments_, filename)
    expect(await reasonFor(rig, whole.subarray(0, whole.length * 0.6), filename)).toContain('途中で切れています')
  })

  it('a video that displays cannot play', async ({ skip }) => {
    skip(!hasFfmpeg(), NO_FFMPEG)
    const rig = await startContentRig(openFreshSqlite)
    expect(await reasonFor(rig, await video(['-c:v', 'mpeg4'], 'a.mp4'), 'a.mp4')).toContain('mpeg4')
  })
})

describe('a video', () => {
  it('brings its size, length and a poster', async ({ skip }) => {
    skip(!hasFfmpeg(), NO_FFMPEG)
    const rig = await startContentRig(openFreshSqlite)
    const done = await upload(rig.url, await video(['-c:v', 'libx264'], 'a.mp4'), { filename: 'a.mp4' })
    expect(done).toHaveProperty('assetId')
    const [asset] = await rig.assets.media()
    expect(asset).toMatchObject({ kind: 'video', width: 320, height: 180, durationMs: 3000, probed: true })
    expect(asset?.renditions.map(({ purpose, width }) => [purpose, width])).toEqual([
      ['poster', 320],
      ['thumbnail', 320],
    ])
  })

  it('is taken as it is where no ffprobe is installed', async () => {
    const rig = await startContentRig(openFreshSqlite, { ffprobe: 'no-such-ffprobe' })
    const header = Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'latin1')
    await upload(rig.url, Buffer.concat([header, Buffer.alloc(1000)]), { filename: 'a.mp4' })
    expect((await rig.request('GET', '/api/assets')).body).toMatchObject([
      { kind: 'video', mediaType: 'video/mp4', width: null, height: null, probed: false, thumbnailUrl: null },
    ])
  })
})

describe('the upload endpoint', () => {
  const begin = (rig: ContentRig, headers: Record<string, string>, as: 'editor' | 'viewer' | 'nobody' = 'editor') =>
    rig.request('POST', '/api/uploads', { as, headers: { 'tus-resumable': '1.0.0', ...headers } })

  it('is for admins and editors', async () => {
    const rig = await startContentRig(openFreshSqlite)
    expect((await begin(rig, { 'upload-length': '10' }, 'viewer')).status).toBe(403)
    expect((await begin(rig, { 'upload-length': '10' }, 'nobody')).status).toBe(401)
    expect(await filesUnder(join(rig.dataDir, 'uploads'))).toEqual([])
  })

  it('takes two gigabytes and not a byte more', async () => {
    const rig = await startContentRig(openFreshSqlite)
    expect((await begin(rig, { 'upload-length': `${2 * 1024 ** 3}` })).status).toBe(201)
    expect(await begin(rig, { 'upload-length': `${2 * 1024 ** 3 + 1}` })).toMatchObject({
      status: 413,
      body: { code: 'too-large', detail: '素材は 2GB まで置けます / A file is 2 GB at most' },
    })
  })

  it('takes content by PATCH only, and says so', async () => {
    const rig = await startContentRig(openFreshSqlite)
    const options = await rig.request('OPTIONS', '/api/uploads')
    expect(options.headers.get('tus-extension')).toBe('creation,termination,expiration')
    const headers = { 'upload-length': '2', 'content-type': 'application/offset+octet-stream' }
    expect(await begin(rig, headers)).toMatchObject({ status: 415, body: { code: 'unsupported-media' } })
    expect((await begin(rig, { 'upload-defer-length': '1' })).status).toBe(501)
    expect(await filesUnder(join(rig.dataDir, 'uploads'))).toEqual([])
  })

  it('never serves what is not checked yet, whatever the path', async () => {
    const rig = await startContentRig(openFreshSqlite)
    const begun = await begin(rig, { 'upload-length': '10' })
    const location = begun.headers.get('location') ?? ''
    expect(location).toMatch(/^\/api\/uploads\/[0-9a-f]{32}$/)
    expect((await rig.request('GET', location)).status).toBe(404)
    expect((await rig.request('HEAD', location, { headers: { 'tus-resumable': '1.0.0' } })).status).toBe(200)
    for (const path of ['/api/uploads/..%2f..%2fakari.db', '/api/uploads/%2e%2e', `${location}.json`]) {
      const answer = await rig.request('HEAD', path, { headers: { 'tus-resumable': '1.0.0' } })
      expect(answer.status).toBe(404)
    }
  })

  it('goes on after an interruption', async () => {
    const rig = await startContentRig(openFreshSqlite)
    const png = await noise(64, 64).png().toBuffer()
    const location = (await begin(rig, { 'upload-length': `${png.length}` })).headers.get('location') ?? ''
    const send = (part: Buffer, offset: number) =>
      fetch(`${rig.url}${location}`, {
        method: 'PATCH',
        headers: {
          'x-role': 'editor',
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'upload-offset': `${offset}`,
        },
        body: new Uint8Array(part),
      })
    expect((await send(png.subarray(0, 1000), 0)).status).toBe(204)
    expect((await send(png.subarray(1000), 500)).status).toBe(409)
    const last = await send(png.subarray(1000), 1000)
    expect(last.status).toBe(204)
    expect(last.headers.get('akari-asset-id')).toMatch(/^asset-/)
    expect(await filesUnder(join(rig.dataDir, 'uploads'))).toEqual([])
  })

  it('says that the disk is full, keeps the library as it was, and goes on once there is room', async () => {
    const rig = await startContentRig(openFreshSqlite)
    const { adopt } = rig.media.files
    rig.media.files.adopt = () => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' }))
    const png = await noise(64, 64).png().toBuffer()
    const refused = await upload(rig.url, png, { filename: 'a.png' })
    expect(refused).toMatchObject({
      status: 507,
      problem: { code: 'disk-full', detail: expect.stringContaining('空き容量') },
    })
    expect((await rig.request('GET', '/api/assets')).body).toEqual([])
    for (const folder of ['files', 'uploads', 'ingest']) expect(await filesUnder(join(rig.dataDir, folder))).toEqual([])
    rig.media.files.adopt = adopt
    expect(await upload(rig.url, png, { filename: 'a.png' })).toMatchObject({ how: 'new' })
  })

  it('forgets partial uploads after a day', async () => {
    const rig = await startContentRig(openFreshSqlite)
    const location = (await begin(rig, { 'upload-length': '10' })).headers.get('location') ?? ''
    expect(await rig.uploads.sweep()).toBe(0)
    const record = join(rig.dataDir, 'uploads', `${location.slice(-32)}.json`)
    const begun = z.looseObject({ creation_date: z.string() }).parse(JSON.parse(await readFile(record, 'utf8')))
    const earlier = new Date(Date.parse(begun.creation_date) - 1.1 * DAY_MS).toISOString()
    await writeFile(record, JSON.stringify({ ...begun, creation_date: earlier }))
    expect(await rig.uploads.sweep()).toBe(1)
    expect(await filesUnder(join(rig.dataDir, 'uploads'))).toEqual([])
  })
})
