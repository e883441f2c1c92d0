import { AlertState, type FromPlayer, SignedAlertState, type ToPlayer } from '@akari/protocol'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { FleetOrder, type FleetReport, type FleetOrder as Order } from './fleet-messages.ts'

/**
 * Some of the simulated displays, in a process of their own so that their work is not the server's. They echo and do not
 * verify: thousands of signatures checked on the server's own cores would measure them, not the server.
 */
const Position = AlertState.pick({ channel: true, epoch: true, revision: true })
const AT_ONCE = 50

const Snapshots = z.object({ feeds: z.array(z.object({ revision: z.number() })) })

const moments = new Map<string, number[]>()
let size = 0

process.once('message', (order) => void connectAll(FleetOrder.parse(order)))
process.once('SIGTERM', () => process.exit(0))
process.once('disconnect', () => process.exit(0))

async function connectAll({ url, displays }: Order): Promise<void> {
  size = displays.length
  for (let from = 0; from < displays.length; from += AT_ONCE) {
    await Promise.all(displays.slice(from, from + AT_ONCE).map(({ token }) => connect(url, token)))
  }
  report({ kind: 'connected' })
}

async function connect(url: string, token: string): Promise<void> {
  const socket: Socket<ToPlayer, FromPlayer> = io(`${url}/player`, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  })
  socket.on('alert.state', (envelope) => {
    const { channel, epoch, revision } = Position.parse(JSON.parse(SignedAlertState.parse(envelope).payload))
    if (channel !== 'live') return
    const at = new Date().toISOString()
    socket.emit('alert.acknowledged', { kind: 'received', channel, epoch, revision, saved: true, at }, () =>
      countIn('confirmed', revision),
    )
  })
  socket.on('feeds.state', (snapshots) => {
    for (const { revision } of Snapshots.parse(snapshots).feeds) countIn('fed', revision)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
}

/** Tells the bench when all displays of this process are that far. */
function countIn(kind: 'confirmed' | 'fed', revision: number): void {
  const key = `${kind} ${revision}`
  const at = moments.get(key) ?? []
  at.push(performance.timeOrigin + performance.now())
  moments.set(key, at)
  if (at.length < size) return
  moments.delete(key)
  report({ kind, revision, at })
}

function report(message: FleetReport): void {
  process.send?.(message)
}
