import { createServer } from 'node:http'
import { sampleTimetable, sampleTimetableFiles } from '@akari/content-samples'
import { FeedSnapshot, FeedView } from '@akari/protocol'
import { writeRealtime } from '@akari/transit'
import { zipFile } from '@akari/zip/testing'
import { openDatabases } from '../../apps/cms/src/db/database.ts'
import { localAccess } from '../support/local-access.ts'
import { localApi, startCmsProcess } from '../support/city-hall.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { figures, round } from './figures.ts'
import { startFleet } from './fleet.ts'
import { seedDisplays } from './simulated-displays.ts'

const DISPLAYS = 1000
const PROCESSES = 2
const PUSHES = 10
const VEHICLES = 300
const ASK_EVERY_MS = 20
const ENV = { AKARI_FEED_PRIVATE_HOSTS: '127.0.0.1' }

/**
 * One source, one CMS, a thousand displays that show it: from asking the source to the last display that has the snapshot, and how
 * often the source was asked for it.
 */
export async function snapshotFigures() {
  const folder = await temporaryFolder('bench-snapshots')
  const source = await startBuses()
  const api = localApi(folder.path)
  try {
    const feedId = await withoutDisplays(folder.path, () => setUp(folder.path, source.url))
    const displays = await seedDisplays(folder.path, DISPLAYS)
    await showOn(
      folder.path,
      displays.map(({ id }) => id),
      feedId,
    )
    const cms = await startCmsProcess(folder.path, ENV)
    try {
      const fleet = await startFleet(cms.url, displays, PROCESSES)
      const [last, polls]: [number[], number[]] = [[], []]
      let bytes = 0
      const asking = askMeanwhile(cms.url)
      for (let push = 0; push < PUSHES; push++) {
        const [asked, started] = [source.asked(), performance.timeOrigin + performance.now()]
        await api('POST', `/feeds/${feedId}/ask`)
        const snapshot = FeedSnapshot.parse(await api('GET', `/feeds/${feedId}/snapshot`))
        last.push(Math.max(...(await fleet.fed(snapshot.revision))) - started)
        polls.push(source.asked() - asked)
        bytes = JSON.stringify(snapshot).length
      }
      const answers = await asking.stop()
      fleet.close()
      return {
        displays: DISPLAYS,
        pushes: PUSHES,
        pollsOfSource: Math.max(...polls),
        snapshotKb: round(bytes / 1000),
        askedToLastDisplayMs: figures(last),
        answersMeanwhileMs: figures(answers),
      }
    } finally {
      await cms.process.stop()
    }
  } finally {
    source.close()
    await folder.remove()
  }
}

/** How long the server takes to answer something small all the while: what else an alert would wait for. */
function askMeanwhile(url: string) {
  const took: number[] = []
  const over = new AbortController()
  const asking = (async () => {
    while (!over.signal.aborted) {
      const started = performance.now()
      await (await fetch(`${url}/healthz`)).arrayBuffer()
      took.push(performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
    }
  })()
  return {
    stop: async (): Promise<number[]> => {
      over.abort()
      await asking
      return took
    },
  }
}

/** Displays are put into the database of a CMS that is not running. */
async function withoutDisplays<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const cms = await startCmsProcess(dataDir, ENV)
  try {
    return await work()
  } finally {
    await cms.process.stop()
  }
}

/** Asked by the bench alone: its own interval is a day. */
async function setUp(dataDir: string, source: string): Promise<string> {
  const api = localApi(dataDir)
  const transit = {
    kind: 'transit',
    timetable: null,
    vehicles: `${source}/vehicles`,
    trips: `${source}/trips`,
    alerts: null,
    routes: [],
    stops: [],
  }
  const text = { ja: '見本のコミュニティバス' }
  const made = await api('POST', '/feeds', {
    name: 'バス',
    source: transit,
    everySeconds: 86_400,
    attribution: { text },
    key: null,
    version: 0,
  })
  const { id, version } = FeedView.parse(made)
  const { url, secret } = await localAccess(dataDir)
  const zip = zipFile([...sampleTimetableFiles()].map(([path, content]) => ({ path, content })))
  const sent = await fetch(`${url}/api/feeds/${id}/timetable?version=${version}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(zip),
  })
  if (!sent.ok) throw new Error(`the timetable was refused: ${await sent.text()}`)
  return id
}

async function showOn(dataDir: string, displayIds: readonly string[], feedId: string): Promise<void> {
  const databases = await openDatabases({ dataDir, databaseUrl: null })
  const published = {
    revision: 1,
    published_at: new Date().toISOString(),
    content_hash: '',
    scheduled: null,
    scheduled_hash: '',
  }
  await databases.main.transaction().execute(async (tx) => {
    for (const display_id of displayIds) {
      const row = { ...published, display_id, body: '{}', feeds: JSON.stringify([feedId]) }
      await tx.insertInto('published_programme').values(row).execute()
    }
  })
  await databases.close()
}

/** 300 buses of the sample's timetable, seen just now at whichever hour this runs; `asked`: how often for their positions. */
async function startBuses() {
  const ids = sampleTimetable().timetable.trips.ids.slice(0, VEHICLES)
  const position = { latitude: 35.7, longitude: 139.5 }
  const calls = Array.from({ length: 10 }, (_, n) => ({ stopSequence: n + 1, departure: { delay: n * 10 } }))
  const at = () => Math.floor(Date.now() / 1000)
  const vehicles = () =>
    ids.map((tripId) => ({ vehicle: { trip: { tripId }, vehicle: { id: tripId }, position, timestamp: at() } }))
  const trips = () =>
    ids.map((tripId) => ({ tripUpdate: { trip: { tripId }, stopTimeUpdate: calls, timestamp: at() } }))
  let asked = 0
  const server = createServer((req, res) => {
    if (req.url === '/vehicles') asked += 1
    res.end(writeRealtime(at(), req.url === '/vehicles' ? vehicles() : trips()))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    close: (): void => {
      server.closeAllConnections()
      server.close()
    },
  }
}
