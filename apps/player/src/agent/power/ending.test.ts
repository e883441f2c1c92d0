import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OnBattery, PowerTier } from '@akari/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Faults } from '../faults.ts'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { startEnding } from './ending.ts'
import { PowerEnvironment, powerConfigOf } from './power-config.ts'
import { runProgram } from '../run-program.ts'

const at = (tier: PowerTier): OnBattery => ({
  source: 'battery',
  since: '2026-11-28T05:00:00Z',
  tier,
  chargePercent: 5,
  minutesLeft: 2,
  measured: true,
})

describe('the end of the battery', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function ending(shutDown: (() => Promise<void>) | null, isOver = () => true) {
    const reported: string[] = []
    const faults: Faults = { report: (code) => reported.push(code), clear: () => undefined, active: () => [] }
    return { ...startEnding({ faults, shutDown, isOver }), reported }
  }

  it('is told on the glass for fifteen seconds, then the machine is switched off, once', async () => {
    const off = vi.fn<() => Promise<void>>(() => Promise.resolve())
    const { told } = ending(off)
    told(at('sparing'))
    told(at('ending'))
    told(at('ending'))
    await vi.advanceTimersByTimeAsync(14_900)
    expect(off).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    expect(off).toHaveBeenCalledTimes(1)
  })

  it('does not come when the mains is back in time', async () => {
    const off = vi.fn<() => Promise<void>>(() => Promise.resolve())
    const back = ending(off, () => false)
    back.told(at('ending'))
    await vi.advanceTimersByTimeAsync(20_000)
    const gone = ending(off)
    gone.told(at('ending'))
    gone.told('mains')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(off).not.toHaveBeenCalled()
  })

  it('is reported where nothing can switch the machine off, and tried again where it fails', async () => {
    const none = ending(null)
    none.told(at('ending'))
    await vi.advanceTimersByTimeAsync(15_000)
    expect(none.reported).toEqual(['no-shutdown'])
    const off = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('not allowed')))
    const refused = ending(off)
    refused.told(at('ending'))
    await vi.advanceTimersByTimeAsync(15_000 + 60_000)
    expect(off).toHaveBeenCalledTimes(2)
    expect(refused.reported).toEqual(['shutdown-failed', 'shutdown-failed'])
    refused.close()
  })
})

describe('the settings', () => {
  const config = (environment: Record<string, string>) => powerConfigOf(PowerEnvironment.parse(environment))

  it('name sensors, a battery and how to switch off', () => {
    expect(config({})).toMatchObject({ sensors: null, batteryMinutes: 60, shutDown: null })
    expect(config({ AKARI_POWER_SENSORS: 'none' }).sensors).toEqual([])
    expect(config({ AKARI_POWER_SENSORS: 'sysfs, nut://upsmon:p%40ss@ups.local:3494/rack-1' }).sensors).toEqual([
      { kind: 'sysfs' },
      { kind: 'nut', host: 'ups.local', port: 3494, ups: 'rack-1', login: { user: 'upsmon', password: 'p@ss' } },
    ])
    expect(config({ AKARI_POWER_SENSORS: 'nut://[::1]/rack' }).sensors).toMatchObject([{ host: '::1', port: 3493 }])
    expect(config({ AKARI_SHUTDOWN_COMMAND: 'systemctl poweroff' }).shutDown).toEqual(['systemctl', 'poweroff'])
  })

  it.each(['batteries', 'nut://', 'nut://host', 'nut://host/a b', 'sysfs,'])('refuse «%s»', (sensors) => {
    expect(PowerEnvironment.safeParse({ AKARI_POWER_SENSORS: sensors }).success).toBe(false)
  })

  it('are followed to the letter: the program runs with its arguments, and its failure is said', async () => {
    const folder = await temporaryFolder()
    await runProgram(['cp', '/dev/null', join(folder, 'off')])
    expect(await readFile(join(folder, 'off'), 'utf8')).toBe('')
    await expect(runProgram(['false'])).rejects.toThrow('false')
    await rm(folder, { recursive: true })
  })
})
