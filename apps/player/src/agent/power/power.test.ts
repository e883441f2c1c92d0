import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { OnBattery, type PlayerState } from '@akari/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, NO_BATTERY, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { startUps, WHY_NO_UPSD } from '../testing/ups.ts'
import type { PowerConfig } from './power-config.ts'
import { startNut } from './nut-source.ts'
import type { PowerReading } from './reading.ts'

/** Nobody answers there. */
const NO_CMS = { url: 'http://127.0.0.1:9' }

let folder: string
let supplies: string
let agent: Agent | null = null

beforeEach(async () => {
  folder = await temporaryFolder()
  supplies = join(folder, 'power_supply')
  await mkdir(join(supplies, 'AC'), { recursive: true })
  await mkdir(join(supplies, 'BAT0'), { recursive: true })
  await supply('AC', { type: 'Mains', online: '1' })
  await supply('BAT0', { type: 'Battery', status: 'Full', capacity: '100', time_to_empty_now: '3600' })
})
afterEach(async () => {
  await agent?.close()
  agent = null
})

async function supply(name: string, attributes: Record<string, string>): Promise<void> {
  for (const [attribute, text] of Object.entries(attributes))
    await writeFile(join(supplies, name, attribute), `${text}\n`)
}

async function start(power: Partial<PowerConfig> = {}): Promise<Agent> {
  const config = { ...NO_BATTERY, sensors: null, supplyFolder: supplies, ...power }
  agent = await agentFor(NO_CMS, join(folder, 'data'), { power: config })
  return agent
}

const isOnBattery = ({ power }: PlayerState): boolean => power !== 'mains'
const host = (source: string): Promise<Response> => {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${agent?.url}/power`, { method: 'POST', headers, body: JSON.stringify({ source }) })
}

describe('an agent whose mains goes', () => {
  // How soon it is on the glass is told by `npm run bench:player`.
  it('knows from the kernel, without any CMS', async () => {
    const running = await start()
    expect((await stateOf(running)).power).toBe('mains')
    await supply('AC', { online: '0' })
    const { power } = await until(running, isOnBattery)
    expect(power).toMatchObject({ tier: 'dimmed', minutesLeft: 60, chargePercent: 100, measured: true })
    await supply('BAT0', { capacity: '12' })
    await until(running, (state) => OnBattery.parse(state.power).tier === 'sparing')
  })

  it('knows from the host of the glass, and takes no word of anybody else', async () => {
    const running = await start({ supplyFolder: join(folder, 'nothing') })
    expect((await host('battery')).status).toBe(204)
    expect((await until(running, isOnBattery)).power).toMatchObject({ chargePercent: null, measured: true })
    expect((await host('sun')).status).toBe(400)
    const foreign = await fetch(`${running.url}/power`, {
      method: 'POST',
      headers: { origin: 'http://evil' },
      body: '{}',
    })
    expect(foreign.status).toBe(403)
  })

  it('takes a sensor that it was told of and that never answers for battery, and does not switch itself off', async () => {
    const running = await start({
      sensors: [{ kind: 'nut', host: '127.0.0.1', port: 9, ups: 'rack', login: null }],
      shutDown: ['touch', join(folder, 'off')],
    })
    const { power } = await until(running, isOnBattery, 14_000)
    expect(power).toMatchObject({ measured: false, minutesLeft: null })
  }, 20_000)

  it('still knows since when after it was started again', async () => {
    const first = await start()
    await supply('AC', { online: '0' })
    const { power } = await until(first, isOnBattery)
    await vi.waitFor(async () => expect((await stateOf(first)).power).toEqual(power))
    await new Promise((resolve) => setTimeout(resolve, 200))
    await first.close()
    const second = await start()
    expect((await stateOf(second)).power).toMatchObject({ since: OnBattery.parse(power).since })
  })
})

describe('upsd', () => {
  const nut = (port: number) => ({ kind: 'nut' as const, host: '127.0.0.1', port, ups: 'rack', login: null })

  it.skipIf(WHY_NO_UPSD !== null)(
    `tells mains, battery and figures${WHY_NO_UPSD === null ? '' : ` (${WHY_NO_UPSD})`}`,
    async () => {
      const ups = await startUps(folder)
      const heard: PowerReading[] = []
      const source = startNut(nut(ups.port), { heard: (reading) => heard.push(reading), failed: () => undefined })
      try {
        await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ mains: true, chargePercent: 100 }), 10_000)
        await ups.set('OB DISCHRG LB', 18, 540)
        const low = { mains: false, chargePercent: 18, secondsLeft: 540, alarm: 'low' }
        await vi.waitFor(() => expect(heard.at(-1)).toEqual(low), 10_000)
      } finally {
        await source.close()
        await ups.close()
      }
    },
    30_000,
  )

  it('that answers rubbish, falls silent or hangs up is connected to anew, and says nothing meanwhile', async () => {
    let turn = 0
    const lines: Socket[] = []
    const server = createServer((line) => {
      turn += 1
      lines.push(line)
      line.on('error', () => undefined)
      if (turn === 1) line.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      if (turn === 2) line.write('ERR DATA-STALE\n')
      if (turn === 3) line.write('x'.repeat(300_000))
      if (turn === 4) line.write('BEGIN LIST VAR rack\nVAR rack ups.status "OB"\nEND LIST VAR rack\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const failures: string[] = []
    const heard: PowerReading[] = []
    const source = startNut(nut(typeof address === 'object' && address !== null ? address.port : 0), {
      heard: (reading) => heard.push(reading),
      failed: (error) => failures.push(String(error)),
    })
    await vi.waitFor(() => expect(heard).toHaveLength(1), 9_000)
    expect(failures).toHaveLength(3)
    expect(heard).toMatchObject([{ mains: false, chargePercent: null }])
    await source.close()
    for (const line of lines) line.destroy()
    server.close()
  }, 15_000)
})
