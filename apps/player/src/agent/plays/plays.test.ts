import { LiveValues, type Play, type PlayReport, type ScheduleEntry } from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { agentFor, paired, screenOf, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someProgramme } from '../testing/samples.ts'

const SPOT: ScheduleEntry = {
  id: 'spot',
  name: '献血のお知らせ',
  playlistId: 'main',
  priority: 'normal',
  rule: {
    start: '2026-01-01T00:00',
    durationMinutes: 1440,
    timeZone: 'Asia/Tokyo',
    rrule: 'FREQ=DAILY',
    exdates: [],
    rdates: [],
  },
  role: { kind: 'interrupt', share: { percent: 5 }, maxPlaysPerHour: 3 },
}

function begun(id: string, dueAt: string): PlayReport {
  return {
    id,
    startedAt: dueAt,
    endedAt: null,
    shown: {
      kind: 'item',
      scene: 'image',
      layer: 'scheduled',
      entryId: 'spot',
      playlistId: 'main',
      itemId: 'item-0',
      title: '献血のお知らせ',
      asset: null,
      dueAt,
    },
  }
}
const over = (report: PlayReport, changes: Partial<Play> = {}): Play => ({
  ...report,
  endedAt: report.startedAt,
  ending: 'whole',
  ...changes,
})

async function someone() {
  const peer = new CmsPeer()
  await peer.up()
  const folder = await temporaryFolder()
  const agent = await agentFor(peer, folder)
  onTestFinished(async () => {
    await agent.close()
    await peer.down()
  })
  await paired(agent, peer)
  peer.publish(someProgramme(1, [], { entries: [SPOT] }))
  await until(agent, ({ programme }) => programme !== null)
  return { peer, folder, agent, screen: await screenOf(agent) }
}

describe('what was shown', () => {
  it('waits on the disk while the CMS is away, and is uploaded when it is back', async () => {
    const { peer, agent, screen } = await someone()
    await peer.down()
    const dueAt = new Date().toISOString()
    screen.say({ type: 'screen.played', play: begun('one', dueAt) })
    screen.say({ type: 'screen.played', play: over(begun('one', dueAt)) })
    await until(agent, ({ link }) => link.state === 'offline')
    await peer.up()
    await expect.poll(() => peer.plays, { timeout: 5000 }).toMatchObject([{ id: 'one', ending: 'whole' }])
  })

  it('is counted for interrupts whose plays are limited, each turn once, also by the next process', async () => {
    const { peer, folder, agent, screen } = await someone()
    const [first, second] = [new Date().toISOString(), new Date(Date.now() + 1).toISOString()]
    screen.say({ type: 'screen.played', play: begun('one', first) })
    screen.say({ type: 'screen.played', play: over(begun('one', first), { ending: 'cut' }) })
    screen.say({ type: 'screen.played', play: begun('one-again', first) })
    screen.say({ type: 'screen.played', play: begun('two', second) })
    const counted = [
      { entryId: 'spot', startedAt: first },
      { entryId: 'spot', startedAt: second },
    ]
    await until(agent, ({ plays }) => plays.length === 2)
    expect((await stateOf(agent)).plays).toEqual(counted)
    await agent.close()
    const next = await agentFor(peer, folder)
    onTestFinished(() => next.close())
    expect((await until(next, ({ programme }) => programme !== null)).plays).toEqual(counted)
  })

  it('ends as lost when page or player stopped in the middle of it', async () => {
    const { peer, screen } = await someone()
    const [first, second] = [new Date().toISOString(), new Date(Date.now() + 1).toISOString()]
    screen.say({ type: 'screen.played', play: begun('one', first) })
    screen.say({ type: 'screen.played', play: begun('two', second) })
    await expect.poll(() => peer.plays, { timeout: 5000 }).toMatchObject([{ id: 'one', ending: 'lost' }])
  })

  it('may be of several zones at once, which are no turns of an interrupt and are lost with their page', async () => {
    const { peer, agent, screen } = await someone()
    const [first, second] = [new Date().toISOString(), new Date(Date.now() + 1).toISOString()]
    const inZone = (id: string, zoneId: string, dueAt: string): PlayReport => {
      const report = begun(id, dueAt)
      return report.shown.kind === 'item' ? { ...report, shown: { ...report.shown, zoneId } } : report
    }
    const told = [
      begun('layout', first),
      inZone('left-1', 'left', first),
      inZone('right-1', 'right', second),
      over(inZone('left-1', 'left', first)),
      inZone('left-2', 'left', second),
    ]
    for (const play of told) screen.say({ type: 'screen.played', play })
    await expect.poll(() => peer.plays, { timeout: 5000 }).toMatchObject([{ id: 'left-1', ending: 'whole' }])
    expect((await stateOf(agent)).plays).toEqual([{ entryId: 'spot', startedAt: first }])
    screen.say({ type: 'screen.played', play: begun('after', second) })
    const ends = () => peer.plays.map(({ id, ending }) => `${id} ${ending}`).toSorted()
    await expect.poll(ends, { timeout: 5000 }).toEqual(['layout lost', 'left-1 whole', 'left-2 lost', 'right-1 lost'])
  })

  it('does not hold up the rest when the CMS refuses some of it for good', async () => {
    const { peer, agent, screen } = await someone()
    peer.playsRefusal = 400
    const dueAt = new Date().toISOString()
    screen.say({ type: 'screen.played', play: over(begun('one', dueAt)) })
    const refused = () => peer.healths.at(-1)?.faults.map(({ code }) => code)
    await expect.poll(refused, { timeout: 5000 }).toContain('plays-refused')
    peer.playsRefusal = null
    screen.say({ type: 'screen.played', play: over(begun('two', dueAt)) })
    await expect.poll(() => peer.plays, { timeout: 5000 }).toMatchObject([{ id: 'two' }])
    expect((await stateOf(agent)).pairing.state).toBe('paired')
  })
})

describe('live values', () => {
  const values = (revision: number, value: number): LiveValues => ({
    revision,
    values: { temperature: { value, observedAt: new Date().toISOString(), validForSeconds: 600 } },
  })

  it('are pushed, asked for, and kept over a restart without the CMS; an older state changes nothing', async () => {
    const { peer, folder, agent } = await someone()
    peer.tellValues(values(10, 30))
    await until(agent, (state) => state.values.revision === 10)
    peer.values = values(11, 31)
    await until(agent, (state) => state.values.revision === 11)
    peer.tellValues(values(9, 29))
    await agent.close()
    await peer.down()
    const next = await agentFor(peer, folder)
    onTestFinished(() => next.close())
    expect((await stateOf(next)).values).toMatchObject({ revision: 11, values: { temperature: { value: 31 } } })
  })
})
