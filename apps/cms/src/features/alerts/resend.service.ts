import type { Channel, Delivery, ResendResult } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import type { Audit } from '../service-deps.ts'
import type { AlertChannels } from './alert-channels.ts'
import type { DisplayNow } from './delivery.ts'

type Deps = {
  channels: Pick<AlertChannels, 'held'>
  deliveries: (channel: Channel, displays: readonly DisplayNow[]) => readonly Delivery[]
  displays: () => Promise<readonly DisplayNow[]>
  /** Tells every server, this one too, to call `send`. */
  publish: (channel: Channel) => void
  /** To the displays of these that are connected here. */
  sendTo: (displayIds: readonly string[], envelope: ReturnType<AlertChannels['held']>['envelope']) => void
  audit: Audit
}

export type ResendService = ReturnType<typeof resendService>

/** The newest state once more, to whom it does not seem to have reached. A display takes what it holds already as such. */
export function resendService({ channels, deliveries, displays, publish, sendTo, audit }: Deps) {
  const unconfirmed = async (channel: Channel) =>
    deliveries(channel, await displays()).filter(({ status }) => status !== 'shown' && status !== 'seen')
  const named = ({ displayId, name }: Delivery) => ({ displayId, name })

  return {
    resend: async (actor: Actor, channel: Channel): Promise<ResendResult> => {
      const silent = await unconfirmed(channel)
      publish(channel)
      const { epoch, revision } = channels.held(channel).state
      await audit(actor, `alert.resent.${channel}`, `${epoch}.${revision}`, { displays: silent.length })
      return {
        channel,
        epoch,
        revision,
        sentTo: silent.filter(({ status }) => status !== 'unreachable').map(named),
        outOfReach: silent.filter(({ status }) => status === 'unreachable').map(named),
      }
    },
    send: async (channel: Channel): Promise<void> => {
      const ids = (await unconfirmed(channel)).map(({ displayId }) => displayId)
      sendTo(ids, channels.held(channel).envelope)
    },
  }
}
