import type { MediaGate } from '@akari/node-kit'
import { type FileRef, Id, IdParam, Sha256 } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import type { AssetsService } from './assets.service.ts'
import { sendMedia } from './send-media.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const FileParam = z.object({ sha256: Sha256 })
const VersionParam = z.object({ id: Id, number: z.coerce.number().int().positive() })
const tag = 'assets'

type ForPlayers = {
  /** Finds a file that the published programme of a display names: players get nothing else. */
  publishedFile: (displayId: Id, sha256: Sha256) => Promise<FileRef | null>
  /** Finds a document that is no asset's: one of a board, or of any published programme. For staff, whose previews draw it. */
  documentFile: (sha256: Sha256) => Promise<FileRef | null>
  gate: MediaGate
}

/** The files themselves, for staff and for displays. */
export function addFileRoutes(
  api: Api,
  assets: AssetsService,
  { publishedFile, documentFile, gate }: ForPlayers,
): void {
  api.add(
    {
      method: 'get',
      path: '/assets/:id/thumbnail',
      tag,
      summary: '小さな画像（WebP） / Thumbnail (WebP)',
      access: READ,
      params: IdParam,
      status: 200,
    },
    async ({ params, req, res }) => sendMedia(req, res, await assets.thumbnail(params.id), gate),
  )
  api.add(
    {
      method: 'get',
      path: '/assets/:id/versions/:number/thumbnail',
      tag,
      summary: '前の版の小さな画像（WebP） / Thumbnail of a version (WebP)',
      access: READ,
      params: VersionParam,
      status: 200,
    },
    async ({ params, req, res }) => sendMedia(req, res, await assets.thumbnail(params.id, params.number), gate),
  )
  api.add(
    {
      method: 'get',
      path: '/files/:sha256',
      tag,
      summary: '素材のファイル / A file of an asset',
      access: READ,
      params: FileParam,
      status: 200,
    },
    async ({ params, req, res }) => {
      // Assets first: a film is asked for piece by piece, and documents are looked for in every programme.
      const media = await assets.file(params.sha256)
      return sendMedia(req, res, media ?? assets.served(found(await documentFile(params.sha256))), gate)
    },
  )
  api.add(
    {
      method: 'get',
      path: '/player/files/:sha256',
      tag: 'player',
      summary: '番組のファイル（Range 可） / A file of the calling display’s programme (ranges)',
      access: { who: 'player' },
      params: FileParam,
      status: 200,
    },
    async ({ params, actor, req, res }) => {
      const file = actor.kind === 'player' ? await publishedFile(actor.displayId, params.sha256) : null
      return sendMedia(req, res, assets.served(found(file)), gate)
    },
  )
}

function found(file: FileRef | null): FileRef {
  if (file === null) throw new AppError('not-found')
  return file
}
