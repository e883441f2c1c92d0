import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { VenueDraft, VenueView, WayClosureView } from '@akari/protocol'
import { type ModelUnit, type Point, type VenueModel } from '@akari/protocol'
import { readVenue } from '@akari/wayfinding'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { barriersOf } from '../support/barriers.ts'
import {
  LOBBY_PROFILE,
  localApi,
  pair,
  type Service,
  startAgentProcess,
  startCmsProcess,
} from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { settled } from '../support/settled.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { toneWav } from '../support/tone.ts'

const root = join(import.meta.dirname, '../..')
const SAMPLE = join(root, 'content-samples/venue')

let folder: TemporaryFolder
let cms: Service
let agent: Service | undefined
let api: ReturnType<typeof localApi>
let context: BrowserContext
let page: Page
/** The sample without the doors of two rooms in the basement. */
let files: { name: string; mimeType: string; buffer: Buffer }[]
let walled: ModelUnit[]

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('venues')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  ;({ files, walled } = await walledSample())
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  page = await context.newPage()
})

test.afterAll(async () => {
  await context.close()
  await agent?.process.stop()
  await cms.process.stop()
  await folder.remove()
})

async function walledSample() {
  const read = await Promise.all(
    (await readdir(SAMPLE)).map(async (name) => [name, await readFile(join(SAMPLE, name))] as const),
  )
  const { venue } = readVenue(new Map(read))
  const rooms = ['調理実習室', '創作室'].map((name) => venue!.units.find((unit) => unit.name?.ja === name)!)
  const shut = new Set(rooms.flatMap((room) => doorsOf(venue!, room)))
  expect(shut.size).toBe(2)
  const doors = JSON.parse(String(read.find(([name]) => name === 'opening.geojson')?.[1])) as {
    features: { id: string }[]
  }
  const kept = { ...doors, features: doors.features.filter(({ id }) => !shut.has(id)) }
  return {
    walled: rooms,
    files: read.map(([name, buffer]) => ({
      name,
      mimeType: 'application/json',
      buffer: name === 'opening.geojson' ? Buffer.from(JSON.stringify(kept)) : buffer,
    })),
  }
}

/** Doors in the walls of a room, which stand along the sides of the drawing. */
function doorsOf({ openings }: VenueModel, { levelId, shape }: ModelUnit): string[] {
  const points = shape.flat(2)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const touches = ([x, y]: Point) =>
    x > Math.min(...xs) - 0.3 && x < Math.max(...xs) + 0.3 && y > Math.min(...ys) - 0.3 && y < Math.max(...ys) + 0.3
  const middle = (line: readonly Point[]): Point => [
    (line[0]![0] + line.at(-1)![0]) / 2,
    (line[0]![1] + line.at(-1)![1]) / 2,
  ]
  return openings.filter((door) => door.levelId === levelId && touches(middle(door.line))).map(({ id }) => id)
}

const theVenue = async (): Promise<VenueView> => VenueView.array().parse(await api('GET', '/venues'))[0]!
const theDraft = async (): Promise<VenueDraft> => VenueDraft.parse(await api('GET', `/venues/${(await theVenue()).id}`))

async function choose(testId: string, option: string): Promise<void> {
  await page.getByTestId(testId).click()
  await page.getByTestId(testId).fill(option)
  await page.getByRole('option', { name: option, exact: true }).first().click()
}

async function save(): Promise<void> {
  const before = (await theDraft()).version
  await page.getByTestId('venue-save').click()
  await settled(page.getByTestId('venue-save'))
  expect((await theDraft()).version).toBe(before + 1)
}

test('a file that is no venue is refused by name, and nothing is there afterwards', async () => {
  await signInFirst(page, cms)
  await page.getByTestId('nav-venues').click()
  await page
    .getByTestId('venue-file')
    .setInputFiles({ name: 'unit.geojson', mimeType: 'application/json', buffer: Buffer.from('{') })
  await expect(page.getByTestId('import-refused')).toContainText('unit.geojson')
  expect(await barriersOf(page)).toEqual([])
  expect(await api('GET', '/venues')).toEqual([])
})

test('files that are dropped together become a venue, with the rooms that nobody reaches', async () => {
  await page.getByTestId('venue-file').setInputFiles(files)
  await expect(page.getByTestId('venue-light')).toHaveAttribute('data-light', 'red')
  for (const { id } of walled) await expect(page.getByTestId(`unreachable-${id}`)).toBeVisible()
  await expect(page.getByTestId('venue-publish')).toBeDisabled()
  expect(await barriersOf(page)).toEqual([])
})

test('before anything is published, closures are drawn on the draft, and say so', async () => {
  await page.getByTestId('venue-nav-closures').click()
  await expect(page.getByTestId('closures-plan')).toContainText('編集中の図面')
  await expect(page.getByTestId('close-exits').first()).toBeVisible()
})

test('the missing link is drawn, and the room is reached at once', async () => {
  await page.getByTestId('venue-nav-plan').click()
  await page.getByTestId('tool-way').click()
  await choose('way-from', '地下ロビー')
  await choose('way-to', '調理実習室')
  await page.getByTestId('way-join').click()
  await expect(page.getByTestId('link-kind')).toHaveValue('歩く')
  await expect(page.getByTestId('plan-link')).toHaveCount(1)
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('venue-nav-check').click()
  await expect(page.getByTestId(`unreachable-${walled[0]!.id}`)).toHaveCount(0)
})

test('a way that was drawn is taken away again from its panel', async () => {
  await page.getByTestId('venue-nav-plan').click()
  await page.getByTestId('level--1').click()
  await page.getByTestId('plan-link').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('plan-remove').click()
  await expect(page.getByTestId('plan-link')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('plan-link')).toHaveCount(1)
})

test('the arrow keys move what is selected, and Ctrl+Z takes it back', async () => {
  await page.getByTestId('venue-nav-plan').click()
  await page.getByTestId('level-0').click()
  const kiosk = page.locator('[data-testid^="plan-kiosk-"]').first()
  const before = await kiosk.getAttribute('transform')
  await kiosk.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('kiosk-facing')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(kiosk).not.toHaveAttribute('transform', before ?? '')
  await page.keyboard.press('Control+z')
  await expect(kiosk).toHaveAttribute('transform', before ?? '')
})

test('the other room is accepted by name with a reason, saved and published', async () => {
  const [, room] = walled
  await page.getByTestId('venue-nav-check').click()
  await page.getByTestId(`accept-${room!.id}`).click()
  await page.getByTestId('accept-why').fill('職員と一緒に入る部屋')
  await page.getByTestId('accept-yes').click()
  await expect(page.getByTestId('venue-light')).not.toHaveAttribute('data-light', 'red')
  await save()
  expect((await theDraft()).edits).toMatchObject({
    links: [{ kind: 'walk' }],
    accepted: [{ unitId: room!.id, why: '職員と一緒に入る部屋', by: 'user:admin' }],
  })
  await page.getByTestId('venue-publish').click()
  await expect(page.getByTestId('venue-state')).toHaveAttribute('data-state', 'done')
  expect((await theVenue()).published?.version).toBe((await theVenue()).version)
})

test('an exit is closed at once, and opened again', async () => {
  await page.getByTestId('venue-nav-closures').click()
  await expect(page.getByTestId('closures-plan')).toContainText('公開した図面')
  await page.getByTestId('close-exits').first().click()
  await page.getByText('工事中', { exact: true }).click()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('closure-close').click()
  await expect(page.getByTestId('closure')).toHaveAttribute('data-state', 'inForce')
  // The picture of the exit covers the door, so it says itself that it is closed.
  await expect(page.locator('.ak-pictogram-cross')).toHaveCount(1)
  const path = `/venues/${(await theVenue()).id}/closures`
  const closed = WayClosureView.array().parse(await api('GET', path))
  expect(closed).toMatchObject([{ state: 'inForce', reason: { ja: '工事中', en: 'Construction work' } }])
  await page.getByTestId('closure-open').click()
  await expect(page.getByTestId('closure')).toHaveCount(0)
  await expect(page.locator('.ak-pictogram-cross')).toHaveCount(0)
  expect(await api('GET', path)).toMatchObject([{ state: 'over' }])
})

test('the desk finds a place by what people come for, and hands the way to a telephone', async () => {
  await page.getByTestId('venue-nav-desk').click()
  await page.getByTestId('desk-search').fill('住民票')
  await page.getByTestId('desk-hit').first().click()
  await expect(page.getByTestId('way-step').first()).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('desk-qr').click()
  await expect(page.getByTestId('desk-code').getByRole('img')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the desk sends the way to a display, which shows it from where it stands, and takes it back', async () => {
  const { model } = await theDraft()
  agent = await startAgentProcess(folder.path, cms.url)
  const profile = { ...LOBBY_PROFILE, name: '総合案内の端末', kioskId: model.kiosks[0]!.id }
  await pair(api, agent.url, { attach: 'new', display: { profile, defaultPlaylistId: null } })
  await api('POST', '/programme/publish?wait=60', {})
  const glass = await context.newPage()
  await glass.goto(agent.url)
  await page.reload()
  await page.getByTestId('desk-search').fill('住民票')
  await page.getByTestId('desk-hit').first().click()
  await page.getByTestId('desk-send').click()
  await expect(page.getByRole('radio', { name: /総合案内の端末/ })).toBeChecked()
  expect(await barriersOf(page)).toEqual([])
  await page.getByTestId('send-way').click()
  await expect(page.getByTestId('shown-way')).toContainText('総合案内の端末')
  expect(await barriersOf(page)).toEqual([])
  await expect(glass.getByTestId('glass')).toHaveAttribute('data-scene', 'way', { timeout: 30_000 })
  await expect(glass.locator('.ak-layer[data-place="shown"]')).toContainText('市民課')
  await page.getByTestId('take-back').click()
  await expect(page.getByTestId('shown-way')).toBeHidden()
  await expect(glass.getByTestId('glass')).not.toHaveAttribute('data-scene', 'way', { timeout: 30_000 })
  await glass.close()
})

test('a sentence for the kiosk is recorded, what is no sound is refused, and both are said', async () => {
  await page.getByTestId('venue-nav-words').click()
  await page.getByTestId('words-recordings').click()
  const row = page.getByTestId(/^recording-/).first()
  const file = row.locator('input[type="file"]')
  await file.setInputFiles({ name: 'note.wav', mimeType: 'audio/wav', buffer: Buffer.from('no sound') })
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(row).toHaveAttribute('data-recorded', 'false')
  await file.setInputFiles({ name: '録音.wav', mimeType: 'audio/wav', buffer: toneWav(440, 1) })
  await expect(row).toHaveAttribute('data-recorded', 'true')
  expect(await barriersOf(page)).toEqual([])
  await save()
  expect((await theDraft()).edits.recordings).toMatchObject([{ language: 'ja', file: { mediaType: 'audio/wav' } }])
})

test('what is composed of a closure stays when somebody publishes meanwhile', async () => {
  await page.getByTestId('venue-nav-closures').click()
  await page.getByTestId('close-exits').first().click()
  await page.getByText('工事中', { exact: true }).click()
  const { id, version, edits } = await theDraft()
  await api('PUT', `/venues/${id}/edits`, { version, edits })
  await api('POST', `/venues/${id}/publish`, { version: version + 1 })
  await expect.poll(async () => (await theVenue()).published?.version).toBe(version + 1)
  await expect(page.getByTestId('venue-state')).toHaveAttribute('data-state', 'done')
  await expect(page.getByTestId('closure-close')).toBeEnabled()
  await page.getByTestId('venue-nav-desk').click()
})

test('what nobody has published yet is not on the plan that closures are drawn on', async () => {
  const { id, version, edits, model } = await theDraft()
  const ground = model.levels.find(({ ordinal }) => ordinal === 0)!
  const renamed = { levelId: ground.id, ordinal: 0, shortName: { ja: '地上' } }
  await api('PUT', `/venues/${id}/edits`, { version, edits: { ...edits, levels: [renamed] } })
  await page.getByTestId('venue-nav-closures').click()
  await expect(page.getByTestId('venue-state')).toHaveAttribute('data-state', 'waiting')
  await expect(page.getByTestId('level-0')).toHaveText(ground.shortName.ja)
})
