import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { Id, Instant } from '../primitives.ts'
import { ZoneArea, zonesApart } from '../zone-area.ts'

/** A zone as staff draw it: where it is, and which playlist runs in it. */
export const DraftZone = z.object({ id: Id, area: ZoneArea, playlistId: Id })
export type DraftZone = z.infer<typeof DraftZone>

const zones = zonesApart(DraftZone)

/**
 * How the glass is shared, drawn for wide glasses, tall ones or both; where one is left out it follows from the other.
 * `version` guards against two people at once: a write with an old one is refused (409), nothing is lost.
 */
export const LayoutInput = z
  .object({
    name: z.string().trim().min(1).max(120),
    landscape: zones.optional(),
    portrait: zones.optional(),
    version: z.int().nonnegative(),
  })
  .refine(({ landscape, portrait }) => landscape !== undefined || portrait !== undefined, {
    path: ['landscape'],
    ...broken('wideOrTall'),
  })
export type LayoutInput = z.infer<typeof LayoutInput>

/** `usedIn`: the playlists with an item that shows it. */
export const LayoutView = LayoutInput.safeExtend({
  id: Id,
  usedIn: z.array(z.object({ playlistId: Id, name: z.string() })),
  updatedAt: Instant,
})
export type LayoutView = z.infer<typeof LayoutView>
