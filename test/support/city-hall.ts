import { join } from 'node:path'
import { type PairingState, PlayerState } from '@akari/protocol'
import { z } from 'zod'
import { localAccess } from './local-access.ts'
import { type Running, startProcess } from './processes.ts'

const root = join(import.meta.dirname, '..', '..')

export type Service = { url: string; process: Running }

/** A CMS as a process of its own on a free port, on this data folder. */
export async function startCmsProcess(dataDir: string, env: Record<string, string> = {}): Promise<Service> {
  const process = await startProcess({
    arguments: [join(root, 'apps/cms/src/main.ts')],
    env: { AKARI_DATA: dataDir, PORT: '0', AKARI_LOG: 'warn', ...env },
    ready: /^Akari CMS (http\S+)$/m,
    limitMs: 60_000,
  })
  return { url: process.readyLine[1] ?? '', process }
}

/** A player agent as a process of its own, for these CMS addresses; `nodeArguments` come before its entry. */
export async function startAgentProcess(
  dataDir: string,
  cmsUrl: string,
  port = 0,
  nodeArguments: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Service> {
  const process = await startProcess({
    arguments: [...nodeArguments, join(root, 'apps/player/src/agent/main.ts')],
    env: {
      AKARI_CMS_URLS: cmsUrl,
      AKARI_AGENT_DATA: join(dataDir, 'player'),
      AKARI_AGENT_PORT: String(port),
      // Whatever the machine of the tests runs from.
      AKARI_POWER_SENSORS: 'none',
      AKARI_RELAY: 'off',
      ...env,
    },
    ready: /"url":"(http[^"]+)","msg":"agent listening"/,
  })
  return { url: process.readyLine[1] ?? '', process }
}

/** Calls the API of the CMS as the command line on its machine would. */
export function localApi(dataDir: string) {
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const access = await localAccess(dataDir)
    const raw = body instanceof Uint8Array
    const response = await fetch(`${access.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${access.secret}`,
        'content-type': raw ? 'application/xml' : 'application/json',
      },
      ...(body === undefined ? {} : { body: raw ? Buffer.from(body) : JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
}

export async function playerState(agentUrl: string): Promise<PlayerState> {
  const response = await fetch(`${agentUrl}/state`)
  return PlayerState.parse(await response.json())
}

/** Polls until `look` gives something; fails after the limit with what was waited for. */
export async function eventually<T>(what: string, look: () => Promise<T | null>, limitMs = 20_000): Promise<T> {
  const deadline = Date.now() + limitMs
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (Date.now() > deadline) throw new Error(`${what}: not within ${limitMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const LOBBY_PROFILE = {
  name: '1階ロビー',
  widthPx: 1920,
  heightPx: 1080,
  mmPerPx: 0.53,
  viewingDistanceM: 3,
  touch: true,
  kioskId: null,
}

/** Pairs the agent by code and digits, with a new display unless something else is said; gives the display's id. */
export async function pair(
  api: ReturnType<typeof localApi>,
  agentUrl: string,
  how: object = { attach: 'new', display: { profile: LOBBY_PROFILE } },
): Promise<string> {
  const waiting = await eventually('a pairing code on the glass', async () =>
    waitingOf((await playerState(agentUrl)).pairing),
  )
  const claim = z
    .object({ requestId: z.string(), digits: z.string() })
    .parse(await api('POST', '/pairing/claims', { code: waiting.code }))
  if (claim.digits !== waiting.digits) throw new Error('glass and console show different digits')
  const confirmed = await api('POST', `/pairing/claims/${claim.requestId}/confirm`, how)
  const { id } = z.object({ id: z.string() }).parse(confirmed)
  await eventually('the agent to be paired and connected', async () => {
    const state = await playerState(agentUrl)
    return state.pairing.state === 'paired' && state.link.state === 'online' ? state : null
  })
  return id
}

function waitingOf(pairing: PairingState): Extract<PairingState, { state: 'waiting' }> | null {
  return pairing.state === 'waiting' ? pairing : null
}
