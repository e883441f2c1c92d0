import { reaches } from '@akari/programme'
import type { Id, Play, Programme } from '@akari/protocol'
import type { MainDatabase } from './db/database.ts'
import type { StoredDisplay } from './features/displays/displays.store.ts'
import { addGuideRoutes } from './features/guide/guide.routes.ts'
import { type GuideDeps, guideService } from './features/guide/guide.service.ts'
import { guideStore } from './features/guide/guide.store.ts'
import type { Api } from './http/api.ts'

type Deps = Pick<GuideDeps, 'subjectsOf' | 'materials' | 'playlists' | 'entries' | 'now'> & {
  api: Api
  db: MainDatabase
  displays: () => Promise<readonly StoredDisplay[]>
  programmeFor: (displayId: Id) => Promise<{ programme: Programme } | null>
  playsBetween: (query: { display: Id; from: string; to: string }) => Promise<{ plays: readonly Play[] }>
}

/** How long ago a poster may have been on the glass to count for who is waiting for it now. */
const LATELY_MS = 1_800_000

/** Wires the first-run guide to everything that its steps look at. */
export function wireGuide({ api, db, displays, programmeFor, playsBetween, ...deps }: Deps): void {
  const guide = guideService({
    ...deps,
    store: guideStore(db),
    reaches,
    displays: async () =>
      (await displays())
        .filter(({ canary }) => !canary)
        .map(({ id, profile, groups, tags, defaultPlaylistId, health }) => ({
          id,
          name: profile.name,
          groups,
          tags,
          defaultPlaylistId,
          onGlass: health?.onGlass ?? null,
        })),
    published: async (displayId) => (await programmeFor(displayId))?.programme.playlists ?? [],
    plays: async (display) => {
      const to = deps.now()
      const from = new Date(to.getTime() - LATELY_MS)
      return (await playsBetween({ display, from: from.toISOString(), to: to.toISOString() })).plays
    },
  })
  addGuideRoutes(api, guide)
}
