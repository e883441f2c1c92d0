import { z } from 'zod'
import { Id } from '../primitives.ts'

/** The way from the first sign-in to «my poster is on the lobby display», in order. */
export const GUIDE_STEPS = ['material', 'playlist', 'schedule', 'publish', 'glass'] as const
export const GuideStepName = z.enum(GUIDE_STEPS)
export type GuideStepName = z.infer<typeof GuideStepName>

/** A step is done by what really happened, not by what was clicked; `subject` is what it happened with. */
export const GuideStep = z.object({
  step: GuideStepName,
  done: z.boolean(),
  subject: z.object({ id: Id, name: z.string() }).nullable(),
})
export type GuideStep = z.infer<typeof GuideStep>

/** The first-run guide of the person who asks. `putAway`: they do not want to see it; then it has no steps. */
export const GuideView = z.object({ putAway: z.boolean(), steps: z.array(GuideStep) })
export type GuideView = z.infer<typeof GuideView>
export const GuideInput = z.object({ putAway: z.boolean() })
export type GuideInput = z.infer<typeof GuideInput>
