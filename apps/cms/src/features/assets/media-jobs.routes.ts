import { IdParam, MediaJob, MediaTools } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { MediaJobs } from './media-jobs.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'assets'

export function addMediaJobRoutes(api: Api, jobs: MediaJobs): void {
  api.add(
    {
      method: 'get',
      path: '/media-jobs',
      tag,
      summary: '動画の変換と文書の取り込みの進み具合 / Videos and documents being worked on',
      access: READ,
      response: z.array(MediaJob),
    },
    () => jobs.list(),
  )
  api.add(
    {
      method: 'get',
      path: '/media-tools',
      tag,
      summary: 'このサーバーで扱えるもの / What this server can do with files',
      access: READ,
      response: MediaTools,
    },
    () => jobs.tools(),
  )
  api.add(
    {
      method: 'post',
      path: '/media-jobs/:id/cancel',
      tag,
      summary: '変換・取り込みを取りやめる / Cancel',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await jobs.cancel(params.id, actor)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/media-jobs/:id/retry',
      tag,
      summary: '変換・取り込みをもう一度行う / Try again',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await jobs.retry(params.id, actor)
      return undefined
    },
  )
  api.add(
    {
      method: 'delete',
      path: '/media-jobs/:id',
      tag,
      summary: '終わった変換・取り込みを一覧から消す / Take what has ended from the list',
      access: WRITE,
      params: IdParam,
    },
    async ({ params }) => {
      await jobs.dismiss(params.id)
      return undefined
    },
  )
}
