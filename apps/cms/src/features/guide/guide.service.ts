import { GUIDE_STEPS, type GuideInput, type GuideView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { nameOf } from '../../http/actor.ts'
import type { Facts } from './guide-steps.ts'
import { guideSteps } from './guide-steps.ts'
import type { GuideStore } from './guide.store.ts'

export type GuideDeps = Omit<Facts, 'materials' | 'playlists' | 'ownPlaylistIds' | 'entries' | 'displays'> & {
  store: GuideStore
  /** What an actor did such a thing with, by the audit log. */
  subjectsOf: (actor: string, actions: readonly string[]) => Promise<ReadonlySet<string>>
  materials: () => Promise<Facts['materials']>
  playlists: () => Promise<Facts['playlists']>
  entries: () => Promise<Facts['entries']>
  displays: () => Promise<Facts['displays']>
  now: () => Date
}

export type GuideService = ReturnType<typeof guideService>
type User = Extract<Actor, { kind: 'user' }>

const ADDED = ['asset.create', 'poster.create']

/** The first-run guide: what its steps are about is looked up, never told by the console. */
export function guideService(deps: GuideDeps) {
  const { store } = deps
  return {
    of: async (user: User): Promise<GuideView> => {
      const record = await store.find(user.id)
      if (record.putAway) return { putAway: true, steps: [] }
      if (record.finishedAt !== null) return { putAway: false, steps: GUIDE_STEPS.map(finished) }
      const added = await deps.subjectsOf(nameOf(user), ADDED)
      const steps = await guideSteps({
        ...deps,
        materials: (await deps.materials()).filter(({ id }) => added.has(id)),
        playlists: await deps.playlists(),
        ownPlaylistIds: await deps.subjectsOf(nameOf(user), ['playlist.create']),
        entries: await deps.entries(),
        displays: await deps.displays(),
      })
      // What was once on the glass stays done when the poster is taken down.
      if (steps.every(({ done }) => done)) {
        await store.save(user.id, { ...record, finishedAt: deps.now().toISOString() })
      }
      return { putAway: false, steps }
    },
    change: async (user: User, { putAway }: GuideInput): Promise<void> => {
      const { finishedAt } = await store.find(user.id)
      await store.save(user.id, { putAway, finishedAt })
    },
  }
}

function finished(step: (typeof GUIDE_STEPS)[number]): GuideView['steps'][number] {
  return { step, done: true, subject: null }
}
