import { loadSample, loadSampleSitting } from '@akari/content-samples'
import { type SittingStep, SittingView } from '@akari/protocol'
import { expect, it } from 'vitest'
import { openFreshSqlite } from '../db/testing.ts'
import { startContentRig } from '../features/testing/content-rig.ts'
import { display } from '../features/testing/content-samples.ts'
import { sampleSitting } from './sample-sitting.ts'

const sample = loadSampleSitting()

async function demo() {
  const rig = await startContentRig(openFreshSqlite)
  const lobby = display('lobby')
  rig.state.displays.push({ ...lobby, profile: { ...lobby.profile, name: '1階ロビー' } })
  const [council] = loadSample().streams
  for (const title of [{ ja: 'うちの配信' }, council?.titles])
    await rig.request('POST', '/api/streams', { body: { title, url: `https://stream.example.jp/${title?.ja}.m3u8` } })
  const dropped = new Array<string>()
  const loop = sampleSitting({
    sittings: rig.sittings,
    streams: rig.streams.list,
    displays: () => Promise.resolve(rig.state.displays),
    dropTranscript: (id) => {
      dropped.push(id)
      return Promise.resolve()
    },
    now: () => rig.state.now,
  })
  const all = async () => SittingView.array().parse((await rig.request('GET', '/api/sittings')).body)
  const at = async (seconds: number) => {
    rig.state.now = new Date(Date.parse('2026-11-28T10:01:00+09:00') + seconds * 1000)
    await loop.tick()
    return all()
  }
  return { rig, at, dropped, close: loop.close, all }
}

it('the council of the sample sits by its course, from the countdown to its closing', async () => {
  const { at } = await demo()
  expect(await at(-30)).toMatchObject([{ live: { version: 0, standing: { phase: 'planned' } }, isOver: false }])
  for (const { atSeconds, phase, item, speaker } of sample.course) {
    const standing = { phase, itemId: item, speakerId: speaker }
    expect(await at(atSeconds + 1), `${atSeconds} s`).toMatchObject([{ live: { standing } }])
  }
  expect(await at(500)).toMatchObject([{ isOver: true }])
})

it('the council comes to where it should be from wherever it stands, and begins anew in place of the one before', async () => {
  const { at, dropped } = await demo()
  await at(-10)
  expect(await at(130)).toMatchObject([{ live: { standing: { phase: 'recess', itemId: 'budget' } } }])
  expect(await at(800)).toMatchObject([{ isOver: true }])
  const next = await at(1200 - 20)
  expect(next).toMatchObject([{ isOver: false, live: { version: 0 } }])
  expect(dropped).toHaveLength(1)
})

it('the council is seen by its own stream, whatever others were added', async () => {
  const { rig, at } = await demo()
  const [sitting] = await at(-30)
  const stream = (await rig.streams.list()).find(({ id }) => id === sitting?.streamId)
  expect(stream?.title).toEqual(loadSample().streams[0]?.titles)
})

it('a sitting that somebody leads is left to them', async () => {
  const { rig, at } = await demo()
  await at(-10)
  const [begun] = await at(20)
  const step = { kind: 'recess', resumesAt: null } as const
  await rig.request('POST', `/api/sittings/${begun?.id}/steps`, { body: { step, version: begun?.live.version } })
  expect(await at(90)).toMatchObject([{ live: { standing: { phase: 'recess' } } }])
})

it('nothing is begun that would be over', async () => {
  const { at } = await demo()
  expect(await at(400)).toEqual([])
})

it('a council that is to sit no more leaves no sitting open, and takes none of somebody else', async () => {
  const { rig, at, close, all } = await demo()
  await at(-10)
  await at(20)
  await close()
  expect(await all()).toMatchObject([{ live: { standing: { phase: 'adjourned' } } }])
  await at(1200 - 10)
  const [begun] = await at(1200 + 20)
  const step = { kind: 'recess', resumesAt: null } as const
  await rig.request('POST', `/api/sittings/${begun?.id}/steps`, { body: { step, version: begun?.live.version } })
  await close()
  expect(await all()).toMatchObject([{ live: { standing: { phase: 'recess' } } }])
})

const COMMITTEE = { ja: '予算特別委員会' }
const others = {
  agenda: [],
  speakers: [],
  recordingUrl: null,
  streamId: null,
  opening: 'clerk',
  closing: 'clerk',
} as const

it.each<[string, string[], string, string, SittingStep[]]>([
  ['in session', [], '09:00', '11:00', [{ kind: 'open' }]],
  ['in recess', [], '09:00', '11:00', [{ kind: 'open' }, { kind: 'recess', resumesAt: null }]],
  ['open beyond its planned end', [], '08:00', '09:30', [{ kind: 'open' }]],
  ['counted down to', [], '10:20', '11:00', []],
  ['planned for the time after its opening', [], '10:25', '11:00', []],
  ['closed, with its words still up', [], '08:00', '09:59', [{ kind: 'open' }, { kind: 'adjourn' }]],
  ['planned for later', ['lobby'], '11:00', '12:00', []],
])('a display where another sitting is %s shows the council: %j', async (_what, displayIds, from, to, steps) => {
  const { rig, at } = await demo()
  const day = '2026-11-28T'
  rig.state.now = new Date(`${day}${from < '10:00' ? '09:00' : '09:59'}:00+09:00`)
  const body = {
    ...others,
    title: COMMITTEE,
    startsAt: `${day}${from}:00+09:00`,
    endsAt: `${day}${to}:00+09:00`,
    targets: { displayIds: ['lobby'], groups: [] },
    countdownMinutes: 15,
    afterMinutes: 15,
    version: 0,
  }
  const { id } = SittingView.parse((await rig.request('POST', '/api/sittings', { as: 'admin', body })).body)
  if (steps.some(({ kind }) => kind === 'adjourn')) rig.state.now = new Date(`${day}09:58:00+09:00`)
  for (const [version, step] of steps.entries()) {
    expect((await rig.request('POST', `/api/sittings/${id}/steps`, { body: { step, version } })).status).toBe(200)
  }
  const own = (await at(-30)).filter(({ title }) => title.ja !== COMMITTEE.ja)
  expect(own.flatMap(({ targets }) => targets.displayIds)).toEqual(displayIds)
})

it('the council leaves a display at once that somebody plans a sitting for while it sits', async () => {
  const { rig, at } = await demo()
  const hall = display('hall')
  rig.state.displays.push({ ...hall, profile: { ...hall.profile, name: '3階議場前' } })
  await at(-30)
  const [begun] = await at(20)
  expect(begun?.targets.displayIds).toEqual(['lobby', 'hall'])
  const body = {
    ...others,
    title: COMMITTEE,
    startsAt: '2026-11-28T10:05:00+09:00',
    endsAt: '2026-11-28T11:00:00+09:00',
    targets: { displayIds: ['lobby'], groups: [] },
    countdownMinutes: 10,
    afterMinutes: 10,
    version: 0,
  }
  await rig.request('POST', '/api/sittings', { as: 'admin', body })
  const own = (await at(25)).filter(({ title }) => title.ja !== COMMITTEE.ja)
  expect(own).toMatchObject([{ targets: { displayIds: ['hall'] }, live: { standing: { phase: 'inSession' } } }])
})
