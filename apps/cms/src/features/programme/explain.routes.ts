import { Explanation, ExplainQuery, type Id, type Programme } from '@akari/protocol'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import { explain, type WorldNow } from './explain.ts'

export type ExplainDeps = {
  displays: () => Promise<readonly { id: Id; profile: { name: string } }[]>
  programmeFor: (displayId: Id) => Promise<{ programme: Programme } | null>
  world: () => WorldNow
  now: () => Date
}

export function addExplainRoutes(api: Api, deps: ExplainDeps): void {
  api.add(
    {
      method: 'get',
      path: '/programme/explain',
      tag: 'programme',
      summary: 'なぜこれが表示? / What a display shows at a moment, and why',
      access: { who: 'staff', roles: ALL_ROLES },
      query: ExplainQuery,
      response: Explanation,
    },
    async ({ query }) => {
      const displays = await deps.displays()
      const isMeant = ({ id, profile }: (typeof displays)[number]) =>
        id === query.display || profile.name === query.display
      const display = displays.find(isMeant)
      if (display === undefined) throw new AppError('not-found')
      const published = await deps.programmeFor(display.id)
      const now = deps.now()
      const named = { id: display.id, name: display.profile.name }
      return explain(named, published?.programme ?? null, deps.world(), new Date(query.at ?? now), now)
    },
  )
}
