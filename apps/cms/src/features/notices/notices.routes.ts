import { Notices, NoticesRead } from '@akari/protocol'
import { type Actor, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import type { NoticesService } from './notices.service.ts'

const mine = { who: 'staff', roles: ALL_ROLES } as const
const tag = 'notices'

export function addNoticeRoutes(api: Api, notices: NoticesService): void {
  api.add(
    {
      method: 'get',
      path: '/notices',
      tag,
      summary: '自分への知らせ / Notices to me',
      access: mine,
      response: Notices,
    },
    ({ actor }) => notices.of(personOf(actor)),
  )
  api.add(
    {
      method: 'post',
      path: '/notices/read',
      tag,
      summary: '読んだことにする / Mark notices as read',
      access: mine,
      body: NoticesRead,
    },
    async ({ actor, body }) => {
      await notices.read(personOf(actor), body.ids)
      return undefined
    },
  )
}

/** The command line is nobody whom one could tell something. */
function personOf(actor: Actor): string {
  if (actor.kind !== 'user') throw new AppError('forbidden')
  return actor.id
}
