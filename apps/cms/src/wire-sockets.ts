import type { Server } from 'node:http'
import type { FeedSnapshots, Id, LiveValues, Revision } from '@akari/protocol'
import type { Logger } from 'pino'
import { sessionSecretOf } from './http/session-cookie.ts'
import { type SocketServer, startSocketServer } from './realtime/socket-server.ts'
import type { wireAccounts } from './wire-accounts.ts'
import type { wireAlerts } from './wire-alerts.ts'
import type { wireDisplays } from './wire-displays.ts'

type Deps = {
  http: Server
  log: Logger
  now: () => Date
  known: ReturnType<typeof wireAccounts>['known']
  emergency: Pick<Awaited<ReturnType<typeof wireAlerts>>, 'alerts' | 'channels' | 'keyring' | 'acknowledged'>
  devices: Pick<Awaited<ReturnType<typeof wireDisplays>>, 'displays' | 'revisions'>
  values: () => LiveValues
  feedsFor: (displayId: Id) => Promise<{ shown: readonly Id[]; known: FeedSnapshots }>
  /** A display holds the programme of this revision. */
  programmeHeld: (displayId: Id, revision: Revision) => Promise<void>
}

/** Wires what players and consoles say and hear over sockets. */
export function wireSockets({ known, emergency, devices, programmeHeld, ...deps }: Deps): SocketServer {
  const { keyring, alerts, channels, acknowledged } = emergency
  const { displays, revisions } = devices
  return startSocketServer({
    ...deps,
    displayOf: known.players.read,
    isStaff: async (cookie) => (await known.users.read(sessionSecretOf(cookie) ?? '')) !== null,
    envelopes: channels.envelopes,
    keyManifest: keyring.envelope,
    heard: async (displayId, hello) => {
      // These ask the content database, which may be slow or locked. What comes of them is told when it does; the display is
      // taken in meanwhile.
      const keys = hello.keys === undefined ? Promise.resolve() : keyring.heard(hello.keys)
      void keys.catch((err: unknown) => deps.log.error({ err, displayId }, 'keys not issued anew'))
      const held = hello.programmeRevision
      const programme = held === null ? Promise.resolve() : programmeHeld(displayId, held)
      void programme.catch((err: unknown) => deps.log.error({ err, displayId }, 'programme not numbered anew'))
      await alerts.heard(displayId, hello)
    },
    acknowledged,
    reported: displays.reported,
    connected: displays.connected,
    disconnected: displays.disconnected,
    programmeRevision: async (displayId) => (await revisions.read()).get(displayId) ?? null,
  })
}
