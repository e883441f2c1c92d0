import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { createLogger } from '@akari/node-kit'
import { type Clock, NO_VALUES, type PlayerState } from '@akari/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { vitalsBook } from '../device/vitals.ts'
import { faultBook } from '../faults.ts'
import { stateAuthor } from '../state-author.ts'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { cecDriver } from './cec-driver.ts'
import { dpmsDriver } from './dpms-driver.ts'
import { panelConfigOf, PanelEnvironment } from './panel-config.ts'
import type { PanelDriver, PanelState } from './panel-driver.ts'
import { startPanel } from './panel-keeper.ts'
import { panelMemory } from './panel-memory.ts'
import { AT_START, planned, wishOf } from './panel-plan.ts'
import { rs232Driver } from './rs232-driver.ts'

const EVERYDAY = { panel: 'on', urgent: false } as const
const CLOSED = { panel: 'off', urgent: false } as const
const URGENT = { panel: 'on', urgent: true } as const

/** What is ordered from wish to wish, while the panel does as it is told. */
function orders(found: PanelState | 'unknown', ...wishes: (typeof EVERYDAY | typeof CLOSED | typeof URGENT)[]) {
  let [plan, state] = [AT_START, found]
  return wishes.map((wish) => {
    const next = planned(plan, wish, state)
    plan = next.plan
    if (next.order !== null && state !== 'unknown') state = next.order
    return next.order
  })
}

describe('what is wished of a panel', () => {
  it('is urgent for an emergency, for the way out, and for a band outside the hours', () => {
    expect(wishOf({ panel: 'on', layer: 'emergency', overlays: [] })).toEqual(URGENT)
    expect(wishOf({ panel: 'on', layer: 'power', overlays: [] })).toEqual(URGENT)
    expect(wishOf({ panel: 'on', layer: 'closed', overlays: [{}] })).toEqual(URGENT)
    expect(wishOf({ panel: 'off', layer: 'closed', overlays: [] })).toEqual(CLOSED)
  })
})

describe('a panel', () => {
  it('follows the hours once, and leaves it to people afterwards', () => {
    expect(orders('on', EVERYDAY, CLOSED, CLOSED, EVERYDAY, EVERYDAY)).toEqual([null, 'off', null, 'on', null])
  })

  it('is lit for an emergency and afterwards is as it was', () => {
    expect(orders('off', EVERYDAY, URGENT, EVERYDAY)).toEqual([null, 'on', 'off'])
    expect(orders('on', EVERYDAY, URGENT, EVERYDAY)).toEqual([null, 'on', null])
    expect(orders('on', CLOSED, URGENT, CLOSED)).toEqual(['off', 'on', 'off'])
    expect(orders('on', CLOSED, URGENT, EVERYDAY)).toEqual(['off', 'on', 'off'])
  })

  it('that does not say how it is, is told again and again while it is urgent, and stays on', () => {
    expect(orders('unknown', EVERYDAY, URGENT, URGENT, EVERYDAY)).toEqual([null, 'on', 'on', null])
  })
})

describe('the keeper of the panel', () => {
  const clock = (): Clock => ({
    instant: new Date().toISOString(),
    trust: 'synced',
    monotonicMs: performance.now(),
    bootId: 'boot',
  })

  let folder: string
  beforeEach(async () => {
    folder = await temporaryFolder()
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const BATTERY = {
    source: 'battery',
    since: new Date().toISOString(),
    tier: 'dimmed',
    chargePercent: 90,
    minutesLeft: 60,
    measured: true,
  } as const

  /** A panel that keeps its state and can be slow to tell it, through as many agents as one likes. */
  function panelOf(state: PanelState) {
    const panel = { state, told: [] as PanelState[], atOnce: 0, most: 0, slow: Promise.resolve() }
    const driver: PanelDriver = {
      control: 'cec',
      state: async () => {
        const now = panel.state
        await panel.slow
        return now
      },
      switchTo: async (next) => {
        panel.atOnce += 1
        panel.most = Math.max(panel.most, panel.atOnce)
        await Promise.resolve()
        panel.told.push(next)
        panel.state = next
        panel.atOnce -= 1
      },
    }
    return Object.assign(panel, { driver })
  }

  function keeperOf(driver: PanelDriver, bootId = 'boot', power: PlayerState['power'] = 'mains') {
    const author = stateAuthor(
      { bootId: 'boot', monotonicMs: () => performance.now() } as Parameters<typeof stateAuthor>[0],
      {
        pairing: { state: 'contacting' },
        programme: null,
        files: [],
        alerts: { live: null, drill: null },
        link: { state: 'offline', since: new Date().toISOString() },
        clock: { offsetMs: 0, trust: 'synced' },
        power,
        values: NO_VALUES,
        plays: [],
      },
    )
    const vitals = vitalsBook()
    const log = createLogger('test', { level: 'silent' })
    const faults = faultBook({
      log,
      monotonicMs: () => performance.now(),
      changed: () => undefined,
      noted: () => undefined,
    })
    const memory = panelMemory(join(folder, 'panel.json'), bootId, faults)
    return { author, vitals, keeper: startPanel({ author, clock, driver, memory, vitals, faults }) }
  }

  it('lights a panel that somebody switched off when the mains goes, and puts it back', async () => {
    const panel = panelOf('off')
    const { author, vitals, keeper } = keeperOf(panel.driver)
    await vi.waitFor(() => expect(vitals.current().panel).toEqual({ state: 'off', control: 'cec' }))
    author.update({ power: BATTERY }, 'now')
    await vi.waitFor(() => expect(panel.told).toEqual(['on']))
    author.update({ power: 'mains' }, 'now')
    await vi.waitFor(() => expect(panel.told).toEqual(['on', 'off']))
    await keeper.close()
  })

  it.each(['boot', 'another-boot'])(
    'killed in an emergency and started again (%s), puts the panel back as it was before',
    async (bootId) => {
      const panel = panelOf('off')
      const first = keeperOf(panel.driver, 'boot', BATTERY)
      await vi.waitFor(() => expect(panel.told).toEqual(['on']))
      await first.keeper.close()
      const again = keeperOf(panel.driver, bootId, BATTERY)
      await vi.waitFor(() => expect(again.vitals.current().panel).toEqual({ state: 'on', control: 'cec' }))
      again.author.update({ power: 'mains' }, 'now')
      await vi.waitFor(() => expect(panel.state).toBe('off'))
      await again.keeper.close()
    },
  )

  it('started again after the emergency was over, still puts the panel back', async () => {
    const panel = panelOf('off')
    const first = keeperOf(panel.driver, 'boot', BATTERY)
    await vi.waitFor(() => expect(panel.told).toEqual(['on']))
    await first.keeper.close()
    const again = keeperOf(panel.driver)
    await vi.waitFor(() => expect(panel.told).toEqual(['on', 'off']))
    await again.keeper.close()
  })

  it('goes by what is wished once the panel has said how it is, not by what was wished when it was asked', async () => {
    const panel = panelOf('on')
    let answer = (): void => undefined
    const { author, vitals, keeper } = keeperOf(panel.driver)
    await vi.waitFor(() => expect(vitals.current().panel).toEqual({ state: 'on', control: 'cec' }))
    panel.slow = new Promise((resolve) => {
      answer = resolve
    })
    author.update({ power: BATTERY }, 'now')
    author.update({ power: 'mains' }, 'now')
    answer()
    author.update({ power: BATTERY }, 'now')
    await vi.waitFor(() => expect(panel.told).toEqual(['on']))
    expect(panel.state).toBe('on')
    await keeper.close()
  })

  it('gives the panel one order at a time, also when somebody switches it by hand at the same moment', async () => {
    const panel = panelOf('off')
    const { author, keeper } = keeperOf(panel.driver)
    author.update({ power: BATTERY }, 'now')
    await Promise.all([keeper.panel?.switchTo('off'), keeper.panel?.switchTo('on')])
    await vi.waitFor(() => expect(panel.told).toHaveLength(3))
    expect(panel.most).toBe(1)
    expect(panel.state).toBe('on')
    await keeper.close()
  })
})

describe('drivers', () => {
  let folder: string
  const path = process.env['PATH']
  beforeEach(async () => {
    folder = await temporaryFolder()
    await mkdir(join(folder, 'bin'))
    process.env['PATH'] = `${join(folder, 'bin')}${delimiter}${path}`
  })
  afterEach(async () => {
    process.env['PATH'] = path
    await rm(folder, { recursive: true, force: true })
  })
  const program = async (name: string, prints = ''): Promise<void> => {
    const file = join(folder, 'bin', name)
    await writeFile(file, `#!/bin/sh\necho "${name} $@" >> "${join(folder, 'said')}"\nprintf '%s' '${prints}'\n`)
    await chmod(file, 0o755)
  }
  const said = async (): Promise<string[]> => (await readFile(join(folder, 'said'), 'utf8')).trim().split('\n')

  it('speak CEC by cec-ctl', async () => {
    await program('cec-ctl', 'pwr-state: standby (0x01)')
    const driver = cecDriver('/dev/cec1')
    await driver.switchTo('on')
    await driver.switchTo('off')
    expect(await driver.state()).toBe('off')
    expect(await said()).toEqual([
      'cec-ctl --device /dev/cec1 --playback --to 0 --image-view-on',
      'cec-ctl --device /dev/cec1 --playback --to 0 --standby',
      'cec-ctl --device /dev/cec1 --playback --to 0 --give-device-power-status',
    ])
  })

  it('write the bytes of the manual to a serial line', async () => {
    await program('stty')
    const device = join(folder, 'tty')
    await writeFile(device, '')
    const config = panelConfigOf(
      PanelEnvironment.parse({
        AKARI_PANEL: 'rs232',
        AKARI_PANEL_DEVICE: device,
        AKARI_PANEL_ON: 'aa 11 fe 01 01 11',
        AKARI_PANEL_OFF: 'aa11fe010010',
      }),
    )
    if (config?.kind !== 'rs232') throw new Error('no serial line')
    await rs232Driver(config).switchTo('on')
    expect(await readFile(device)).toEqual(Buffer.from('aa11fe010111', 'hex'))
    expect((await said())[0]).toContain(`stty -F ${device} 9600 cs8`)
    expect(panelConfigOf(PanelEnvironment.parse({ AKARI_PANEL: 'rs232' }))).toBe(null)
    expect(PanelEnvironment.safeParse({ AKARI_PANEL: 'rs232', AKARI_PANEL_ON: 'on' }).success).toBe(false)
  })

  it('switch the signal by xset or wlopm, and say why when the program fails', async () => {
    await program('xset', '  Monitor is in Standby')
    await program('wlopm', 'HDMI-A-1 on')
    const [x11, wayland] = [dpmsDriver({ wayland: false }), dpmsDriver({ wayland: true })]
    await x11.switchTo('off')
    await wayland.switchTo('on')
    expect([await x11.state(), await wayland.state()]).toEqual(['off', 'on'])
    expect((await said()).slice(0, 2)).toEqual(['xset dpms force off', 'wlopm --on *'])
    await writeFile(join(folder, 'bin', 'xset'), '#!/bin/sh\necho no display >&2\nexit 1\n')
    await expect(x11.switchTo('on')).rejects.toThrow('no display')
  })
})
