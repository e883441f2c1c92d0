import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDiskFull } from '@akari/node-kit'
import { Id, type Problem, Texts } from '@akari/protocol'
import { FileStore as TusFileStore } from '@tus/file-store'
import { Server, type ServerOptions } from '@tus/server'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type Actor, EDITORS, refusal } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { AssetsService } from './assets.service.ts'
import texts from './assets.texts.json' with { type: 'json' }
import type { About } from './keep-asset.ts'

const MAX_BYTES = 2 * 1024 ** 3
const EXPIRES_MS = 24 * 3_600_000
const WRITE = { who: 'staff', roles: EDITORS } as const
/** No GET: what is not checked yet is never served. */
const METHODS = new Set(['OPTIONS', 'HEAD', 'POST', 'PATCH', 'DELETE'])
const PATHS = /^\/api\/uploads(\/|\/[0-9a-f]{32})?$/

export type Uploads = {
  /** For `app.use('/api/uploads', …)`, before any body parser. */
  handle: RequestHandler
  /** Deletes partial uploads that are older than a day; gives how many. */
  sweep: () => Promise<number>
}

type Hook = NonNullable<ServerOptions['onUploadFinish']>
type Upload = Parameters<Hook>[1]

/**
 * Uploads that survive a lost connection (tus 1.0). The PATCH that brings the last byte answers 204 with `Akari-Asset-Id`,
 * or 422 with a problem document; then nothing of the upload is kept.
 */
export function uploads(deps: {
  folder: string
  receive: AssetsService['receive']
  actorOf: (req: Request) => Promise<Actor>
  log: Logger
}): Uploads {
  const actors = new WeakMap<object, Actor>()
  const datastore = new TusFileStore({ directory: deps.folder, expirationPeriodInMilliseconds: EXPIRES_MS })
  // A PATCH is the only way in, so that there is one place where an upload can end.
  datastore.extensions = ['creation', 'termination', 'expiration']
  const forget = async (id: string): Promise<void> => {
    await rm(join(deps.folder, id), { force: true })
    await datastore.configstore.delete(id)
  }
  const finish: Hook = async (request, upload) => {
    const incoming = request.runtime?.node?.req
    const actor = incoming === undefined ? undefined : actors.get(incoming)
    if (actor === undefined) throw new AppError('unauthenticated')
    try {
      const received = await deps.receive(join(deps.folder, upload.id), aboutOf(upload), actor)
      if (received.how === 'document') return { headers: { 'Akari-Job-Id': received.jobId } }
      return { headers: { 'Akari-Asset-Id': received.asset.id, 'Akari-Asset-State': received.how } }
    } catch (error) {
      const language = request.headers.get('accept-language') ?? undefined
      if (hasFilledDisk(error)) return refusalAnswer(diskFull(), language)
      if (!(error instanceof AppError)) throw error
      return refusalAnswer(error, language)
    } finally {
      await forget(upload.id)
    }
  }
  const server = new Server({
    path: '/api/uploads',
    datastore,
    maxSize: MAX_BYTES,
    relativeLocation: true,
    allowedOrigins: [],
    onUploadFinish: finish,
    onResponseError: (request, error) => {
      // What has arrived stays, so that the upload goes on where it stopped once there is room.
      if (hasFilledDisk(error)) return responseOf(diskFull(), request.headers.get('accept-language') ?? undefined)
      if ('status_code' in error) return undefined
      deps.log.error({ err: error }, 'upload failed')
      return { status_code: 500, body: '' }
    },
  })
  return {
    handle: async (req, res) => {
      const actor = await deps.actorOf(req)
      const refused = refusal(actor, WRITE)
      if (refused !== null) throw new AppError(refused)
      if (!METHODS.has(req.method) || !PATHS.test(`${req.baseUrl}${req.path}`)) throw new AppError('not-found')
      if (req.method === 'POST' && req.headers['content-type'] === 'application/offset+octet-stream') {
        throw new AppError('unsupported-media', sentence(texts.bytesAtCreation))
      }
      if (req.headers['upload-length'] === '0') throw new AppError('media-refused', sentence(texts.empty))
      if (Number(req.headers['upload-length'] ?? 0) > MAX_BYTES) throw tooLarge()
      actors.set(req, actor)
      await server.handle(req, res)
    },
    sweep: () => server.cleanUpExpiredUploads(),
  }
}

function aboutOf({ metadata }: Upload): About {
  const filename = metadata?.['filename'] ?? 'file'
  return { filename, title: titleOf(filename, metadata?.['titleJa']), ...placeOf(metadata) }
}

/** Into which folder, or in whose place; what cannot be read counts as not said. */
function placeOf(metadata: Upload['metadata']): Pick<About, 'folderId' | 'replaces'> {
  const folderId = Id.safeParse(metadata?.['folderId'])
  const replaces = z
    .object({ assetId: Id, version: z.coerce.number().int().positive() })
    .safeParse({ assetId: metadata?.['replaces'], version: metadata?.['replacesVersion'] })
  return { folderId: folderId.data ?? null, replaces: replaces.data ?? null }
}

/** The title is what staff typed, else the filename without its ending. */
function titleOf(filename: string, typed: string | null | undefined): Texts {
  const title = Texts.safeParse({ ja: typed?.trim() ?? '' })
  if (title.success) return title.data
  const stem = filename
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\.[^.]*$/, '')
    .trim()
    .slice(0, 200)
  return { ja: stem === undefined || stem === '' ? filename.slice(0, 200) || 'file' : stem }
}

function hasFilledDisk(error: unknown): boolean {
  return isDiskFull(error) || (error instanceof Error && isDiskFull(error.cause))
}

function diskFull(): AppError {
  return new AppError('disk-full', sentence(texts.diskFull))
}

function tooLarge(): AppError {
  return new AppError('too-large', sentence(texts.tooLarge, { gigabytes: String(MAX_BYTES / 1024 ** 3) }))
}

function responseOf(error: AppError, acceptLanguage: string | undefined): { status_code: number; body: string } {
  const { status_code: status, body } = refusalAnswer(error, acceptLanguage)
  return { status_code: status ?? error.status, body: body ?? '' }
}

function refusalAnswer(error: AppError, acceptLanguage: string | undefined): Awaited<ReturnType<Hook>> {
  const problem: Problem = {
    type: `urn:akari:problem:${error.code}`,
    title: error.title(acceptLanguage),
    status: error.status,
    code: error.code,
    detail: error.message,
  }
  return {
    status_code: error.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify(problem),
  }
}
