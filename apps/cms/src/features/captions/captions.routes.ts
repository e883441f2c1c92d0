import {
  CaptionCorrection,
  CaptionParam,
  CaptionPush,
  CaptionReceipt,
  CaptionSettings,
  CaptionSettingsInput,
  CaptionsNow,
  ExportSummary,
  ExportSummaryQuery,
  IdParam,
  TermInput,
  TermView,
  TranscriptCaption,
  TranscriptExport,
  TranscriptHit,
  TranscriptInput,
  TranscriptPage,
  TranscriptQuery,
  TranscriptSearch,
  TranscriptView,
} from '@akari/protocol'
import type { Response } from 'express'
import { z } from 'zod'
import { type Access, ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { Intake } from './intake.ts'
import type { CaptionSettingsService } from './settings.service.ts'
import type { TermsService } from './terms.service.ts'
import type { TranscriptFiles } from './transcript-files.ts'
import type { TranscriptsService } from './transcripts.service.ts'

const READ: Access = { who: 'staff', roles: ALL_ROLES, orToken: 'captions:write' }
const WRITE: Access = { who: 'staff', roles: EDITORS }
/** Machines of stenographers and recognisers, and staff who write by hand. */
const SAY: Access = { who: 'staff', roles: EDITORS, orToken: 'captions:write' }
const tag = 'captions'

type Deps = {
  transcripts: TranscriptsService
  files: TranscriptFiles
  terms: TermsService
  intake: Intake
  settings: CaptionSettingsService
}

/** What is spoken in sittings: handed in, corrected, looked up, taken along. */
export function addCaptionRoutes(api: Api, { transcripts, files, terms, intake, settings }: Deps): void {
  addTranscripts(api, transcripts)
  addLookingUp(api, transcripts)
  addFiles(api, files)
  addTerms(api, terms)
  addSettings(api, settings)
  api.add(
    {
      method: 'post',
      path: '/transcripts/:id/captions',
      tag,
      summary: '字幕を送る(すぐに画面へ)/ Hand in captions, at once on the displays',
      access: SAY,
      params: IdParam,
      body: CaptionPush,
      response: CaptionReceipt,
    },
    ({ params, body, actor }) => intake.push(params.id, body.captions, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/transcripts/:id/captions/:segmentId',
      tag,
      summary: '字幕を直す・取り消す(すぐに画面へ)/ Correct or withdraw a caption, at once on the displays',
      access: WRITE,
      params: CaptionParam,
      body: CaptionCorrection,
      response: TranscriptCaption,
    },
    ({ params, body, actor }) => transcripts.correct(params.id, params.segmentId, body, actor),
  )
}

function addTranscripts(api: Api, transcripts: TranscriptsService): void {
  api.add(
    {
      method: 'get',
      path: '/transcripts',
      tag,
      summary: '字幕の記録の一覧 / All transcripts',
      access: READ,
      response: z.array(TranscriptView),
    },
    () => transcripts.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/transcripts',
      tag,
      summary: '字幕を用意する / Prepare captions',
      access: WRITE,
      body: TranscriptInput,
      response: TranscriptView,
      status: 201,
    },
    ({ body, actor }) => transcripts.add(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/transcripts/:id',
      tag,
      summary: '字幕の記録の名前と時刻を変える / Change the title and times of a transcript',
      access: WRITE,
      params: IdParam,
      body: TranscriptInput,
      response: TranscriptView,
    },
    ({ params, body, actor }) => transcripts.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/transcripts/:id',
      tag,
      summary: '字幕の記録を削除する / Delete a transcript with all captions',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await transcripts.remove(params.id, actor)
      return undefined
    },
  )
}

function addLookingUp(api: Api, transcripts: TranscriptsService): void {
  api.add(
    {
      method: 'get',
      path: '/transcripts/search',
      tag,
      summary: 'すべての記録からことばを探す / Find words in all transcripts',
      access: READ,
      query: TranscriptSearch,
      response: z.array(TranscriptHit),
    },
    ({ query }) => transcripts.search(query.search),
  )
  api.add(
    {
      method: 'get',
      path: '/transcripts/:id',
      tag,
      summary: '字幕の記録 / A transcript',
      access: READ,
      params: IdParam,
      response: TranscriptView,
    },
    ({ params }) => transcripts.view(params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/transcripts/:id/now',
      tag,
      summary: '端末に伝えている字幕と遅れ / The captions that displays are told of, and their delay',
      access: READ,
      params: IdParam,
      response: CaptionsNow,
    },
    ({ params }) => transcripts.now(params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/transcripts/:id/captions',
      tag,
      summary: '記録を読む・探す / Read or search a transcript, newest page first',
      access: READ,
      params: IdParam,
      query: TranscriptQuery,
      response: TranscriptPage,
    },
    ({ params, query }) => transcripts.page(params.id, query),
  )
}

function addFiles(api: Api, files: TranscriptFiles): void {
  api.add(
    {
      method: 'get',
      path: '/transcripts/:id/export',
      tag,
      summary: '文書・WebVTT・SRT で書き出す / Export as text, WebVTT or SRT',
      access: READ,
      params: IdParam,
      query: TranscriptExport,
    },
    async ({ params, query, res }) => sendFile(res, await files.file(params.id, query)),
  )
  api.add(
    {
      method: 'get',
      path: '/transcripts/:id/export/summary',
      tag,
      summary:
        '書き出す字幕の数と、録画の外の数 / How many captions a file holds, and how many are outside the recording',
      access: READ,
      params: IdParam,
      query: ExportSummaryQuery,
      response: ExportSummary,
    },
    ({ params, query }) => files.summary(params.id, query),
  )
}

function sendFile(res: Response, { name, text }: { name: string; text: string }): undefined {
  res.attachment(name)
  res.type(name.endsWith('.vtt') ? 'text/vtt; charset=utf-8' : 'text/plain; charset=utf-8').send(text)
  return undefined
}

function addTerms(api: Api, terms: TermsService): void {
  const at = { tag, access: WRITE } as const
  api.add(
    {
      method: 'get',
      path: '/caption-terms',
      tag,
      summary: '用語集 / The glossary of names and terms',
      access: READ,
      response: z.array(TermView),
    },
    () => terms.list(),
  )
  api.add(
    {
      ...at,
      method: 'post',
      path: '/caption-terms',
      summary: '用語を加える / Add a term',
      body: TermInput,
      response: TermView,
      status: 201,
    },
    ({ body, actor }) => terms.add(body, actor),
  )
  api.add(
    {
      ...at,
      method: 'put',
      path: '/caption-terms/:id',
      summary: '用語を直す / Change a term',
      params: IdParam,
      body: TermInput,
      response: TermView,
    },
    ({ params, body, actor }) => terms.replace(params.id, body, actor),
  )
  api.add(
    { ...at, method: 'delete', path: '/caption-terms/:id', summary: '用語を消す / Delete a term', params: IdParam },
    async ({ params, actor }) => {
      await terms.remove(params.id, actor)
      return undefined
    },
  )
}

function addSettings(api: Api, settings: CaptionSettingsService): void {
  api.add(
    {
      method: 'get',
      path: '/caption-settings',
      tag,
      summary: '聞き取りと翻訳の設定 / Who listens and who translates',
      access: READ,
      response: CaptionSettings,
    },
    () => settings.read(),
  )
  api.add(
    {
      method: 'put',
      path: '/caption-settings',
      tag,
      summary: '聞き取りと翻訳の設定を変える / Change who listens and who translates',
      access: { who: 'staff', roles: ['admin'] },
      body: CaptionSettingsInput,
      response: CaptionSettings,
    },
    ({ body, actor }) => settings.write(body, actor),
  )
}
