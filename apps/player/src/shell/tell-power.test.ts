import { createLogger } from '@akari/node-kit'
import { HostPower } from '@akari/protocol'
import { expect, test, vi } from 'vitest'
import { tellPower } from './tell-power.ts'

test('the agent is told at once, on every change, and again and again, whether it answers or not', async () => {
  const told: HostPower[] = []
  let source: HostPower['source'] = 'mains'
  const fetch = vi.fn<typeof globalThis.fetch>((_url, init) => {
    told.push(HostPower.parse(typeof init?.body === 'string' ? JSON.parse(init.body) : null))
    return told.length === 1
      ? Promise.reject(new Error('not there'))
      : Promise.resolve(new Response(null, { status: 204 }))
  })
  const log = createLogger('test', { level: 'silent' })
  const supply = tellPower({ agentOrigin: 'http://127.0.0.1:8090', source: () => source, fetch, log, everyMs: 30 })
  source = 'battery'
  supply.now()
  expect(told).toEqual([{ source: 'mains' }, { source: 'battery' }])
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(3))
  expect(fetch.mock.calls[0]?.[0]).toBe('http://127.0.0.1:8090/power')
  supply.close()
  const before = told.length
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(told).toHaveLength(before)
})
