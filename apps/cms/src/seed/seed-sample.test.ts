import { loadSample, loadSampleCaptions } from '@akari/content-samples'
import { createKeyPair, createLogger } from '@akari/node-kit'
import { AssetView, Programme, type ShelterEdit } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { onEachDatabase, openFreshSqlite } from '../db/testing.ts'
import { type ContentRig, startContentRig } from '../features/testing/content-rig.ts'
import { wireCaptions } from '../wire-captions.ts'
import { recordingStore } from '../features/recordings/recordings.store.ts'
import { type SeedDeps, seedSample } from './seed-sample.ts'
import { seedStore } from './seed.store.ts'

const sample = loadSample()

function depsOf(rig: ContentRig, drills: { name: string }[] = [], shelters: ShelterEdit[] = []): SeedDeps {
  return {
    ...rig,
    store: seedStore(rig.databases.main),
    captions: captionsOf(rig),
    addRecording: recordingStore(rig.databases.main).insert,
    displays: {
      list: () => Promise.resolve(rig.state.displays),
      add: (_actor, display) => {
        const added = { ...display, id: `display-${rig.state.displays.length + 1}` }
        rig.state.displays.push(added)
        return Promise.resolve(added)
      },
    },
    drills: {
      list: () => Promise.resolve(drills),
      add: (_actor, drill) => Promise.resolve(drills.push(drill)),
    },
    shelters: {
      list: () => Promise.resolve(shelters),
      create: (_actor, shelter) => Promise.resolve(shelters.push(shelter)),
    },
    publish: rig.programmes.publish,
    streamUrl: 'http://127.0.0.1:8091',
    feedsUrl: 'http://127.0.0.1:8093',
    workDir: rig.media.workDir,
    progress: () => undefined,
  }
}

function captionsOf({ databases, common }: ContentRig): SeedDeps['captions'] {
  const captions = wireCaptions({
    ...common,
    db: databases.main,
    log: createLogger('captions', { level: 'silent' }),
    actorOf: () => Promise.resolve({ kind: 'anonymous', ip: '' }),
    identity: createKeyPair().privateKey,
    privateHosts: [],
    tell: () => Promise.resolve(),
    changed: () => undefined,
  })
  onTestFinished(captions.close)
  return captions.sample
}

async function counts(rig: ContentRig): Promise<Record<string, number>> {
  const lists = ['assets', 'streams', 'playlists', 'layouts', 'entries'].map(async (name) => {
    const { body } = await rig.request('GET', `/api/${name}`)
    return [name, z.array(z.unknown()).parse(body).length] as const
  })
  return { ...Object.fromEntries(await Promise.all(lists)), displays: rig.state.displays.length }
}

const variants = sample.assets.flatMap((asset) => (asset.kind === 'image' ? Object.keys(asset.variants) : []))
/** Every picture of the sample is decoded. */
const SLOW = { timeout: 120_000 }
const EVERYTHING = {
  // The film of the sitting comes beside them.
  assets: sample.assets.length + variants.length + 1,
  streams: sample.streams.length,
  playlists: sample.playlists.length,
  layouts: sample.layouts.length,
  entries: sample.schedule.length,
  displays: sample.displays.length,
}

onEachDatabase((open) => {
  it('fills an empty CMS with the sample city hall, publishes it, and does so once', SLOW, async () => {
    const rig = await startContentRig(open)
    const steps: number[] = []
    const drills: { name: string }[] = []
    const shelters: ShelterEdit[] = []
    const deps = {
      ...depsOf(rig, drills, shelters),
      progress: (done: number, total: number) => void steps.push(done / total),
    }
    expect(await seedSample(deps)).toBe(true)
    expect(await counts(rig)).toEqual(EVERYTHING)
    expect(steps.at(-1)).toBe(1)
    const [transcript] = await deps.captions.transcripts.list()
    expect(transcript).toMatchObject({ languages: ['ja', 'en', 'zh-Hans'], captions: 3 * loadSampleCaptions().length })
    expect(await recordingStore(rig.databases.main).list()).toMatchObject([
      { captionsId: transcript?.id, state: 'ready', said: { onKiosk: true, title: { ja: '市議会定例会（見本）' } } },
    ])
    expect(drills).toMatchObject([{ name: '毎月の訓練(見本)', target: { kind: 'all' } }])
    expect(shelters).toHaveLength(sample.shelters.length)
    expect(shelters.every(({ name, open: isOpen }) => name.ja.startsWith('（見本）') && !isOpen)).toBe(true)
    expect((await rig.request('GET', '/api/programme/draft')).body).toMatchObject({ changed: [], warnings: [] })

    const lobby = Programme.parse((await rig.request('GET', '/api/displays/display-1/programme')).body)
    expect(lobby.display).toMatchObject({ name: '1階ロビー', touch: true, kioskId: sample.displays[0]?.kiosk })
    const scenes = lobby.playlists.flatMap(({ items }) => items.map(({ scene }) => scene))
    expect(new Set(scenes.map(({ kind }) => kind))).toEqual(
      new Set([
        'image',
        'video',
        'floorMap',
        'live',
        'notice',
        'poster',
        'layout',
        'departures',
        'busMap',
        'weather',
        'news',
        'wifi',
        'today',
      ]),
    )
    const waste = scenes.find((scene) => scene.kind === 'image' && scene.title.ja === 'ごみの分け方')
    expect(waste).toMatchObject({ variants: [null, 'en', 'ko', 'zh-Hans'].map((language) => ({ language })) })
    expect(lobby.streams[0]?.url).toBe('http://127.0.0.1:8091/live.m3u8')

    expect(await seedSample(deps)).toBe(false)
    expect(await counts(rig)).toEqual(EVERYTHING)
  })

  it('leaves a CMS alone that staff have begun to fill', async () => {
    const rig = await startContentRig(open)
    await rig.request('POST', '/api/playlists', { body: { name: '自分たちの', items: [], version: 0 } })
    expect(await seedSample(depsOf(rig))).toBe(false)
    expect(await counts(rig)).toMatchObject({ playlists: 1, displays: 0, assets: 0 })
  })
})

it('goes on where it was cut off', SLOW, async () => {
  const rig = await startContentRig(openFreshSqlite)
  const cut = (after: number) => ({
    ...depsOf(rig),
    progress: (done: number) => {
      if (done === after) throw new Error('power cut')
    },
  })
  await expect(seedSample(cut(sample.assets.length + 4))).rejects.toThrow('power cut')
  expect(await seedSample(depsOf(rig))).toBe(true)
  expect(await counts(rig)).toEqual(EVERYTHING)
  const assets = z.array(AssetView).parse((await rig.request('GET', '/api/assets')).body)
  expect(assets.filter(({ variantOf }) => variantOf !== null)).toHaveLength(variants.length)
})
