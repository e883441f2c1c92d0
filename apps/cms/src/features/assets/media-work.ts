import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id, Language, Texts } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { sentence } from '../../sentence.ts'
import type { AssetStore } from './assets.store.ts'
import texts from './assets.texts.json' with { type: 'json' }
import type { DocumentTools, DocumentType } from './documents.ts'
import type { FileStore } from './file-store.ts'
import type { FoldersService } from './folders.service.ts'
import type { About, Received } from './keep-asset.ts'
import type { MediaJobStore, StoredJob } from './media-jobs.store.ts'
import type { RunJob } from './media-queue.ts'
import { type Sides, transcode } from './transcode.ts'
import type { VideoTools, VideoType } from './video.ts'

type Deps = {
  store: AssetStore
  jobs: MediaJobStore
  files: FileStore
  folders: FoldersService
  documents: DocumentTools
  video: VideoTools
  converter: string
  workDir: string
  largestGlass: () => Promise<Sides>
  receive: (path: string, about: About, actor: Actor) => Promise<Received>
}

/** What the queue does with a job, in a scratch folder that goes when it ends. */
export function mediaWork(deps: Deps): RunJob {
  return async (job, progress, signal) => {
    await mkdir(deps.workDir, { recursive: true })
    const folder = await mkdtemp(join(deps.workDir, 'job-'))
    try {
      switch (job.kind) {
        case 'transcode':
          return await makePlayable(deps, job, folder, progress, signal)
        case 'document':
          return await drawPages(deps, job, folder, progress, signal)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function makePlayable(deps: Deps, job: StoredJob, folder: string, ...[progress, signal]: Rest): Promise<null> {
  const asset = job.assetId === null ? null : await deps.store.find(job.assetId)
  const output = join(folder, 'film.mp4')
  const input = deps.files.pathOf(job.sourceSha256)
  const film = {
    input,
    output,
    mediaType: videoType(job.about.mediaType),
    durationMs: asset?.durationMs ?? null,
    sides: await deps.largestGlass(),
  }
  await transcode(deps.converter, film, (percent) => progress(percent, 100), signal)
  const seen = await deps.video.examine(output, 'video/mp4', join(folder, 'frame.png'), false)
  const size = seen.ok && seen.probed ? seen : { width: asset?.width ?? 1920, height: asset?.height ?? 1080 }
  const file = await deps.files.adopt(output, 'video/mp4')
  const { width, height } = size
  await deps.store.addRendition(job.sourceSha256, { purpose: 'film', file, width, height })
  progress(100, 100)
  return null
}

/** Every page is drawn before the first becomes an asset, so that a damaged document leaves nothing half done. */
async function drawPages(
  deps: Deps,
  job: StoredJob,
  folder: string,
  ...[progress, signal]: Rest
): Promise<string | null> {
  const { about } = job
  const source = deps.files.pathOf(job.sourceSha256)
  const drawn = await deps.documents.draw(source, documentType(about.mediaType), folder, {
    progress: (done, total) => progress(done, total),
    signal,
  })
  const actor = onBehalfOf(job.actor)
  const folderId = job.folderId ?? (await folderFor(deps, about.title.ja, about.folderId, actor))
  await deps.jobs.setFolder(job.id, folderId)
  let present = 0
  for (const [index, path] of drawn.entries()) {
    const title = numbered(about.title, index + 1, drawn.length)
    const { how } = await deps.receive(path, { filename: `${title.ja}.png`, title, folderId }, actor)
    if (how === 'present') present += 1
  }
  return present === 0 ? null : sentence(texts.pagesPresent, { count: String(present) })
}

/** Whoever asked for it, for the records: by name only, with no right to anything. */
function onBehalfOf(name: string): Actor {
  const username = /^user:(.+)$/.exec(name)?.[1]
  if (username === undefined) return { kind: 'local', ip: '' }
  return { kind: 'user', id: '', username, role: 'viewer', groups: [], mustChangePassword: false, ip: '' }
}

type Rest = [progress: Parameters<RunJob>[1], signal: AbortSignal]

/** A folder of the document's name; another one with a number where that name is taken. */
async function folderFor(deps: Deps, title: string, parentId: Id | null, actor: Actor): Promise<Id> {
  const all = await deps.folders.list()
  const parent = all.some(({ id }) => id === parentId) ? parentId : null
  const stem = title.slice(0, 72)
  const taken = new Set(all.filter((each) => each.parentId === parent).map(({ name }) => name))
  let [name, count] = [stem, 1]
  while (taken.has(name)) {
    count += 1
    name = `${stem} (${count})`
  }
  return (await deps.folders.create({ name, parentId: parent, version: 0 }, actor)).id
}

/** «市報 03»: as many digits as sort them. */
function numbered(title: Texts, page: number, pages: number): Texts {
  const number = String(page).padStart(String(pages).length, '0')
  const languages: Language[] = ['ja', 'en']
  const named = languages.flatMap((language) => {
    const text = title[language]
    return text === undefined ? [] : [[language, `${text} ${number}`] as const]
  })
  return { ja: `${title.ja} ${number}`, ...Object.fromEntries(named) }
}

function videoType(mediaType: string): VideoType {
  const types: VideoType[] = ['video/mp4', 'video/webm', 'video/quicktime', 'video/x-matroska']
  return types.find((each) => each === mediaType) ?? 'video/mp4'
}

function documentType(mediaType: string): DocumentType {
  return mediaType === 'application/pdf'
    ? 'application/pdf'
    : 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
}
