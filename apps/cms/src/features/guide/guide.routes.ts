import { GuideInput, GuideView } from '@akari/protocol'
import { type Actor, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import type { GuideService } from './guide.service.ts'

const ACCESS = { who: 'staff', roles: EDITORS } as const
const tag = 'guide'

export function addGuideRoutes(api: Api, guide: GuideService): void {
  api.add(
    {
      method: 'get',
      path: '/guide',
      tag,
      summary: '自分のはじめての手順 / The first-run guide of the caller',
      access: ACCESS,
      response: GuideView,
    },
    ({ actor }) => guide.of(personOf(actor)),
  )
  api.add(
    {
      method: 'put',
      path: '/guide',
      tag,
      summary: 'はじめての手順をしまう・出す / Put the first-run guide away, or bring it back',
      access: ACCESS,
      body: GuideInput,
      response: GuideView,
    },
    async ({ actor, body }) => {
      const person = personOf(actor)
      await guide.change(person, body)
      return guide.of(person)
    },
  )
}

/** A guide is somebody's: the command line has none. */
function personOf(actor: Actor): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw new AppError('forbidden')
  return actor
}
