import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { cmsClock } from './cms-clock.ts'

let path: string
let damaged: string[]
beforeEach(async () => {
  damaged = []
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
  cmsClock({ device, path, failed: (error) => expect.fail(String(error)), damaged: (at) => damaged.push(at) })

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

  it('catches up slowly with a small difference, so that no moment comes twice, and at once with a large one', async () => {
    const device = someDevice(1_000_000, 1_000)
    const clock = await open(device)
    const measure = (offsetMs: number) => {
      const { wall, monotonic } = device.at
      clock.add({ sentMs: monotonic - 2, receivedMs: monotonic, serverMs: wall - 1 + offsetMs })
      device.pass(4_000)
    }
    for (let n = 0; n < 16; n++) measure(0)
    // 100 ms off from now on; the earlier probes leave the window one by one.
    const during: number[] = []
    for (let n = 0; n < 40; n++) {
      measure(100)
      during.push(clock.view().offsetMs)
    }
    const steps = during.map((ms, n) => ms - (during[n - 1] ?? ms))
    expect(Math.max(...steps)).toBeLessThanOrEqual(20)
    expect(during.at(-1)).toBe(100)
    for (let n = 0; n < 17; n++) measure(5_000)
    expect(clock.view().offsetMs).toBe(5_000)
  })

  it('believes the first probes of a new process at once, whatever the one before had saved', async () => {
    const device = someDevice(1_000_000, 1_000)
    const before = await open(device)
    before.add({ sentMs: 1_000, receivedMs: 1_000, serverMs: 1_000_000 })
    await expect.poll(async () => (await open(device)).view().trust).toBe('holdover')
    const after = await open(device)
    after.add({ sentMs: 1_000, receivedMs: 1_000, serverMs: 1_000_090 })
    expect(after.view()).toEqual({ offsetMs: 90, trust: 'synced' })
  })

  it('is unknown when its file is no good, and says so', async () => {
    await writeFile(path, '{"bootId":"boot-1","serverMinus')
    expect((await open(someDevice(1_000_000, 50))).view().trust).toBe('unknown')
    expect(damaged).toEqual([`${path}.corrupt`])
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
