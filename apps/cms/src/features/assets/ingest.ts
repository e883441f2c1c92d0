import { mkdtemp, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef, MediaTools } from '@akari/protocol'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import texts from './assets.texts.json' with { type: 'json' }
import { type AudioOutcome, type AudioTools, type AudioType, LONGEST_AUDIO_S } from './audio.ts'
import { type DocumentTools, type DocumentType, PPTX } from './documents.ts'
import type { FileStore } from './file-store.ts'
import type { ImageOutcome, ImageProcess, ImageQuestion } from './image-process.ts'
import { type RefusedKind, SNIFFED_BYTES, type Sniffed, sniff } from './media-type.ts'
import type { StoredAsset, StoredRendition } from './stored-asset.ts'
import type { VideoOutcome, VideoTools, VideoType } from './video.ts'
import { zipDirectory } from './zip-directory.ts'

export type IngestDeps = {
  files: FileStore
  images: ImageProcess
  video: VideoTools
  audio: AudioTools
  documents: DocumentTools
  /** What can be done here, by the programs that are installed. */
  tools: () => Promise<MediaTools>
  workDir: string
}

/** What is known of a media file once it is in the file store. */
export type Ingested = Pick<
  StoredAsset,
  'kind' | 'file' | 'width' | 'height' | 'durationMs' | 'probed' | 'playable' | 'renditions'
>

const WHOLE_PICTURE = { fit: 'inside', region: null } as const
const THUMBNAIL = { widthPx: 480, heightPx: 480, quality: 80, ...WHOLE_PICTURE }
const POSTER = { widthPx: 3840, heightPx: 2160, quality: 90, ...WHOLE_PICTURE }

/** A media file, and whether displays need it converted; or a document whose pages are still to be drawn. */
export type Taken =
  | { kind: 'media'; media: Ingested; mediaType: string; convert: boolean }
  | { kind: 'document'; file: FileRef; pages: number | null }

/**
 * Takes in the file at `path`, which is used up. Its type is what its bytes say. Throws AppError `media-refused` with the
 * reason as a sentence; then nothing of it has been stored.
 */
export async function ingest(deps: IngestDeps, path: string): Promise<Taken> {
  await mkdir(deps.workDir, { recursive: true })
  const folder = await mkdtemp(join(deps.workDir, 'media-'))
  try {
    const sniffed = sniff(await headOf(path))
    switch (sniffed.kind) {
      case 'refused':
        return await ingestOther(deps, path, sniffed.is, folder)
      case 'image': {
        const media = await ingestImage(deps, path, sniffed, folder)
        return { kind: 'media', media, mediaType: sniffed.mediaType, convert: false }
      }
      case 'video':
        return await ingestVideo(deps, path, sniffed.mediaType, folder)
      case 'audio': {
        const media = await ingestAudio(deps, path, sniffed.mediaType)
        return { kind: 'media', media, mediaType: sniffed.mediaType, convert: false }
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(path, { force: true })
  }
}

/** What is no picture or film for a display as it is, but may become one where the programs for it are installed. */
async function ingestOther(deps: IngestDeps, path: string, is: RefusedKind, folder: string): Promise<Taken> {
  const tools = await deps.tools()
  const refused = new AppError('media-refused', sentence(texts[is]))
  switch (is) {
    case 'quicktime':
    case 'matroska':
      if (!tools.converts) throw refused
      return ingestVideo(deps, path, is === 'quicktime' ? 'video/quicktime' : 'video/x-matroska', folder)
    case 'pdf':
      if (!tools.pdf) throw refused
      return ingestDocument(deps, path, 'application/pdf')
    case 'zip':
      if (tools.pptx) return ingestDocument(deps, path, PPTX)
      throw (await isPresentation(path)) ? new AppError('media-refused', sentence(texts.pptx)) : refused
    case 'empty':
    case 'svg':
    case 'html':
    case 'heic':
    case 'unknown':
      throw refused
  }
}

async function ingestDocument(deps: IngestDeps, path: string, type: DocumentType): Promise<Taken> {
  const { pages } = await deps.documents.check(path, type)
  return { kind: 'document', file: await deps.files.adopt(path, type), pages }
}

async function isPresentation(path: string): Promise<boolean> {
  return (await zipDirectory(path))?.some(({ name }) => name === 'ppt/presentation.xml') === true
}

async function ingestImage(
  deps: IngestDeps,
  input: string,
  { mediaType }: Extract<Sniffed, { kind: 'image' }>,
  folder: string,
): Promise<Ingested> {
  const picture = join(folder, 'picture')
  const made = await deps.images.ask({ task: 'adopt', input, mediaType, output: picture })
  if (!made.ok) throw refusedImage(made)
  const small = await renderFitting(deps, picture, join(folder, 'thumbnail'), 'thumbnail', THUMBNAIL)
  if (!small.ok) throw refusedImage(small.outcome)
  const file = await deps.files.adopt(picture, made.mediaType)
  const { width, height } = made
  const seen = { width, height, durationMs: null, probed: true, playable: true }
  return { kind: 'image', file, ...seen, renditions: [small.rendition] }
}

async function ingestVideo(deps: IngestDeps, input: string, mediaType: VideoType, folder: string): Promise<Taken> {
  const frame = join(folder, 'frame.png')
  const { converts } = await deps.tools()
  const seen = await deps.video.examine(input, mediaType, frame, converts)
  if (!seen.ok) throw refusedVideo(seen)
  const renditions = seen.probed && seen.poster ? await posterRenditions(deps, frame, folder) : []
  const file = await deps.files.adopt(input, mediaType)
  const unseen = { width: null, height: null, durationMs: null, probed: false, playable: true }
  if (!seen.probed) {
    return { kind: 'media', media: { kind: 'video', file, ...unseen, renditions }, mediaType, convert: false }
  }
  const { width, height, durationMs, playable, heavy } = seen
  const media = { kind: 'video', file, width, height, durationMs, probed: true, playable, renditions } as const
  return { kind: 'media', media, mediaType, convert: converts && (!playable || heavy) }
}

async function ingestAudio(deps: IngestDeps, input: string, mediaType: AudioType): Promise<Ingested> {
  const heard = await deps.audio.examine(input, mediaType)
  if (!heard.ok) throw refusedAudio(heard)
  const file = await deps.files.adopt(input, mediaType)
  const { durationMs } = heard
  const unseen = { width: null, height: null, renditions: [] }
  return { kind: 'audio', file, durationMs, probed: durationMs !== null, playable: true, ...unseen }
}

async function posterRenditions(deps: IngestDeps, frame: string, folder: string): Promise<StoredRendition[]> {
  const renditions: StoredRendition[] = []
  for (const [purpose, size] of [
    ['poster', POSTER],
    ['thumbnail', THUMBNAIL],
  ] as const) {
    const rendition = await renderFitting(deps, frame, join(folder, purpose), purpose, size)
    if (!rendition.ok) throw refusedImage(rendition.outcome)
    renditions.push(rendition.rendition)
  }
  return renditions
}

type FitQuestion = Extract<ImageQuestion, { task: 'fit' }>
type Rendered = { ok: true; rendition: StoredRendition } | { ok: false; outcome: Extract<ImageOutcome, { ok: false }> }

/** Makes a WebP of `input`, as large as `how` says (image-task.ts), and puts it into the file store. `scratch` is a path to write it to first. */
export async function renderFitting(
  deps: Pick<IngestDeps, 'files' | 'images'>,
  input: string,
  scratch: string,
  purpose: string,
  how: Pick<FitQuestion, 'widthPx' | 'heightPx' | 'quality' | 'fit' | 'region'>,
): Promise<Rendered> {
  const made = await deps.images.ask({ task: 'fit', input, output: scratch, ...how })
  if (!made.ok) return { ok: false, outcome: made }
  const file: FileRef = await deps.files.adopt(scratch, made.mediaType)
  return { ok: true, rendition: { purpose, file, width: made.width, height: made.height } }
}

function refusedImage(outcome: Extract<ImageOutcome, { ok: false }>): AppError {
  return new AppError('media-refused', sentence(texts[outcome.reason]))
}

function refusedVideo(outcome: Extract<VideoOutcome, { ok: false }>): AppError {
  const values = outcome.reason === 'videoCodec' ? { codec: outcome.codec } : {}
  return new AppError('media-refused', sentence(texts[outcome.reason], values))
}

function refusedAudio(outcome: Extract<AudioOutcome, { ok: false }>): AppError {
  const codec = outcome.reason === 'audioCodec' ? { codec: outcome.codec } : {}
  const values = { ...codec, minutes: String(LONGEST_AUDIO_S / 60) }
  return new AppError('media-refused', sentence(texts[outcome.reason], values))
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
