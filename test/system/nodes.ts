import { AlertDesk, ChannelDesk, type ConsoleTopic, type FromConsole, type ToConsole } from '@akari/protocol'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { freshPostgres } from '../../apps/cms/src/db/testing.ts'
import { type Caller, type RunningCms, startCms } from '../../apps/cms/src/testing/running-cms.ts'

export type TwoNodes = { a: RunningCms; b: RunningCms; databaseUrl: string }

/** Two nodes of one city hall on an empty database of this PostgreSQL. */
export async function startTwoNodes(postgresUrl: string, env: Record<string, string> = {}): Promise<TwoNodes> {
  const databaseUrl = await freshPostgres(postgresUrl)
  const a = await startCms(databaseUrl, { env })
  const b = await startCms(databaseUrl, { beside: a, env })
  return { a, b, databaseUrl }
}

/** Signs the first administrator in at a node and changes the first password. */
export async function signInAdmin(cms: RunningCms): Promise<Caller & { cookie: string }> {
  const { username, password } = cms.firstAdmin ?? { username: '', password: '' }
  const opened = await cms.call('POST', '/api/session', { body: { username, password } })
  const body = { current: password, next: 'とても長いひみつの合言葉です' }
  const changed = await cms.call('POST', '/api/session/password', { as: { cookie: cookieOf(opened.headers) }, body })
  if (changed.status !== 200) throw new Error(`not signed in: ${JSON.stringify(changed.body)}`)
  return { cookie: cookieOf(changed.headers) }
}

function cookieOf(headers: Headers): string {
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** What the console of this node is told to fetch again. */
export async function watchTopics(cms: RunningCms, { cookie }: { cookie: string }): Promise<ConsoleTopic[]> {
  const socket: Socket<ToConsole, FromConsole> = io(`${cms.url}/console`, {
    extraHeaders: { cookie },
    transports: ['websocket'],
    forceNew: true,
  })
  onTestFinished(() => void socket.close())
  const topics: ConsoleTopic[] = []
  socket.on('changed', (topic) => topics.push(topic))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return topics
}

export async function deskOf(cms: RunningCms): Promise<AlertDesk> {
  return AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: cms.local })).body)
}

export async function raise(
  cms: RunningCms,
  requestId: string,
  { channel = 'live', as = cms.local }: { channel?: 'live' | 'drill'; as?: Caller } = {},
): Promise<ChannelDesk> {
  const body = { channel, templateId: 'building-fire', target: { kind: 'all' }, minutes: null, requestId }
  return ChannelDesk.parse((await cms.call('POST', '/api/alerts', { body, as })).body)
}

/** Gives the status of the answer. */
export async function end(cms: RunningCms, requestId: string, channel: 'live' | 'drill' = 'live'): Promise<number> {
  const body = { channel, as: 'cleared' }
  return (await cms.call('POST', `/api/alerts/operator:${requestId}/end`, { body, as: cms.local })).status
}

/** Ids of what is in force, without the source's prefix, sorted. */
export function inForce(state: { alerts: ChannelDesk['alerts'] }): string[] {
  return state.alerts
    .filter(({ phase }) => phase === 'inForce')
    .map(({ id }) => id.replace('operator:', ''))
    .sort()
}
