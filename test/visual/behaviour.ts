import { equal, ok } from 'node:assert/strict'
import { startCouncilStream } from '@akari/content-samples'
import type { DisplayProfile, PlayerState, PlaylistItem, SceneContent } from '@akari/protocol'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { showing, withAlerts } from './made-up-state.ts'
import { scenarios } from './scenarios.ts'
import { serveGlass } from './serve-glass.ts'

/**
 * How the built screen behaves when things go wrong, in a real Chromium: `node test/visual/behaviour.ts`. Prints each
 * sentence that holds, and fails on the first that does not.
 */
const display: DisplayProfile = {
  name: 'ロビー',
  widthPx: 1280,
  heightPx: 720,
  mmPerPx: 0.95,
  viewingDistanceM: 2.5,
  touch: true,
  kioskId: null,
}
const ALERT_ROUNDS = 9
const notice = (text: string): SceneContent => ({ kind: 'notice', title: { ja: text }, body: { ja: text } })
const item = (id: string, scene: SceneContent, seconds: number): PlaylistItem => ({
  id,
  seconds,
  scene,
  validFrom: null,
  validUntil: null,
})

function playing(items: PlaylistItem[]): PlayerState {
  const state = showing(null, display, new Date())
  if (state.programme === null) return state
  return { ...state, programme: { ...state.programme, playlists: [{ id: 'playlist', name: 'いつもの番組', items }] } }
}

const council = await startCouncilStream({ port: 0 })
let liveIsUp = true
const { scenarios: made } = await scenarios(new Date())
const glass = await serveGlass({ files: new Map(), liveBase: () => (liveIsUp ? council.url : null) })
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, hasTouch: true })
try {
  await anAlertIsAcknowledgedAfterPaint(page)
  await aFailingPictureIsSkipped(page)
  await aStreamComesBackByItself(page)
  await theScheduleGoesOnWithoutTheAgent(page)
} finally {
  await browser.close()
  await council.close()
  await glass.close().catch(() => undefined)
}

async function anAlertIsAcknowledgedAfterPaint(at: Page): Promise<void> {
  glass.show(playing([item('a', notice('いつもの'), 600)]))
  await at.goto(glass.url)
  await shows(at, 'notice')
  await at.waitForTimeout(5000)
  const tookMs: number[] = []
  for (let round = 0; round < ALERT_ROUNDS; round += 1) {
    const alerting = made.find(({ name }) => name === 'eew')?.state(display)
    ok(alerting !== undefined)
    tookMs.push(await paintedAfter(alerting))
    await shows(at, 'emergency')
    await paintedAfter(withAlerts(playing([item('a', notice('いつもの'), 600)]), 'live', [], new Date()))
    await shows(at, 'notice')
  }
  const [least, median] = [Math.min(...tookMs), tookMs.toSorted((a, b) => a - b)[Math.floor(ALERT_ROUNDS / 2)]]
  say(
    `alerts are painted and acknowledged (median ${median} ms, least ${least} ms), and so are the states that end them`,
  )
}

/** Shows a state and waits for the acknowledgement of its live alerts; milliseconds between the two. */
async function paintedAfter(state: PlayerState): Promise<number> {
  const revision = state.alerts.live?.state.revision
  const startedAt = performance.now()
  glass.show(state)
  await until(() => glass.said.some((m) => m.type === 'alert.shown' && m.acknowledgement.revision === revision))
  return Math.round(performance.now() - startedAt)
}

async function aFailingPictureIsSkipped(at: Page): Promise<void> {
  const missing = { sha256: 'f'.repeat(64), bytes: 1, mediaType: 'image/webp' }
  const variants = [{ language: null, file: missing, width: 1, height: 1 }]
  glass.show(
    playing([item('lost', { kind: 'image', title: { ja: '無い' }, variants }, 60), item('b', notice('次の'), 60)]),
  )
  await at.goto(glass.url)
  await shows(at, 'notice')
  ok(glass.said.some((m) => m.type === 'screen.fault' && m.code === 'image-undecodable'))
  say('a picture that cannot be decoded is skipped and reported')
}

async function aStreamComesBackByItself(at: Page): Promise<void> {
  glass.show(playing([item('live', { kind: 'live', title: { ja: '中継' }, streamId: 'council' }, 600)]))
  await at.goto(glass.url)
  const picture = (state: string) => at.locator(`.ak-live[data-picture="${state}"]`).waitFor({ timeout: 40_000 })
  await picture('moving')
  await at.evaluate(() => document.documentElement.setAttribute('data-unreloaded', ''))
  liveIsUp = false
  const stoppedAt = performance.now()
  await picture('stopped')
  const slateAfter = Math.round((performance.now() - stoppedAt) / 1000)
  liveIsUp = true
  await picture('moving')
  equal(await at.locator('html[data-unreloaded]').count(), 1)
  say(
    `a stream that stops gives way to the slate (${slateAfter} s later, its buffer included) and comes back by itself`,
  )
}

async function theScheduleGoesOnWithoutTheAgent(at: Page): Promise<void> {
  glass.show(playing([item('a', notice('一つ目'), 3), item('b', notice('二つ目'), 3)]))
  await at.goto(glass.url)
  await shows(at, 'notice')
  await at.waitForTimeout(1500)
  await glass.close()
  for (const title of ['一つ目', '二つ目', '一つ目'])
    await at.locator('.ak-layer[data-place="shown"] h1', { hasText: title }).waitFor({ timeout: 8000 })
  say('the playlist goes on while the agent is away')
}

async function shows(at: Page, scene: string): Promise<void> {
  await at.locator(`[data-testid="glass"][data-scene="${scene}"]`).waitFor({ timeout: 15_000 })
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!condition()) {
    ok(performance.now() < deadline, 'the screen did not say so in time')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function say(sentence: string): void {
  process.stdout.write(`ok: ${sentence}\n`)
}
