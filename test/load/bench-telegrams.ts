/** `npm run bench:telegrams -- [--seconds 30]`: one JSON line; see docs/figures.md. */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { sampleTelegram, sampleTelegrams } from '@akari/content-samples'
import { TelegramResult } from '@akari/protocol'
import { startMessageReader } from '../../apps/cms/src/features/alerts/message-reader.ts'
import { readMessage } from '../../apps/cms/src/features/alerts/read-message.ts'
import { buildPages } from '../../scripts/build-pages.ts'
import { localApi, startCmsProcess } from '../support/city-hall.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { figures, round } from './figures.ts'
import { metric } from './local-metrics.ts'
import { startScreens } from './screens.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } })
const [perSecond, seconds, readings] = [20, Number(values.seconds), 300]
const BROADCAST = 'akari_alert_states_broadcast_total{channel="live"}'
const LARGE_BYTES = 1_200_000

const reading = readSamples()
const large = await readLarge()
const flood = await floodOfWarnings()
const load = loadavg().map((value) => round(value))
process.stdout.write(`${JSON.stringify({ bench: 'telegrams', loadAverage: load, readMs: reading, large, flood })}\n`)

/** Every sample again and again, in this process. */
function readSamples() {
  const names = sampleTelegrams().map(({ file }) => file)
  const telegrams = names.map((name) => new Uint8Array(sampleTelegram(name)))
  const took: number[] = []
  for (let n = 0; n < readings; n++) {
    for (const bytes of telegrams) {
      const started = performance.now()
      if (!readMessage(bytes, null).ok) throw new Error('a sample telegram could not be read')
      took.push(performance.now() - started)
    }
  }
  return figures(took, 2)
}

/** A warning for so many areas that it fills 1.2 MB, in the thread for large messages. */
async function readLarge() {
  const text = sampleTelegram('vpww55-level4.xml').toString('utf8')
  const item = /<Item>[\s\S]*?<\/Item>/.exec(text)?.[0] ?? ''
  const bytes = new TextEncoder().encode(text.replace(item, item.repeat(Math.ceil(LARGE_BYTES / item.length))))
  const reader = startMessageReader()
  const took: number[] = []
  await reader.read(bytes, null)
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  for (let n = 0; n < 20; n++) {
    const started = performance.now()
    const { ok } = await reader.read(bytes, null)
    took.push(performance.now() - started)
    if (!ok) throw new Error('the large telegram could not be read')
  }
  loop.disable()
  await reader.close()
  return { bytes: bytes.length, readMs: figures(took), eventLoopDelayMs: { p99: round(loop.percentile(99) / 1e6) } }
}

/** One earthquake, a new serial every 50 ms, the forecast changing every second; a real screen among it. */
async function floodOfWarnings() {
  const root = join(import.meta.dirname, '../..')
  if (!(await buildPages(root, ['screen']))) throw new Error('the screen could not be built')
  const folder = await temporaryFolder('bench-telegrams')
  const cms = await startCmsProcess(folder.path)
  try {
    const screens = await startScreens(folder.path, cms.url, 1)
    try {
      const before = await metric(folder.path, BROADCAST).catch(() => 0)
      const sent: Promise<{ result: TelegramResult; ms: number }>[] = []
      for (let n = 1; n <= perSecond * seconds; n++) {
        sent.push(accepted(folder.path, warningOf(n)))
        await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond))
      }
      const answers = await Promise.all(sent)
      const newest = Math.max(...answers.map(({ result }) => result.revision ?? 0))
      await screens.painted(newest)
      return {
        sent: sent.length,
        outcomes: countBy(answers.map(({ result }) => result.outcome)),
        acceptedMs: figures(answers.map(({ ms }) => ms)),
        statesBroadcast: (await metric(folder.path, BROADCAST)) - before,
        revisionsPainted: await screens.paintedCount(),
      }
    } finally {
      await screens.close()
    }
  } finally {
    await cms.process.stop()
    await folder.remove()
  }
}

async function accepted(dataDir: string, telegram: Uint8Array): Promise<{ result: TelegramResult; ms: number }> {
  const started = performance.now()
  const result = TelegramResult.parse(await localApi(dataDir)('POST', '/alerts/telegrams', telegram))
  return { result, ms: performance.now() - started }
}

function warningOf(serial: number): Uint8Array {
  const now = new Date()
  const local = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)
  const intensity = ['5-', '5+', '6-'][Math.floor(serial / perSecond) % 3] ?? '5-'
  const text = sampleTelegram('vxse43-warning.xml')
    .toString('utf8')
    .replaceAll(/(<(?:Report|Target)DateTime>)[^<]*/g, `$1${local}+09:00`)
    .replace(/(<Serial>)[^<]*/, `$1${serial}`)
    .replaceAll(/(<From>)[^<]*/g, `$1${intensity}`)
    .replaceAll(/(<To>)[^<]*/g, `$1${intensity}`)
  return new TextEncoder().encode(text)
}

function countBy(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}
