import { BasemapPicture, BasemapTiles, MOST_PICTURE_BYTES, MOST_TILES_BYTES } from '@akari/protocol'
import { EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import { type Sentence, sentence } from '../../sentence.ts'
import { type UploadRules, withUploadedFile } from '../uploaded-file.ts'
import type { BasemapsService } from './basemaps.service.ts'
import texts from './basemaps.texts.json' with { type: 'json' }

const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'boards'

export function addBasemapRoutes(api: Api, basemaps: BasemapsService, workDir: string): void {
  api.add(
    {
      method: 'post',
      path: '/basemaps/tiles',
      tag,
      summary: '道路地図（PMTiles）を送る / Send a street map (PMTiles)',
      access: WRITE,
      response: BasemapTiles,
      status: 201,
    },
    ({ req, actor }) =>
      withUploadedFile(req, rules(workDir, MOST_TILES_BYTES, texts.tilesTooLarge, texts.notTiles), (path) =>
        basemaps.takeTiles(path, actor),
      ),
  )
  api.add(
    {
      method: 'post',
      path: '/basemaps/pictures',
      tag,
      summary: '道路地図の絵（WebP）を送る / Send a picture of a street map (WebP)',
      access: WRITE,
      response: BasemapPicture,
      status: 201,
    },
    ({ req, actor }) =>
      withUploadedFile(
        req,
        rules(workDir, MOST_PICTURE_BYTES, texts.pictureTooLarge, texts.pictureUnreadable),
        (path) => basemaps.takePicture(path, actor),
      ),
  )
}

function rules(workDir: string, mostBytes: number, tooLarge: Sentence, empty: Sentence): UploadRules {
  const megabytes = String(mostBytes / 1_048_576)
  return {
    workDir,
    mostBytes,
    texts: { notBytes: sentence(texts.notBytes), tooLarge: sentence(tooLarge, { megabytes }) },
    empty: () => new AppError('media-refused', sentence(empty)),
  }
}
