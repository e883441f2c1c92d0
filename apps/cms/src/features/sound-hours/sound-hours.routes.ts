import { IdParam, SoundHoursInput, SoundHoursView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { SoundHoursService } from './sound-hours.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'schedule'

export function addSoundHoursRoutes(api: Api, sound: SoundHoursService): void {
  api.add(
    {
      method: 'get',
      path: '/sound-hours',
      tag,
      summary: '音を出す時間の一覧（先のものが優先） / All sound hours, the one that goes first first',
      access: READ,
      response: z.array(SoundHoursView),
    },
    () => sound.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/sound-hours',
      tag,
      summary: '動画や中継の音を出す時間と大きさを決める / Say when films and live pictures are heard, and how loud',
      access: WRITE,
      body: SoundHoursInput,
      response: SoundHoursView,
      status: 201,
    },
    ({ body, actor }) => sound.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/sound-hours/:id',
      tag,
      summary: '音を出す時間を直す（古い版は 409） / Replace sound hours (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: SoundHoursInput,
      response: SoundHoursView,
    },
    ({ params, body, actor }) => sound.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/sound-hours/:id',
      tag,
      summary: '音を出す時間をやめる（音は出なくなる） / Remove sound hours (it is silent then)',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await sound.remove(params.id, actor)
      return undefined
    },
  )
}
