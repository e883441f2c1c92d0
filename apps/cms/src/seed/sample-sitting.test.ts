import { loadSample, loadSampleSitting } from '@akari/content-samples'
import { SittingView } from '@akari/protocol'
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
