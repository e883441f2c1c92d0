import { createLogger } from '@akari/node-kit'
import { LookReport } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { Camera } from './camera.ts'
import { keepLooking } from './keep-looking.ts'

const log = createLogger('test', { level: 'silent' })
const blank: Camera = {
  size: async () => ({ width: 80, height: 80 }),
  take: async ({ width, height }) => ({ data: new Uint8Array(width * height * 3), width, height, channels: 3 }),
}

/** An agent that gives these orders one after the other, then holds every further question. */
function agent(orders: readonly boolean[]) {
  const reports: LookReport[] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    expect(url).toBe('http://127.0.0.1:1/look')
    reports.push(LookReport.parse(JSON.parse(await new Response(init?.body ?? null).text())))
    const look = orders[reports.length - 1]
    if (look !== undefined) return Response.json({ look })
    return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
  }
  return { reports, fetch }
}

test('asks without having looked, looks when it is told to, and tells what it saw', async () => {
  const { reports, fetch } = agent([true, false])
  const eyes = keepLooking({ agentOrigin: 'http://127.0.0.1:1', camera: () => blank, fetch, log })
  await expect.poll(() => reports).toHaveLength(3)
  expect(reports).toEqual([{ look: null }, { look: { states: [], trouble: null } }, { look: null }])
  await eyes.close()
})

test('a host that cannot take a picture says why instead of keeping silent', async () => {
  const { reports, fetch } = agent([true])
  const gone: Camera = { ...blank, size: () => Promise.reject(new Error('the browser is not running')) }
  const eyes = keepLooking({ agentOrigin: 'http://127.0.0.1:1', camera: () => gone, fetch, log })
  await expect.poll(() => reports[1]).toEqual({ look: { states: [], trouble: 'the browser is not running' } })
  await eyes.close()
})

test('an agent that is away is asked again, with nothing old to tell', async () => {
  const { reports, fetch } = agent([true])
  let calls = 0
  const flaky: typeof globalThis.fetch = (url, init) => {
    calls += 1
    return calls === 1 ? Promise.reject(new TypeError('fetch failed')) : fetch(url, init)
  }
  const eyes = keepLooking({ agentOrigin: 'http://127.0.0.1:1', camera: () => blank, fetch: flaky, log })
  await expect.poll(() => reports.length, { timeout: 5000 }).toBe(2)
  expect(reports[0]).toEqual({ look: null })
  await eyes.close()
})
