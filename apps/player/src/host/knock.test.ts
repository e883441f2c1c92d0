import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger } from '@akari/node-kit'
import { NO_VALUES, PlayerState, type Texts } from '@akari/protocol'
import { afterEach, expect, test } from 'vitest'
import { knocker } from './knock.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function knockAt(listener: RequestListener, timeoutMs = 2_000) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return knockAtPort((server.address() as AddressInfo).port, timeoutMs)
}

async function knockAtPort(port: number, timeoutMs: number) {
  const cities: Texts[] = []
  const knock = knocker({
    screenOrigin: `http://127.0.0.1:${port}`,
    fetch,
    timeoutMs,
    onCity: (city) => cities.push(city),
    log: createLogger('shell', { level: 'silent' }),
  })
  return { answered: await knock(), cities }
}

test('an agent that serves its page and its state is there', async () => {
  expect(await knockAt((_request, response) => response.end('{}'))).toEqual({ answered: true, cities: [] })
})

test('an agent that has not got the page is not, so that its error never reaches the glass', async () => {
  const knocked = await knockAt((request, response) => {
    response.writeHead(request.url === '/' ? 404 : 200).end('{}')
  })
  expect(knocked.answered).toBe(false)
})

test('whoever answers with something else than a state is not the agent', async () => {
  expect((await knockAt((_request, response) => response.end('<p>hello'))).answered).toBe(false)
})

test('an agent that accepts and stays silent is given up after the time limit', async () => {
  const started = performance.now()
  expect((await knockAt(() => undefined, 100)).answered).toBe(false)
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('nobody there is not an agent', async () => {
  expect((await knockAtPort(1, 1_000)).answered).toBe(false)
})

test('the name of the city is passed on when the agent has a programme', async () => {
  const city = { ja: '小金井市役所', en: 'Koganei City Hall' }
  const { cities } = await knockAt((_request, response) => response.end(JSON.stringify(stateOf(city))))
  expect(cities).toEqual([city])
})

function stateOf(city: Texts): PlayerState {
  const since = '2026-01-05T09:00:00+09:00'
  return PlayerState.parse({
    revision: 1,
    bootId: 'boot',
    pairing: { state: 'paired', displayId: 'lobby', name: null },
    programme: {
      format: 1,
      displayId: 'lobby',
      revision: 1,
      publishedAt: since,
      city,
      timeZone: 'Asia/Tokyo',
      display: {
        name: '1階ロビー',
        widthPx: 1920,
        heightPx: 1080,
        mmPerPx: 0.5,
        viewingDistanceM: 3,
        touch: true,
        kioskId: null,
      },
      playlists: [],
      entries: [],
      defaultPlaylistId: null,
      streams: [],
      files: [],
    },
    files: [],
    alerts: { live: null, drill: null },
    values: NO_VALUES,
    plays: [],
    link: { state: 'online', since },
    clock: { offsetMs: 0, trust: 'synced' },
    power: 'mains',
  })
}
