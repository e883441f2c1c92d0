import { samplePath } from '@akari/content-samples'
import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import {
  localApi,
  playerState,
  eventually,
  type Service,
  startAgentProcess,
  startCmsProcess,
  LOBBY_PROFILE,
} from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let agent: Service
let api: ReturnType<typeof localApi>
let console: Page
let glassPage: Page

const PASSWORD = 'かわせみ けやき さくら 2026'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('staff')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  await api('POST', '/displays', { profile: LOBBY_PROFILE })
  agent = await startAgentProcess(folder.path, cms.url)
  console = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
  glassPage = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await glassPage.goto(agent.url)
})

test.afterAll(async () => {
  await agent.process.stop()
  await cms.process.stop()
  await folder.remove()
})

test('the first sign-in asks for a new password and opens the wall of displays', async () => {
  const [, first = ''] = /admin {2}(\S+)/.exec(cms.process.logs()) ?? []
  await console.goto(cms.url)
  await console.getByTestId('sign-in-username').fill('admin')
  await console.getByTestId('sign-in-password').fill(first)
  await console.getByTestId('sign-in-submit').click()
  await console.getByTestId('password-current').fill(first)
  await console.getByTestId('password-next').fill(PASSWORD)
  await console.getByTestId('password-submit').click()
  await expect(console.getByTestId('nav-displays')).toBeVisible()
})

test('staff pair a display by its code and the same six digits on both sides', async () => {
  const pairing = await eventually('a code on the glass', async () => {
    const now = (await playerState(agent.url)).pairing
    return now.state === 'waiting' ? now : null
  })
  await expect(glassPage.getByTestId('glass')).toContainText(pairing.code.slice(0, 4))
  await console.getByTestId('nav-displays').click()
  await console.getByTestId('pairing-start').first().click()
  await console.getByTestId('pairing-code').fill(pairing.code.toLowerCase())
  await console.getByTestId('pairing-next').click()
  await expect(console.getByTestId('pairing-digits')).toHaveAttribute('data-digits', pairing.digits)
  await console.getByTestId('pairing-same').click()
  await console.getByTestId('pairing-display').click()
  await console.getByRole('option', { name: LOBBY_PROFILE.name }).click()
  await console.getByTestId('pairing-confirm').click()
  await eventually('the player paired and connected', async () => {
    const state = await playerState(agent.url)
    return state.pairing.state === 'paired' && state.link.state === 'online' ? state : null
  })
  await console.keyboard.press('Escape')
})

test('staff upload a poster, put it into a playlist, schedule and publish it, and the display shows it', async () => {
  await console.getByTestId('nav-assets').click()
  await console.getByTestId('upload-input').setInputFiles(samplePath('media/waste.landscape.ja.webp'))
  const [asset] = await eventually('the poster in the library', async () => {
    const assets = z.array(z.object({ id: z.string() })).parse(await api('GET', '/assets'))
    return assets.length > 0 ? assets : null
  })

  await console.getByTestId('nav-playlists').click()
  await console.getByTestId('playlist-new').first().click()
  await console.getByTestId('playlist-name').fill('ロビーのお知らせ')
  await console.getByTestId('playlist-add-item').first().click()
  await console.getByTestId(`pick-${asset?.id}`).click()
  await console.getByTestId('add-done').click()
  await console.getByTestId('playlist-save').click()
  await expect(console).toHaveURL(/\/playlists\/(?!new)/)
  const [playlist] = await eventually('the playlist saved', async () => {
    const lists = z
      .array(z.object({ id: z.string(), items: z.array(z.unknown()) }))
      .parse(await api('GET', '/playlists'))
    return lists[0]?.items.length === 1 ? lists : null
  })

  await console.getByTestId('nav-schedule').click()
  await console.getByTestId('entry-new').first().click()
  await console.getByTestId('entry-name').fill('終日')
  await console.getByTestId('entry-playlist').click()
  await console.getByRole('option', { name: 'ロビーのお知らせ' }).click()
  await console.getByTestId('entry-targets').click()
  await console.getByRole('option', { name: LOBBY_PROFILE.name }).click()
  await console.keyboard.press('Escape')
  await console.getByTestId('entry-save').click()
  await expect(console.getByTestId('entry-save')).toHaveCount(0)
  const entries = await eventually('the entry saved', async () => {
    const list = z
      .array(z.object({ id: z.string(), playlistId: z.string(), version: z.int() }).loose())
      .parse(await api('GET', '/entries'))
    return list.length > 0 ? list : null
  })
  expect(entries[0]?.playlistId).toBe(playlist?.id)
  // Whatever the time of day this test runs at: all day long.
  await api('PUT', `/entries/${entries[0]?.id}`, {
    ...entries[0],
    rule: {
      start: '2026-01-01T00:00',
      durationMinutes: 1440,
      timeZone: 'Asia/Tokyo',
      rrule: 'FREQ=DAILY',
      exdates: [],
      rdates: [],
    },
  })
  await console.getByTestId('publish-review').click()
  await expect(console.getByTestId('change-group').first()).toBeVisible()
  await console.getByTestId('publish-button').click()
  await expect(glassPage.getByTestId('glass')).toHaveAttribute('data-scene', 'image', { timeout: 20_000 })
  await expect(glassPage.getByTestId('glass')).toHaveAttribute('data-layer', 'scheduled')
  await eventually('the console hears what is on the glass', async () => {
    const [display] = z
      .array(
        z.object({
          status: z.string(),
          health: z.object({ onGlass: z.object({ kind: z.string() }).nullable() }).nullable(),
        }),
      )
      .parse(await api('GET', '/displays'))
    return display?.status === 'online' && display.health?.onGlass?.kind === 'image' ? display : null
  })
})

test('disaster staff hold the button for a drill, see the display answer, and clear it', async () => {
  await console.getByTestId('nav-desk').click()
  await console.getByTestId('desk-channel-drill').click()
  await console.getByTestId('desk-template-building-fire').click()
  const button = console.getByTestId('desk-raise')
  await button.click()
  expect((await playerState(agent.url)).alerts.drill?.state.alerts).toEqual([])
  await button.hover()
  await console.mouse.down()
  await expect(glassPage.getByTestId('glass')).toHaveAttribute('data-channel', 'drill', { timeout: 10_000 })
  await console.mouse.up()
  await expect(glassPage.getByText('DRILL').first()).toBeVisible()
  const [display] = z.array(z.object({ id: z.string() })).parse(await api('GET', '/displays'))
  await expect(console.getByTestId(`delivery-${display?.id}`)).toHaveAttribute('data-status', 'shown')
  const desk = z
    .object({ drill: z.object({ alerts: z.array(z.object({ id: z.string() })) }) })
    .parse(await api('GET', '/alerts/desk'))
  const clear = `desk-clear-${desk.drill.alerts[0]?.id}`
  await console.getByTestId(clear).click()
  await console.getByTestId(`${clear}-yes`).click()
  await expect(glassPage.getByTestId('glass')).toContainText(/終わり|解除/)
})
