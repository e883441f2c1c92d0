import { join } from 'node:path'
import { startProcess } from '../../support/processes.ts'
import { addressOf, CMS_ADDRESSES, type CityNetwork } from './city-network.ts'
import { makeDisplay } from './display.ts'
import { ip, makeSwitch, mend, worsen } from './network.ts'

const GROUP = '239.255.112.119'
const PORT = '8092'

/** Milliseconds until every display concerned showed it; one number for each time it was tried. */
export type Scenario = { name: string; run: (city: CityNetwork) => Promise<{ ms: number[] } & Record<string, unknown>> }

/** By a stick in the first display. */
async function tellFirst(city: CityNetwork): Promise<number> {
  const { revision, file } = city.next()
  await city.displays[0]?.putStick(`akari-live-${revision}.json`, file)
  return revision
}

async function tellAll(city: CityNetwork): Promise<number> {
  return await city.arrival(await tellFirst(city), city.displays)
}

async function times(count: number, once: () => Promise<number>): Promise<number[]> {
  const ms: number[] = []
  for (let i = 0; i < count; i += 1) ms.push(await once())
  return ms
}

/** The CMS talks to one display alone, which reaches it under another address. */
const otherAddress: Scenario = {
  name: 'one display told by another address of the CMS',
  run: async (city) => {
    for (const { place } of city.displays) await place.cut(CMS_ADDRESSES[0])
    const [first, ...others] = city.displays
    await city.until('the others are offline', () => others.every(({ seen }) => seen?.link === 'offline'))
    await city.until('the first found the other way', () => first?.seen?.link === 'online')
    const ms = await times(3, async () => {
      const { revision, envelope } = city.next()
      city.cms.issue('live', envelope)
      return await city.arrival(revision, city.displays)
    })
    return { ms }
  },
}

const stick: Scenario = {
  name: 'one display told by a stick',
  run: async (city) => {
    await city.cms.down()
    await city.until('all are offline', () => city.displays.every(({ seen }) => seen?.link === 'offline'))
    return { ms: await times(3, () => tellAll(city)) }
  },
}

const renewedKey: Scenario = {
  name: 'told under a key renewed while they were away',
  run: async (city) => {
    city.cms.rotate('live')
    return { ms: [await tellAll(city)] }
  },
}

const badLine = (count: number): Scenario => ({
  name: 'on every line 30 % lost, 25 % late and overtaken, 5 % doubled',
  run: async (city) => {
    const ports = city.portsOf(city.displays)
    await worsen(ports)
    const ms = await times(count, () => tellAll(city))
    await mend(ports)
    return { ms }
  },
})

const partition: Scenario = {
  name: 'two halves, counted from their joining again',
  run: async (city) => {
    await makeSwitch('other', '10.77.0.3')
    const half = city.displays.slice(Math.ceil(city.displays.length / 2))
    const ms = await times(2, async () => {
      for (const port of city.portsOf(half)) await ip('link', 'set', 'dev', port, 'master', 'other')
      const revision = await tellFirst(city)
      await city.arrival(
        revision,
        city.displays.filter((one) => !half.includes(one)),
      )
      // Long enough that nothing of the burst after the change is still to come.
      await new Promise((resolve) => setTimeout(resolve, 5_000))
      if (half.some(({ seen }) => seen?.revision === revision)) throw new Error('the halves were not apart')
      for (const port of city.portsOf(half)) await ip('link', 'set', 'dev', port, 'master', 'city')
      return await city.arrival(revision, half)
    })
    return { ms }
  },
}

const late: Scenario = {
  name: 'a display that starts late, counted from when its agent serves the screen',
  run: async (city) => {
    const last = city.displays.at(-1)
    if (last === undefined) throw new Error('no display')
    await last.stop()
    const revision = await tellFirst(city)
    await city.arrival(revision, city.displays.slice(0, -1))
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await last.start()
    return { ms: [await city.arrival(revision, [last])] }
  },
}

const pruned: Scenario = {
  name: 'multicast pruned on the line to one display',
  run: async (city) => {
    const port = city.portsOf(city.displays.slice(1, 2))[0] ?? ''
    await ip('link', 'set', 'dev', port, 'type', 'bridge_slave', 'mcast_flood', 'off')
    const ms = await times(4, () => tellAll(city))
    await ip('link', 'set', 'dev', port, 'type', 'bridge_slave', 'mcast_flood', 'on')
    return { ms }
  },
}

const twoCards: Scenario = {
  name: 'two networks that only one display with two cards joins',
  run: async (city) => {
    await makeSwitch('annex', '10.78.0.1')
    const [, between] = city.displays
    const far = city.displays.at(-1)
    if (between === undefined || far === undefined) throw new Error('too few displays')
    await between.place.plug('eth1', 'annex', '10.78.0.11')
    await ip('link', 'del', 'dev', city.portsOf([far])[0] ?? '')
    await far.place.plug('eth1', 'annex', '10.78.0.12')
    const ms = await times(2, () => tellAll(city))
    await ip('link', 'del', 'dev', `${far.name}-eth1`)
    await ip('link', 'del', 'dev', `${between.name}-eth1`)
    await far.place.plug('eth0', 'city', addressOf(city.displays.indexOf(far)))
    return { ms }
  },
}

const lateCard: Scenario = {
  name: 'a card that vanishes and comes back, and one that comes after the start, counted from its coming',
  run: async (city) => {
    const index = city.displays.length - 1
    const one = city.displays[index]
    if (one === undefined) throw new Error('no display')
    const others = city.displays.slice(0, -1)
    const port = city.portsOf([one])[0] ?? ''
    const withoutCard = async (meanwhile: () => Promise<void>): Promise<number> => {
      await ip('link', 'del', 'dev', port)
      await meanwhile()
      const revision = await tellFirst(city)
      await city.arrival(revision, others)
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      await one.place.plug('eth0', 'city', addressOf(index))
      return await city.arrival(revision, [one])
    }
    const back = await withoutCard(async () => {})
    const after = await withoutCard(async () => {
      await one.stop()
      await one.start()
    })
    return { ms: [back, after] }
  },
}

const flood: Scenario = {
  name: 'a flood of lies on the network',
  run: async (city) => {
    const attacker = await makeDisplay('evil', city.folder.path, '')
    await attacker.place.plug('eth0', 'city', '10.77.0.66')
    const script = join(import.meta.dirname, 'flood.process.ts')
    const { publicKey } = city.cms.identity
    const flooding = await startProcess({
      within: attacker.place.within,
      arguments: [script, publicKey, GROUP, PORT],
      ready: /flooding/,
    })
    const [, victim] = city.displays
    const [before, start] = [await victim?.processorSeconds(), performance.now()]
    const ms = await times(4, () => tellAll(city))
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const seconds = (performance.now() - start) / 1_000
    const used = ((await victim?.processorSeconds()) ?? 0) - (before ?? 0)
    const sent = Number(/"sent":(\d+)/.exec(flooding.logs().split('\n').at(-2) ?? '')?.[1] ?? 0)
    await flooding.stop('SIGKILL')
    attacker.place.leave()
    return {
      ms,
      datagramsPerSecond: Math.round(sent / seconds),
      agentProcessorShare: Number((used / seconds).toFixed(2)),
      agentMegabytes: await victim?.memoryMegabytes(),
    }
  },
}

/** Whatever else is left out: the others need a CMS that is away. */
export const CUTS_OFF: ReadonlySet<string> = new Set([stick.name])
/** In this order: the CMS is away from `stick` on. */
export const SHORT: readonly Scenario[] = [stick, badLine(1), pruned]
export const LONG: readonly Scenario[] = [
  otherAddress,
  stick,
  renewedKey,
  badLine(10),
  partition,
  late,
  pruned,
  lateCard,
  twoCards,
  flood,
]
