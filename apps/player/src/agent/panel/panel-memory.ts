import { faultText, JsonFile } from '@akari/node-kit'
import { z } from 'zod'
import type { Faults } from '../faults.ts'
import { AT_START, type Plan } from './panel-plan.ts'

const Saved = z.object({
  bootId: z.string(),
  plan: z.object({
    wish: z.object({ panel: z.enum(['on', 'off']), urgent: z.boolean() }),
    before: z.enum(['on', 'off', 'unknown']),
  }),
})

export type PanelMemory = { recall: () => Promise<Plan>; keep: (plan: Plan) => Promise<void> }

/**
 * What was wished of the panel last, for an agent that starts again: without it, one that is killed in an emergency would take
 * the panel that it lit itself for one that people had on. Another start of the device counts only for an emergency that was
 * on: the panel may have been switched on by that start, and the hours are to be looked at anew.
 */
export function panelMemory(path: string, bootId: string, faults: Faults): PanelMemory {
  const file = new JsonFile(Saved, path)
  return {
    recall: async () => {
      const saved = await file.load()
      if (saved.state === 'corrupt') faults.report('panel-file-damaged', saved.setAsideAs ?? path)
      if (saved.state !== 'ok') return AT_START
      const { plan, bootId: savedIn } = saved.value
      return savedIn === bootId || plan.wish.urgent ? plan : AT_START
    },
    keep: (plan) =>
      file.save({ bootId, plan }).then(
        () => faults.clear('panel-not-saved'),
        (error: unknown) => faults.report('panel-not-saved', faultText(error)),
      ),
  }
}
