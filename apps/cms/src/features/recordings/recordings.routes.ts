import { IdParam, RecordingInput, RecordingSettingsInput, RecordingsView, RecordingView } from '@akari/protocol'
import { type Actor, ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { RecordingsService } from './recordings.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
/** What is gone is gone for everybody, and the disk is the whole city hall's. */
const ANSWER = { who: 'staff', roles: ['approver', 'admin'] } as const
const tag = 'recordings'

export function addRecordingRoutes(api: Api, recordings: RecordingsService): void {
  const one = { tag, params: IdParam, response: RecordingView } as const
  api.add(
    {
      method: 'get',
      path: '/recordings',
      tag,
      summary: '録画の一覧と空き容量 / All recordings of sittings, and the room for more',
      access: READ,
      response: RecordingsView,
    },
    () => recordings.list(),
  )
  api.add(
    {
      ...one,
      method: 'put',
      path: '/recordings/:id',
      summary: '録画の題名・章・案内端末での公開を直す / Change title, chapters and whether kiosks show it',
      access: WRITE,
      body: RecordingInput,
    },
    ({ params, body, actor }) => recordings.replace(params.id, body, actor, mayShow(actor)),
  )
  api.add(
    {
      ...one,
      method: 'post',
      path: '/recordings/:id/end',
      summary: '閉会を待たずに録画を終える / End a recording before its sitting ends',
      access: WRITE,
    },
    ({ params, actor }) => recordings.end(params.id, actor),
  )
  api.add(
    {
      ...one,
      method: 'post',
      path: '/recordings/:id/go-on',
      summary: '終えた録画の続きを別に録画する / Record on after a recording ended, in another one',
      access: WRITE,
    },
    ({ params, actor }) => recordings.goOn(params.id, actor),
  )
  api.add(
    {
      ...one,
      method: 'post',
      path: '/recordings/:id/retry',
      summary: 'まとめられなかった録画をまとめ直す / Put a recording together once more',
      access: WRITE,
    },
    ({ params, actor }) => recordings.retry(params.id, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/recordings/:id',
      tag,
      summary: '録画を消す / Delete a recording',
      access: ANSWER,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await recordings.remove(params.id, actor)
      return undefined
    },
  )
  api.add(
    {
      method: 'put',
      path: '/recording-settings',
      tag,
      summary: '録画に使える容量 / How much room recordings have',
      access: ANSWER,
      body: RecordingSettingsInput,
      response: RecordingSettingsInput,
    },
    ({ body, actor }) => recordings.writeSettings(body, actor),
  )
}

function mayShow(actor: Actor): boolean {
  return actor.kind === 'local' || (actor.kind === 'user' && ANSWER.roles.some((role) => role === actor.role))
}
