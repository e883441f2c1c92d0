import { Caption, CaptionRuby, type Id, Instant } from '@akari/protocol'
import { z } from 'zod'

/** A caption as it is kept. `number`: in which order it first came. `ruby` is there as soon as a Japanese final was read. */
export const StoredCaption = z.object({
  ...Caption.omit({ machineTranslated: true }).shape,
  number: z.int(),
  isMachine: z.boolean(),
  receivedAt: Instant,
  delayMs: z.int(),
  correctedAt: Instant.nullable(),
  isWithdrawn: z.boolean(),
  version: z.int().positive(),
  ruby: CaptionRuby.optional(),
})
export type StoredCaption = z.infer<typeof StoredCaption>

/** What is one and the same caption, said again. */
export function keyOf({ segmentId, language }: { segmentId: Id; language: string }): string {
  return `${segmentId} ${language}`
}

/**
 * Does what came in now take the place of what there is? A word of the clerk stands, an interim that comes behind its final is late, and
 * a machine's translation gives way to a person's.
 */
export function takesPlace(now: StoredCaption, before: StoredCaption | undefined): boolean {
  if (before === undefined) return true
  if (before.correctedAt !== null || before.isWithdrawn) return false
  if (now.isMachine && !before.isMachine) return false
  return !(before.state === 'final' && now.state === 'interim')
}

/** A caption that is said again began when it was said first, and whoever spoke then speaks unless somebody else is named. */
export function continued(now: StoredCaption, before: StoredCaption | undefined): StoredCaption {
  if (before === undefined) return now
  const spokenAt = before.spokenAt < now.spokenAt ? before.spokenAt : now.spokenAt
  return { ...now, spokenAt, speaker: now.speaker ?? before.speaker }
}
