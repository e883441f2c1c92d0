import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { cmsClock } from './cms-clock.ts'

let path: string
beforeEach(async () => {
  path = join(await temporaryFolder(), 'clock.json')
})

/** A device whose wall clock stands at `wall` and whose monotonic clock stands at `monotonic`. */
function someDevice(wall: number, monotonic: number, bootId = 'boot-1') {
  const at = { wall, monotonic }
  const pass = (ms: number) => {
    at.wall += ms
    at.monotonic += ms
  }
  return { at, pass, bootId, wallMs: () => at.wall, monotonicMs: () => at.monotonic }
}

const open = (device: ReturnType<typeof someDevice>) =>
  cmsClock({ device, path, failed: (error) => expect.fail(String(error)) })

describe('the CMS’s clock on the player', () => {
  it('is unknown before the first measurement', async () => {
    expect((await open(someDevice(1_000_000, 50))).view()).toEqual({ offsetMs: 0, trust: 'unknown' })
  })

  it('believes the probe with the shortest round trip', async () => {
    const device = someDevice(1_000_000, 1_000)
    const clock = await open(device)
    clock.add({ sentMs: 900, receivedMs: 1_000, serverMs: 1_000_000 + 5_000 })
    clock.add({ sentMs: 998, receivedMs: 1_000, serverMs: 1_000_000 + 2_999 })
    clock.add({ sentMs: 500, receivedMs: 1_000, serverMs: 1_000_000 + 9_000 })
    expect(clock.view()).toEqual({ offsetMs: 3_000, trust: 'synced' })
    expect(clock.now()).toBe(new Date(1_003_000).toISOString())
  })

  it('keeps the CMS’s time when somebody sets the device’s wall clock', async () => {
    const device = someDevice(1_000_000, 1_000)
    const clock = await open(device)
    clock.add({ sentMs: 1_000, receivedMs: 1_000, serverMs: 1_000_000 })
    device.at.wall += 3_600_000
    device.pass(10)
    expect(clock.view().offsetMs).toBe(-3_600_000)
    expect(clock.now()).toBe(new Date(1_000_010).toISOString())
  })

  it('is held over without the link, also over a restart within the same boot, but not over a new boot', async () => {
    const device = someDevice(1_000_000, 1_000)
    const clock = await open(device)
    clock.add({ sentMs: 1_000, receivedMs: 1_000, serverMs: 1_002_000 })
    clock.linkLost()
    expect(clock.view()).toEqual({ offsetMs: 2_000, trust: 'holdover' })
    await expect.poll(async () => (await open(device)).view()).toEqual({ offsetMs: 2_000, trust: 'holdover' })
    expect((await open(someDevice(1_000_000, 5, 'boot-2'))).view()).toEqual({ offsetMs: 0, trust: 'unknown' })
  })
})
