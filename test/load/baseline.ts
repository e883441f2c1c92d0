import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { AlertState, type SignedAlertState } from '@akari/protocol'
import { startFleet } from './fleet.ts'
import { BareReport } from './fleet-messages.ts'
import type { SimulatedDisplay } from './simulated-displays.ts'

/** Milliseconds: from the broadcast to the last answer at the server, and to each confirmation at a client. */
export type Push = { lastAnswerMs: number; confirmedMs: number[] }
export type Bare = { push: (envelope: SignedAlertState) => Promise<Push>; close: () => void }

/** The same clients on a Socket.IO server that carries the same bytes and does nothing else. */
export async function startBare(displays: readonly SimulatedDisplay[], processes: number): Promise<Bare> {
  const server = fork(join(import.meta.dirname, 'bare-socket-io.ts'))
  const next = async () => BareReport.parse((await once(server, 'message'))[0])
  const listening = await next()
  if (listening.kind !== 'listening') throw new Error('the bare server did not say where it listens')
  const fleet = await startFleet(`http://127.0.0.1:${listening.port}`, displays, processes)
  return {
    push: async (envelope) => {
      const { revision } = AlertState.parse(JSON.parse(envelope.payload))
      const started = performance.timeOrigin + performance.now()
      const answered = next()
      server.send(envelope)
      const confirmed = await fleet.confirmed(revision)
      const report = await answered
      if (report.kind !== 'answered') throw new Error('the bare server did not report its answers')
      return { lastAnswerMs: report.lastMs, confirmedMs: confirmed.map((at) => at - started) }
    },
    close: () => {
      fleet.close()
      server.kill('SIGTERM')
    },
  }
}
