import { readFile } from 'node:fs/promises'
import type { Id } from '@akari/protocol'
import type { Response } from 'express'
import { AppError } from '../../http/app-error.ts'
import type { VenueDrafts } from './venue-drafts.ts'
import type { VenuesService } from './venues.service.ts'

type Deps = { venues: Pick<VenuesService, 'draft' | 'guide'>; drafts: VenueDrafts; pathOf: (sha256: string) => string }

/** Documents of megabytes go out as the text that they are kept as: reading them into objects would hold up the server. */
export function venueDocuments({ venues, drafts, pathOf }: Deps) {
  const send = (res: Response, text: string): undefined => {
    res.type('application/json').send(text)
    return undefined
  }
  return {
    sendDraft: async (id: Id, res: Response) => {
      const { view, edits, planFile } = await venues.draft(id)
      const model = await readFile(pathOf(planFile.sha256), 'utf8')
      return send(res, `${JSON.stringify({ ...view, edits }).slice(0, -1)},"model":${model}}`)
    },
    sendGuide: async (id: Id, of: 'draft' | 'published', res: Response) => {
      if (of === 'draft') return send(res, await venues.guide(id))
      const { published } = await drafts.found(id)
      if (published === null) throw new AppError('not-found')
      return send(res, await readFile(pathOf(published.guide.sha256), 'utf8'))
    },
  }
}
export type VenueDocuments = ReturnType<typeof venueDocuments>
