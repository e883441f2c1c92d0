import { z } from 'zod'
import { DisplayHealth, DisplayStatus } from '../display.ts'
import { Id, Instant, Revision } from '../primitives.ts'
import { DisplayProfile } from '../programme.ts'
import { Maintenance } from './fleet.ts'
import { TagName } from './targets.ts'

/** A display as the console sees it: the record, and how it is now. */
export const DisplayView = z.object({
  id: Id,
  profile: DisplayProfile,
  groups: z.array(z.string().min(1).max(40)).max(20),
  tags: z.array(TagName).max(20),
  defaultPlaylistId: Id.nullable(),
  status: DisplayStatus,
  lastSeenAt: Instant.nullable(),
  pairedAt: Instant.nullable(),
  publishedRevision: Revision.nullable(),
  health: DisplayHealth.nullable(),
  /** Hidden: what the self-test is sent to. Nobody looks at it, so it is on no wall and counts nowhere. */
  canary: z.boolean().optional(),
  /** Present while somebody works on it. */
  maintenance: Maintenance.optional(),
})
export type DisplayView = z.infer<typeof DisplayView>

export const NewDisplay = z.object({
  profile: DisplayProfile,
  groups: DisplayView.shape.groups.default([]),
  tags: DisplayView.shape.tags.default([]),
  defaultPlaylistId: Id.nullable().default(null),
  canary: z.boolean().optional(),
})
export type NewDisplay = z.infer<typeof NewDisplay>
export const DisplayPatch = z.object({
  profile: DisplayProfile.partial().optional(),
  groups: DisplayView.shape.groups.optional(),
  tags: DisplayView.shape.tags.optional(),
  defaultPlaylistId: Id.nullable().optional(),
  canary: z.boolean().optional(),
})
export type DisplayPatch = z.infer<typeof DisplayPatch>

export const ClaimCode = z.object({ code: z.string().min(8).max(20) })
/** Staff compared the six digits: attach the player to an existing record, or make a new one. */
export const ConfirmClaim = z.discriminatedUnion('attach', [
  z.object({ attach: z.literal('existing'), displayId: Id }),
  z.object({ attach: z.literal('new'), display: NewDisplay }),
])
export type ConfirmClaim = z.infer<typeof ConfirmClaim>
