import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { cmsClock } from './cms-clock.ts'
import { deviceClock } from './device-clock.ts'

const HOUR_MS = 3_600_000

/** A machine that has been up for a minute, and its agent for a second. */
function someMachine() {
  const at = { wall: 1_000_000, running: 1_000, boot: 60_000 }
  const clock = deviceClock({ wallMs: () => at.wall, runningMs: () => at.running, sinceBootMs: () => at.boot })
  const pass = (ms: number) => {
    at.wall += ms
    at.running += ms
    at.boot += ms
  }
  const sleep = (ms: number) => {
    at.wall += ms
    at.boot += ms
  }
  return { clock, pass, sleep, at }
}

describe('the device clock', () => {
  it('goes on from the uptime of the machine, as finely as the process can tell, and never back', () => {
    const { clock, pass, at } = someMachine()
    expect(clock.monotonicMs()).toBe(60_000)
    pass(0.25)
    expect(clock.monotonicMs()).toBe(60_000.25)
    // The uptime is told in hundredths of a second.
    at.boot -= 9
    pass(5_000)
    expect(clock.monotonicMs()).toBe(65_000.25)
  })

  it('counts the time in which the machine slept, from a second after it woke', () => {
    const { clock, pass, sleep } = someMachine()
    sleep(HOUR_MS)
    pass(1_000)
    expect(clock.monotonicMs()).toBe(60_000 + HOUR_MS + 1_000)
  })

  it('keeps the CMS’s time over a sleep without the CMS', async () => {
    const { clock: device, pass, sleep, at } = someMachine()
    const fail = (error: unknown) => expect.fail(String(error))
    const path = join(await temporaryFolder(), 'clock.json')
    const clock = await cmsClock({ device, path, failed: fail, damaged: fail })
    const nowMs = device.monotonicMs()
    clock.add({ sentMs: nowMs, receivedMs: nowMs, serverMs: at.wall + 2_000 })
    await expect.poll(() => existsSync(path)).toBe(true)
    sleep(HOUR_MS)
    pass(1_000)
    expect(clock.now()).toBe(new Date(at.wall + 2_000).toISOString())
  })
})
