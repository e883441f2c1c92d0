import { sampleRealtime, sampleTimetableFiles } from '@akari/content-samples'
import { type FeedInput, FeedSnapshot, FeedView } from '@akari/protocol'
import { zipFile } from '@akari/zip/testing'
import type { OpenDatabases } from '../../../db/testing.ts'
import { startContentRig } from '../../testing/content-rig.ts'
import { startSource } from './source-server.ts'

/** The community bus of the sample as a GTFS archive. */
export function busZip(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipFile([...sampleTimetableFiles()].map(([path, content]) => ({ path, content }))))
}

/** A new feed from this source, as staff would set it up. */
export function feedInput(part: Partial<FeedInput> & Pick<FeedInput, 'source'>): FeedInput {
  const everySeconds = { transit: 20, weather: 600, news: 600 }[part.source.kind]
  return { name: '外部データ', everySeconds, attribution: { text: { ja: '出典' } }, key: null, version: 0, ...part }
}

/** The content features with a source of the outside world, at noon of a day on which the sample's buses run. */
export async function startFeedsRig(open: OpenDatabases) {
  const [rig, source] = [await startContentRig(open), await startSource()]
  rig.state.now = new Date('2026-11-27T12:00:00+09:00')
  const job = (name: string) => rig.feeds.jobs.find((each) => each.name === name)
  const view = async (id: string) => FeedView.parse((await rig.request('GET', `/api/feeds/${id}`)).body)

  const setUp = async (part: Partial<FeedInput> & Pick<FeedInput, 'source'>): Promise<FeedView> => {
    return FeedView.parse((await rig.request('POST', '/api/feeds', { body: feedInput(part) })).body)
  }
  const serveBuses = (): void => {
    const { vehicles, trips, alerts } = sampleRealtime(rig.state.now.getTime())
    for (const [path, body] of Object.entries({ '/vp': vehicles, '/tu': trips, '/alerts': alerts }))
      source.put(path, body)
  }
  return {
    ...rig,
    source,
    view,
    setUp,
    serveBuses,
    at: (path: string) => `${source.origin}${path}`,
    later: (seconds: number) => {
      rig.state.now = new Date(rig.state.now.getTime() + seconds * 1000)
    },
    /** Asks the source of a feed now. */
    ask: async (id: string) => FeedView.parse((await rig.request('POST', `/api/feeds/${id}/ask`)).body),
    /** What displays are told. */
    snapshot: async (id: string) => FeedSnapshot.parse((await rig.request('GET', `/api/feeds/${id}/snapshot`)).body),
    tick: async () => job('feeds')?.run(),
    fetchTimetables: async () => job('timetables')?.run(),
    /** A feed of the sample's buses with its timetable imported. */
    buses: async (changes: Partial<Extract<FeedInput['source'], { kind: 'transit' }>> = {}): Promise<FeedView> => {
      serveBuses()
      source.put('/gtfs.zip', busZip())
      const address = (path: string) => `${source.origin}${path}`
      const feed = await setUp({
        source: {
          kind: 'transit',
          timetable: address('/gtfs.zip'),
          vehicles: address('/vp'),
          trips: address('/tu'),
          alerts: address('/alerts'),
          routes: [],
          stops: [],
          ...changes,
        },
      })
      await job('timetables')?.run()
      return view(feed.id)
    },
  }
}
export type FeedsRig = Awaited<ReturnType<typeof startFeedsRig>>
