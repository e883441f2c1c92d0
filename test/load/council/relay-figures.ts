import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlaylistView, StreamView } from '@akari/protocol'
import { localApi, startCmsProcess } from '../../support/city-hall.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { figures, round } from '../figures.ts'
import { seedDisplays, type SimulatedDisplay } from '../simulated-displays.ts'
import { Asked, type LiveFolder, Listening, Played, type Playing } from './council-messages.ts'

/** 2 Mbit/s, in segments of 1 s. */
const SEGMENT_BYTES = 250_000
const DISPLAYS = 100
const TURNS = 2
const ENV = { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' }
const WATCH_MS = 250

type Way = { entries: Playing['entries']; upstream: number; segmentMs: number[]; failures: number }

/**
 * One player at a plain static file server, then by turns a hundred displays at the relay, which asks that server, and a hundred at
 * the server itself.
 */
export async function relayFigures(seconds: number) {
  const folder = await temporaryFolder('bench-council')
  const studio = await startStudio(join(folder.path, 'studio'))
  const data = join(folder.path, 'cms')
  try {
    const { streamId, playlistId } = await addStream(data, studio.url)
    const displays = await seedDisplays(data, DISPLAYS, playlistId)
    const running = await startCmsProcess(data, ENV)
    try {
      await localApi(data)('POST', '/programme/publish', {})
      const ways = waysOf(displays, studio.url, `${running.url}/api/player/streams/${streamId}/index.m3u8`)
      await turn(ways.onePlayer, studio, seconds)
      const memory = watchMemory(running.process.pid)
      for (let n = 0; n < TURNS; n++) {
        await turn(ways.relay, studio, seconds)
        await turn(ways.files, studio, seconds)
      }
      return result(ways, seconds, await memory.stop())
    } finally {
      await running.process.stop()
    }
  } finally {
    studio.close()
    await folder.remove()
  }
}

function waysOf(displays: readonly SimulatedDisplay[], files: string, relay: string) {
  const way = (entries: Playing['entries']): Way => ({ entries, upstream: 0, segmentMs: [], failures: 0 })
  return {
    onePlayer: way([{ url: files, token: null }]),
    relay: way(displays.map(({ token }) => ({ url: relay, token }))),
    files: way(displays.map(() => ({ url: files, token: null }))),
  }
}

function result({ onePlayer, relay, files }: ReturnType<typeof waysOf>, seconds: number, memory: Memory) {
  const [relayMs, filesMs] = [figures(relay.segmentMs), figures(files.segmentMs)]
  const upstream = relay.upstream / TURNS
  return {
    displays: DISPLAYS,
    seconds,
    upstream: { onePlayer: onePlayer.upstream, relay: upstream, ratio: round(upstream / onePlayer.upstream, 3) },
    segments: { relay: relay.segmentMs.length, files: files.segmentMs.length },
    failures: { relay: relay.failures, files: files.failures },
    segmentMs: { relay: relayMs, files: filesMs, p99Ratio: round(relayMs.p99 / filesMs.p99, 2) },
    memoryMb: memory,
  }
}

async function turn(way: Way, studio: Studio, seconds: number): Promise<void> {
  const before = await studio.asked()
  const played = await play({ entries: way.entries, seconds, segmentBytes: SEGMENT_BYTES })
  way.upstream += (await studio.asked()) - before
  way.segmentMs.push(...played.segmentMs)
  way.failures += played.failures.length
}

async function play(playing: Playing): Promise<Played> {
  const child = fork(join(import.meta.dirname, 'players.process.ts'), [JSON.stringify(playing)])
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the players ended')
    }),
  ])
  return Played.parse(message)
}

type Studio = Awaited<ReturnType<typeof startStudio>>

async function startStudio(folder: string) {
  await mkdir(folder)
  const started: LiveFolder = { folder, segmentBytes: SEGMENT_BYTES }
  const child: ChildProcess = fork(join(import.meta.dirname, 'live-folder.process.ts'), [JSON.stringify(started)])
  const [listening] = await once(child, 'message')
  return {
    url: `http://127.0.0.1:${Listening.parse(listening).port}/index.m3u8`,
    asked: async (): Promise<number> => {
      child.send('asked')
      const [answer] = await once(child, 'message')
      return Asked.parse(answer).asked
    },
    close: (): void => void child.kill(),
  }
}

/** Before the displays are put into the database of a CMS that is not running. */
async function addStream(dataDir: string, url: string): Promise<{ streamId: string; playlistId: string }> {
  const cms = await startCmsProcess(dataDir, ENV)
  try {
    const api = localApi(dataDir)
    const streamId = StreamView.parse(await api('POST', '/streams', { title: { ja: '議会中継' }, url })).id
    const scene = { kind: 'live', streamId }
    const items = [{ id: 'live', seconds: 60, scene, validFrom: null, validUntil: null }]
    const playlist = await api('POST', '/playlists', { name: '議会中継', items, version: 0 })
    return { streamId, playlistId: PlaylistView.parse(playlist).id }
  } finally {
    await cms.process.stop()
  }
}

type Memory = { before: number; most: number; grownBy: number }

/** Resident memory of a process, in MB, watched until it is stopped. */
function watchMemory(pid: number) {
  const samples: Promise<number>[] = [residentMb(pid)]
  const watching = setInterval(() => samples.push(residentMb(pid)), WATCH_MS)
  return {
    stop: async (): Promise<Memory> => {
      clearInterval(watching)
      const seen = await Promise.all(samples)
      const [before = 0, most] = [seen[0], Math.max(...seen)]
      return { before: round(before), most: round(most), grownBy: round(most - before) }
    },
  }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
