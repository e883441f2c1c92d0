/** `npm run bench:alerts -- --displays 500 [--pushes 50] [--screens 3] [--busy]`: one JSON line; see docs/figures.md. */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleTelegram } from '@akari/content-samples'
import { SignedAlertStates, TelegramResult } from '@akari/protocol'
import { buildPages } from '../../scripts/build-pages.ts'
import { localApi, startCmsProcess } from '../support/city-hall.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type Push, startBare } from './baseline.ts'
import { keepBusy } from './busy.ts'
import { figures, round } from './figures.ts'
import { type Fleet, startFleet } from './fleet.ts'
import { metric } from './local-metrics.ts'
import { startScreens } from './screens.ts'
import { seedDisplays } from './simulated-displays.ts'

const { values } = parseArgs({
  options: {
    displays: { type: 'string', default: '500' },
    pushes: { type: 'string', default: '50' },
    screens: { type: 'string', default: '3' },
    busy: { type: 'boolean', default: false },
  },
})
const screenCount = Number(values.screens)
const simulated = Math.max(1, Number(values.displays) - screenCount)
const [pushes, processes, pauseMs] = [Number(values.pushes), 2, 250]
const LAST_ANSWER = 'akari_alert_answer_seconds{channel="live",kind="received"}'
const RESIDENT = 'akari_cms_process_resident_memory_bytes'

if (!(await buildPages(join(import.meta.dirname, '../..'), ['screen']))) process.exit(1)
const folder = await temporaryFolder('bench-alerts')
// The sample is for empty databases only.
if (values.busy) await (await startCmsProcess(folder.path, { AKARI_SEED: 'sample' })).process.stop()
const displays = await seedDisplays(folder.path, simulated)
const cms = await startCmsProcess(folder.path)
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  await cms.process.stop()
  await folder.remove()
}

/**
 * First with screens, for what people see. Then without them and by turns with the bare server, so that painting on the
 * same cores and whatever else the machine does weigh on both alike.
 */
async function measure() {
  const before = await metric(folder.path, RESIDENT)
  const fleet = await startFleet(cms.url, displays, processes)
  const perConnection = Math.round(((await metric(folder.path, RESIDENT)) - before) / simulated)
  const { painted, amongScreens, work } = await withScreens(fleet)
  const bareServer = await startBare(displays, processes)
  const [own, bare]: [Push[], Push[]] = [[], []]
  for (let n = 0; n < pushes; n++) {
    own.push((await pushed(fleet, pushes + n)).push)
    await pause()
    bare.push(await bareServer.push(await liveEnvelope()))
    await pause()
  }
  bareServer.close()
  fleet.close()
  const last = (of: readonly Push[]) => figures(of.map(({ lastAnswerMs }) => lastAnswerMs))
  const lastConfirmed = (of: readonly Push[]) => figures(of.map(({ confirmedMs }) => Math.max(...confirmedMs)))
  return {
    bench: 'alerts',
    displays: simulated + screenCount,
    screens: screenCount,
    pushes,
    loadAverage: loadavg().map((load) => round(load)),
    envelopeBytes: JSON.stringify(await liveEnvelope()).length,
    acceptedToPaintedMs: figures(painted),
    lastAnswerAmongScreensMs: last(amongScreens),
    lastAnswerMs: { own: last(own), bare: last(bare) },
    lastConfirmedMs: { own: lastConfirmed(own), bare: lastConfirmed(bare) },
    ratioOfMedians: {
      lastAnswer: round(last(own).p50 / last(bare).p50, 2),
      lastConfirmed: round(lastConfirmed(own).p50 / lastConfirmed(bare).p50, 2),
    },
    residentBytesPerConnection: perConnection,
    ...(work === undefined ? {} : { meanwhile: work }),
  }
}

async function withScreens(fleet: Fleet) {
  const screens = await startScreens(folder.path, cms.url, screenCount)
  const busy = values.busy ? await keepBusy(folder.path, cms.url, displays.slice(0, 50)) : null
  const painted: number[] = []
  const amongScreens: Push[] = []
  try {
    for (let n = 0; n < pushes; n++) {
      const { started, revision, push } = await pushed(fleet, n)
      painted.push(...(await screens.painted(revision)).map((at) => at - started))
      amongScreens.push(push)
      await pause()
    }
  } finally {
    await screens.close()
  }
  return { painted, amongScreens, work: await busy?.stop() }
}

async function pushed(fleet: Fleet, n: number): Promise<{ started: number; revision: number; push: Push }> {
  const started = performance.timeOrigin + performance.now()
  const answer = await localApi(folder.path)('POST', '/alerts/telegrams', telegramOf(n))
  const { revision } = TelegramResult.parse(answer)
  if (revision === null) throw new Error('the telegram changed nothing')
  const confirmedMs = (await fleet.confirmed(revision)).map((at) => at - started)
  return { started, revision, push: { confirmedMs, lastAnswerMs: (await metric(folder.path, LAST_ANSWER)) * 1000 } }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs))
}

/** A telegram that is newer than the last one: the warning and its release by turns. */
function telegramOf(push: number): Uint8Array {
  const name = push % 2 === 0 ? 'vpww55-level4.xml' : 'vpww55-release.xml'
  const at = new Date(Date.now() - 3_600_000 + push * 1000)
  const local = new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)
  const text = sampleTelegram(name)
    .toString('utf8')
    .replaceAll(/(<ReportDateTime>)[^<]*/g, `$1${local}+09:00`)
    .replaceAll(/(<DateTime>)[^<]*/g, `$1${at.toISOString().slice(0, 19)}Z`)
  return new TextEncoder().encode(text)
}

/** What a display would be given now. */
async function liveEnvelope() {
  const headers = { authorization: `Bearer ${displays[0]?.token ?? ''}` }
  const response = await fetch(`${cms.url}/api/player/alerts`, { headers })
  return SignedAlertStates.parse(await response.json()).live
}
