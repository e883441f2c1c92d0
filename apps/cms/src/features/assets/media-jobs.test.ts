import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AssetFolder, AssetView, MediaJob, MediaTools } from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { onEachDatabase, openFreshSqlite } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, item } from '../testing/content-samples.ts'
import { pdf, pptx, zip } from '../testing/sample-documents.ts'
import { upload } from '../testing/upload.ts'
import { mediaJobStore, type StoredJob } from './media-jobs.store.ts'

const CONVERTS = { converter: 'ffmpeg' }
const READS = { pdftoppm: 'pdftoppm', pdfinfo: 'pdfinfo', soffice: 'soffice' }
const NO_FFMPEG = 'ffmpeg is not installed: nothing can be converted'
const NO_POPPLER = 'pdftoppm is not installed: PDF cannot be read'
const NO_OFFICE = 'LibreOffice is not installed: PPTX cannot be read'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'

function has(command: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `command -v ${command}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function film(arguments_: readonly string[], name: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'akari-film-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const source = ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=2400x300:rate=10:duration=2']
  execFileSync('ffmpeg', [...source, ...arguments_, join(folder, name)])
  return readFile(join(folder, name))
}

const assets = async (rig: ContentRig) => z.array(AssetView).parse((await rig.request('GET', '/api/assets')).body)
const jobs = async (rig: ContentRig) => z.array(MediaJob).parse((await rig.request('GET', '/api/media-jobs')).body)
const detail = z.object({ problem: z.object({ detail: z.string() }) })

async function refusal(rig: ContentRig, file: Buffer, filename: string): Promise<string> {
  const answer = await upload(rig.url, file, { filename })
  expect(answer).toMatchObject({ status: 422 })
  expect([await assets(rig), await jobs(rig)]).toEqual([[], []])
  return detail.parse(answer).problem.detail
}

function job(id: string, changes: Partial<StoredJob> = {}): StoredJob {
  const about = { filename: 'a.mov', title: { ja: id }, folderId: null, mediaType: 'video/quicktime' }
  return {
    id,
    kind: 'document',
    state: 'waiting',
    assetId: null,
    folderId: null,
    title: about.title,
    done: 0,
    total: 100,
    note: null,
    actor: 'user:editor',
    sourceSha256: 'a'.repeat(64),
    about,
    createdAt: `2026-11-22T00:00:0${id}Z`,
    ...changes,
  }
}

onEachDatabase((open) => {
  describe('the list of jobs', () => {
    it('gives the oldest to one server only, and that of a dead server to the next', async () => {
      const store = mediaJobStore((await open()).main)
      await store.insert(job('2'))
      await store.insert(job('1'))
      const both = await Promise.all([store.claim(0, 60_000), store.claim(0, 60_000)])
      expect(both.map((each) => each?.id ?? null)).toContain('1')
      expect(new Set(both.map((each) => each?.id)).size).toBe(2)
      await store.claim(0, 60_000)
      expect(await store.claim(30_000, 90_000)).toBeNull()
      expect(await store.hold('1', { done: 40, total: 100 }, 90_000)).toBe(true)
      expect(await store.claim(60_001, 120_000)).toMatchObject({ id: '2' })
      expect(await store.move('1', ['running'], { state: 'cancelled' })).toBe(true)
      expect(await store.hold('1', { done: 50, total: 100 }, 90_000)).toBe(false)
      expect(await store.move('1', ['waiting', 'running'], { state: 'cancelled' })).toBe(false)
      expect(await store.find('1')).toMatchObject({ state: 'cancelled', done: 40 })
    })

    it('forgets documents a day after they ended, and one asset has one job', async () => {
      const store = mediaJobStore((await open()).main)
      await store.insert(job('1', { state: 'done' }))
      await store.insert(job('2'))
      await store.insert(job('3', { kind: 'transcode', assetId: 'film', state: 'failed' }))
      await store.insert(job('4', { kind: 'transcode', assetId: 'film' }))
      expect((await store.list()).map(({ id }) => id)).toEqual(['1', '2', '4'])
      await store.forget('2026-11-23T00:00:00Z')
      expect((await store.list()).map(({ id }) => id)).toEqual(['2'])
    })
  })
})

describe('a video that displays cannot play', () => {
  it('is converted in its own time: H.264, 4:2:0, index first, no larger than the largest glass', async ({ skip }) => {
    skip(!has('ffmpeg'), NO_FFMPEG)
    const rig = await startContentRig(openFreshSqlite, CONVERTS)
    const mov = await film(['-c:v', 'mpeg4'], 'a.mov')
    const done = await upload(rig.url, mov, { filename: '夏.mov' })
    const assetId = 'assetId' in done ? done.assetId : ''
    expect((await jobs(rig))[0]).toMatchObject({ kind: 'transcode', assetId, title: { ja: '夏' } })
    await rig.mediaJobs.idle()
    expect(await jobs(rig)).toMatchObject([{ state: 'done', done: 100, total: 100, note: null }])
    const [asset] = await assets(rig)
    expect(asset).toMatchObject({ ready: true, mediaType: 'video/mp4', width: 1920, height: 240, durationMs: 2000 })
    const path = rig.media.files.pathOf(asset?.sha256 ?? '')
    const entries = ['-show_entries', 'stream=codec_name,pix_fmt', '-of', 'csv=p=0']
    const stream = execFileSync('ffprobe', ['-v', 'error', '-select_streams', 'v:0', ...entries, path], {
      encoding: 'utf8',
    })
    expect(stream.trim()).toBe('h264,yuv420p')
    const bytes = (await readFile(path)).toString('latin1')
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
  })

  it('is left out with a warning until then, and says why when it cannot be', async ({ skip }) => {
    skip(!has('ffmpeg'), NO_FFMPEG)
    const rig = await startContentRig(openFreshSqlite, { converter: '/bin/false' })
    const done = await upload(rig.url, await film(['-c:v', 'mpeg4'], 'a.mp4'), { filename: 'a.mp4' })
    const assetId = 'assetId' in done ? done.assetId : ''
    await rig.mediaJobs.idle()
    const [failed] = await jobs(rig)
    expect(failed).toMatchObject({ state: 'failed', note: expect.stringContaining('元のファイルは残っています') })
    expect(await assets(rig)).toMatchObject([{ id: assetId, ready: false, mediaType: 'video/mp4', width: 2400 }])
    const body = { name: 'ロビー', items: [item('1', { kind: 'asset', assetId })], version: 0 }
    const made = z.object({ id: z.string() }).parse((await rig.request('POST', '/api/playlists', { body })).body)
    rig.state.displays = [display('lobby', { defaultPlaylistId: made.id })]
    const { warnings } = z
      .object({ warnings: z.array(z.looseObject({ code: z.string() })) })
      .parse((await rig.request('GET', '/api/programme/draft')).body)
    expect(warnings.map(({ code }) => code)).toContain('asset-not-ready')
    expect(warnings.map(({ code }) => code)).not.toContain('asset-missing')
    const again = (what: string) => rig.request('POST', `/api/media-jobs/${failed?.id}/${what}`)
    expect((await again('cancel')).status).toBe(409)
    expect((await again('retry')).status).toBe(204)
    await rig.mediaJobs.idle()
    expect((await jobs(rig))[0]?.state).toBe('failed')
    expect((await rig.request('DELETE', `/api/media-jobs/${failed?.id}`)).status).toBe(204)
    expect(await jobs(rig)).toEqual([])
  })

  it('is cancelled while it runs, and nothing of it is left', async ({ skip }) => {
    skip(!has('ffmpeg'), NO_FFMPEG)
    const folder = await mkdtemp(join(tmpdir(), 'akari-slow-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const slow = join(folder, 'slow')
    await writeFile(slow, '#!/bin/sh\nsleep 60 & wait\n', { mode: 0o755 })
    const rig = await startContentRig(openFreshSqlite, { converter: slow })
    await upload(rig.url, await film(['-c:v', 'mpeg4'], 'a.mov'), { filename: 'a.mov' })
    const [running] = await jobs(rig)
    expect((await rig.request('POST', `/api/media-jobs/${running?.id}/cancel`, { as: 'viewer' })).status).toBe(403)
    const answer = await rig.request('POST', `/api/media-jobs/${running?.id}/cancel`)
    await rig.mediaJobs.idle()
    expect([answer.status, (await jobs(rig))[0]?.state]).toEqual([204, 'cancelled'])
    expect(await assets(rig)).toMatchObject([{ ready: false }])
  })
})

describe('a document', () => {
  it('becomes a folder of pictures, a page each, in order', async ({ skip }) => {
    skip(!has('pdftoppm'), NO_POPPLER)
    const rig = await startContentRig(openFreshSqlite, READS)
    const done = await upload(rig.url, pdf(11), { filename: '市報.pdf' })
    expect(done).toHaveProperty('jobId')
    await rig.mediaJobs.idle()
    const [ended] = await jobs(rig)
    expect(ended).toMatchObject({ kind: 'document', state: 'done', done: 11, total: 11 })
    const folders = z.array(AssetFolder).parse((await rig.request('GET', '/api/asset-folders')).body)
    expect(folders).toMatchObject([{ id: ended?.folderId, name: '市報', parentId: null }])
    const pages = (await assets(rig)).toSorted((a, b) => (a.title.ja < b.title.ja ? -1 : 1))
    expect(pages.map(({ title, folderId, width }) => [title.ja, folderId, width])).toEqual(
      Array.from({ length: 11 }, (_, i) => [`市報 ${String(i + 1).padStart(2, '0')}`, ended?.folderId, 3840]),
    )
    await upload(rig.url, pdf(2), { filename: '市報.pdf' })
    await rig.mediaJobs.idle()
    const names = z.array(AssetFolder).parse((await rig.request('GET', '/api/asset-folders')).body)
    expect(names.map(({ name }) => name)).toEqual(['市報', '市報 (2)'])
  })

  it('may be a presentation', { timeout: 120_000 }, async ({ skip }) => {
    skip(!has('pdftoppm') || !has('soffice'), NO_OFFICE)
    const rig = await startContentRig(openFreshSqlite, READS)
    await upload(rig.url, pptx(['Festival', 'Parade']), { filename: '祭り.pptx' })
    await rig.mediaJobs.idle()
    expect(await jobs(rig)).toMatchObject([{ state: 'done', done: 2, total: 2, note: null }])
    expect((await assets(rig)).map(({ title }) => title.ja).toSorted()).toEqual(['祭り 1', '祭り 2'])
  })

  it('is refused with its reason where it cannot be read', async () => {
    const rig = await startContentRig(openFreshSqlite)
    expect(await refusal(rig, pdf(1), 'a.pdf')).toContain('PDF は扱えません')
    expect(await refusal(rig, pptx(['a']), 'a.pptx')).toContain('LibreOffice')
    expect(MediaTools.parse((await rig.request('GET', '/api/media-tools')).body)).toMatchObject({
      converts: false,
      pdf: false,
      pptx: false,
    })
  })
})

describe('a hostile document is refused with its reason and leaves nothing behind:', () => {
  // A program that is there and never gets to run: what is checked here is checked before.
  const GUARDED = { pdftoppm: '/bin/true', pdfinfo: '/bin/true', soffice: '/bin/true' }
  const presentation = { name: 'ppt/presentation.xml', data: '<p:presentation/>' }

  it.each([
    ['an archive of anything', zip([{ name: 'a.txt', data: 'a' }]), 'PDF か PPTX'],
    [
      'a bomb that claims to be small',
      zip([presentation, { name: 'b', data: Buffer.alloc(30_000_000), claims: 9 }]),
      '壊れて',
    ],
    ['a bomb that says so', zip([presentation, { name: 'b', data: 'x', claims: 900_000_000 }]), '大きすぎます'],
    [
      'too many parts',
      zip([presentation, ...Array.from({ length: 5001 }, (_, n) => ({ name: `${n}`, data: '' }))]),
      '大きすぎます',
    ],
    ['macros', zip([presentation, { name: 'ppt/vbaProject.bin', data: 'x' }]), 'マクロ'],
    ['a password', zip([{ ...presentation, flags: 1 }]), 'パスワード'],
    ['an archive that was cut off', zip([presentation]).subarray(0, 60), 'PDF か PPTX'],
  ])('%s', async (_name, file, reason) => {
    const rig = await startContentRig(openFreshSqlite, GUARDED)
    expect(await refusal(rig, file, 'a.pptx')).toContain(reason)
  })

  it('a PDF of thousands of pages, a damaged one, and one that is really a picture of vectors', async ({ skip }) => {
    skip(!has('pdftoppm'), NO_POPPLER)
    const rig = await startContentRig(openFreshSqlite, READS)
    expect(await refusal(rig, pdf(3000), 'a.pdf')).toContain('3000ページ')
    expect(await refusal(rig, Buffer.from(`%PDF-1.7\n${SVG}`), 'a.pdf')).toContain('壊れて')
    expect(await refusal(rig, Buffer.from(SVG), 'a.pdf')).toContain('SVG')
  })
})
