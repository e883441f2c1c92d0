import { faultText } from '@akari/node-kit'
import { Alert, type ExternalTrigger, type ExternalTriggerResult, Id, RaiseAlert, type Revision } from '@akari/protocol'
import { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { SourceMonitor } from './source-monitor.ts'
import texts from './sources.texts.json' with { type: 'json' }

/** The trigger file: which template of the desk each contact of a receiver sets off, for how long and where. */
export const TriggerMap = z.record(
  z.string().min(1).max(80),
  z.strictObject({
    templateId: Id,
    minutes: RaiseAlert.shape.minutes.default(null),
    target: Alert.shape.target.default({ kind: 'all' }),
  }),
)
export type TriggerMap = z.infer<typeof TriggerMap>

type Deps = {
  triggers: TriggerMap
  monitor: SourceMonitor
  raise: (actor: Actor, input: RaiseAlert) => Promise<{ revision: Revision }>
}

/** Sets off what a contact is mapped to. Repeats of one `id` are one alert. Throws AppError `not-found` for an unknown one. */
export function externalTrigger({ triggers, monitor, raise }: Deps) {
  return async (actor: Actor, { id, trigger, channel }: ExternalTrigger): Promise<ExternalTriggerResult> => {
    const mapped = Object.hasOwn(triggers, trigger) ? triggers[trigger] : undefined
    if (mapped === undefined) {
      monitor.failed(`unknown trigger ${trigger}`)
      throw new AppError('not-found', sentence(texts.unknownTrigger, { trigger }))
    }
    try {
      const { revision } = await raise(actor, { ...mapped, channel, requestId: `trigger:${id}` })
      monitor.heard()
      monitor.took(null)
      return { templateId: mapped.templateId, channel, revision }
    } catch (err) {
      monitor.failed(`trigger ${trigger}: ${faultText(err)}`)
      throw err
    }
  }
}
