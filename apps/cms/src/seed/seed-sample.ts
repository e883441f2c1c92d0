import { loadSample, loadSamplePosters, loadSampleTexts, type Sample, type SamplePosters } from '@akari/content-samples'
import {
  type AssetView,
  type DrillInput,
  type Id,
  type NewDisplay,
  PosterInput,
  type ShelterEdit,
  type Texts,
} from '@akari/protocol'
import type { AssetsService } from '../features/assets/assets.service.ts'
import type { LayoutsService } from '../features/layouts/layouts.service.ts'
import type { PostersService } from '../features/posters/posters.service.ts'
import type { PlaylistsService } from '../features/playlists/playlists.service.ts'
import type { ProgrammeService } from '../features/programme/programme.service.ts'
import type { ScheduleService } from '../features/schedule/schedule.service.ts'
import type { StreamsService } from '../features/streams/streams.service.ts'
import type { Actor } from '../http/actor.ts'
import { seedCaptions, type SeedCaptionsDeps } from './seed-captions.ts'
import { displayFor, drillFor, entryFor, layoutFor, playlistItem, type SeededIds, stepsOf } from './seed-drafts.ts'
import { seedAsset } from './seed-media.ts'
import { seedRecording, type SeedRecordingDeps } from './seed-recording.ts'
import type { SeedVenueDeps } from './seed-venue.ts'
import type { SeedStore } from './seed.store.ts'
import { seedTown, type SeedTownDeps } from './seed-town.ts'

export type SeedDeps = Pick<SeedTownDeps, 'feeds' | 'boards' | 'basemaps' | 'feedsUrl'> & {
  store: SeedStore
  assets: SeedVenueDeps['assets'] & Pick<AssetsService, 'receive'>
  venues: SeedVenueDeps['venues']
  streams: Pick<StreamsService, 'list' | 'create'>
  posters: Pick<PostersService, 'list' | 'create'>
  playlists: Pick<PlaylistsService, 'list' | 'create'>
  layouts: Pick<LayoutsService, 'list' | 'create'>
  schedule: Pick<ScheduleService, 'list' | 'create'>
  displays: {
    list: () => Promise<readonly { id: Id; profile: { name: string } }[]>
    add: (actor: Actor, display: NewDisplay) => Promise<{ id: Id }>
  }
  drills: {
    list: () => Promise<readonly { name: string }[]>
    add: (actor: Actor, drill: DrillInput) => Promise<unknown>
  }
  shelters: {
    list: () => Promise<readonly { name: Texts }[]>
    create: (actor: Actor, shelter: ShelterEdit) => Promise<unknown>
  }
  publish: ProgrammeService['publish']
  captions: SeedCaptionsDeps
  addRecording: SeedRecordingDeps['addRecording']
  /** Where the sample's council stream is served, e.g. `http://127.0.0.1:8091`. */
  streamUrl: string
  /** A folder for copies, on the volume of the file store. */
  workDir: string
  /** Called after each step. */
  progress: (done: number, total: number) => void
}

const ACTOR: Actor = { kind: 'local', ip: '127.0.0.1' }

/**
 * Fills an empty CMS with the sample city hall and publishes it, through the same services that staff use. False when there
 * was something already or the sample has been here before. A run that was cut off goes on at the next start: whatever it
 * had made is recognised by its content or its name.
 */
export async function seedSample(deps: SeedDeps): Promise<boolean> {
  const progress = await deps.store.progress()
  if (progress === 'done' || (progress === null && !(await isEmpty(deps)))) return false
  await deps.store.mark('started')
  await seed(deps, loadSample())
  await deps.store.mark('done')
  return true
}

async function isEmpty({ playlists, displays }: SeedDeps): Promise<boolean> {
  return (await playlists.list()).length === 0 && (await displays.list()).length === 0
}

async function seed(deps: SeedDeps, sample: Sample): Promise<void> {
  const ids = {
    assets: new Map<string, AssetView>(),
    streams: new Map<string, Id>(),
    posters: new Map<string, Id>(),
    boards: await seedTown(deps, ACTOR),
    playlists: new Map<string, Id>(),
    layouts: new Map<string, Id>(),
    displays: new Map<string, Id>(),
  }
  await seedRecording({ ...deps, actor: ACTOR }, await seedCaptions(deps.captions, ACTOR))
  const total = stepsOf(sample)
  let done = 0
  const step = () => deps.progress(++done, total)
  for (const asset of sample.assets) {
    ids.assets.set(asset.key, await seedAsset({ ...deps, actor: ACTOR }, asset))
    step()
  }
  for (const stream of sample.streams) {
    ids.streams.set(stream.key, await streamId(deps, stream))
    step()
  }
  for (const poster of loadSamplePosters()) ids.posters.set(poster.key, await posterId(deps, poster))
  // What runs in the zones of a layout comes before it, what shows the layout after it.
  const [plain, split] = [sample.playlists.filter((each) => !showsLayout(each)), sample.playlists.filter(showsLayout)]
  for (const playlist of plain) {
    ids.playlists.set(playlist.key, await playlistId(deps, playlist, ids))
    step()
  }
  for (const layout of sample.layouts) {
    ids.layouts.set(layout.key, await layoutId(deps, layout, ids))
    step()
  }
  for (const playlist of split) {
    ids.playlists.set(playlist.key, await playlistId(deps, playlist, ids))
    step()
  }
  for (const display of sample.displays) {
    ids.displays.set(display.key, await displayId(deps, display, ids))
    step()
  }
  for (const entry of sample.schedule) {
    await ensureEntry(deps, entry, ids)
    step()
  }
  for (const shelter of sample.shelters) {
    await ensureShelter(deps, shelter)
    step()
  }
  await ensureDrill(deps, sample.drill)
  step()
  await deps.publish(ACTOR)
  step()
}

async function streamId(deps: SeedDeps, stream: Sample['streams'][number]): Promise<Id> {
  const url = new URL(stream.path, deps.streamUrl).href
  const held = (await deps.streams.list()).find((candidate) => candidate.url === url)
  return (held ?? (await deps.streams.create({ title: stream.titles, url }, ACTOR))).id
}

async function posterId(deps: SeedDeps, { title, poster }: SamplePosters[number]): Promise<Id> {
  const held = (await deps.posters.list()).find((candidate) => candidate.title.ja === title.ja)
  const filled = PosterInput.parse({ title, poster, pictureId: null, version: 0 })
  return (held ?? (await deps.posters.create(filled, ACTOR))).id
}

async function playlistId(deps: SeedDeps, playlist: Sample['playlists'][number], ids: SeededIds): Promise<Id> {
  const held = (await deps.playlists.list()).find(({ name }) => name === playlist.name)
  if (held !== undefined) return held.id
  const texts = loadSampleTexts()
  const items = playlist.items.map((item, index) => playlistItem(item, index, texts, ids))
  return (await deps.playlists.create({ name: playlist.name, items, version: 0 }, ACTOR)).id
}

function showsLayout({ items }: Sample['playlists'][number]): boolean {
  return items.some(({ kind }) => kind === 'layout')
}

async function layoutId(deps: SeedDeps, layout: Sample['layouts'][number], ids: SeededIds): Promise<Id> {
  const held = (await deps.layouts.list()).find(({ name }) => name === layout.name)
  return (held ?? (await deps.layouts.create(layoutFor(layout, ids.playlists), ACTOR))).id
}

async function displayId(deps: SeedDeps, display: Sample['displays'][number], ids: SeededIds): Promise<Id> {
  const held = (await deps.displays.list()).find(({ profile }) => profile.name === display.name)
  return (held ?? (await deps.displays.add(ACTOR, displayFor(display, ids.playlists)))).id
}

async function ensureEntry(deps: SeedDeps, entry: Sample['schedule'][number], ids: SeededIds): Promise<void> {
  const held = (await deps.schedule.list()).some(({ name }) => name === entry.name)
  if (!held) await deps.schedule.create(entryFor(entry, ids), ACTOR)
}

/** A draft: nobody has checked it, so it never runs by itself. */
async function ensureDrill(deps: SeedDeps, drill: Sample['drill']): Promise<void> {
  const held = (await deps.drills.list()).some(({ name }) => name === drill.name)
  if (!held) await deps.drills.add(ACTOR, drillFor(drill))
}

/** Closed: nobody is to be sent to a place that was made up. */
async function ensureShelter(deps: SeedDeps, shelter: Sample['shelters'][number]): Promise<void> {
  const held = (await deps.shelters.list()).some(({ name }) => name.ja === shelter.name.ja)
  if (!held) await deps.shelters.create(ACTOR, { ...shelter, open: false, version: 0 })
}
