import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startCouncilStream } from '@akari/content-samples'
import { ListedStream, type StreamInput } from '@akari/protocol'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { certificate } from '@akari/node-kit/testing'
import { barriersOf } from '../support/barriers.ts'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { settled } from '../support/settled.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { tlsFront } from '../support/tls-front.ts'

const HOUR_MS = 3_600_000
/** The city's own, which its server is told of. */
const authority = certificate({ name: 'city.example' })

let folder: TemporaryFolder
let cms: Service
let stream: Awaited<ReturnType<typeof startCouncilStream>>
let api: ReturnType<typeof localApi>
let page: Page

test.describe.configure({ mode: 'serial' })

const listed = async (): Promise<ListedStream[]> => ListedStream.array().parse(await api('GET', '/streams'))
const idOf = async (title: string): Promise<string> =>
  (await listed()).find((each) => each.title.ja === title)?.id ?? ''
const rowOf = async (title: string): Promise<Locator> => page.getByTestId(`stream-${await idOf(title)}`)

async function write({ title, url }: StreamInput): Promise<void> {
  await page.getByTestId('stream-title').fill(title.ja)
  await page.getByTestId('stream-url').fill(url)
  await page.getByTestId('stream-save').click()
}

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('streams')
  stream = await startCouncilStream({ port: 0 })
  api = localApi(folder.path)
  const authorityFile = join(folder.path, 'ca.pem')
  await writeFile(authorityFile, authority.cert)
  cms = await startCmsProcess(folder.path, {
    AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1',
    NODE_EXTRA_CA_CERTS: authorityFile,
  })
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
  await signInFirst(page, cms)
  await page.goto(`${cms.url}/streams`)
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await stream.close()
  await folder.remove()
})

test('a stream is registered, and how it is stands beside it at once', async () => {
  await expect(page.getByText('生中継がまだありません')).toBeVisible()
  await expect(page.getByTestId('stream-save')).toBeDisabled()
  expect(await barriersOf(page)).toEqual([])
  await write({ title: { ja: '市議会中継' }, url: stream.url })
  await settled(page.getByTestId('stream-save'))
  const row = await rowOf('市議会中継')
  await expect(row).toHaveAttribute('data-state', 'live')
  await expect(row).toContainText('どこでも使われていません')
  await expect(page.getByTestId('stream-title')).toHaveValue('')
})

test('what is no address of a stream is not sent, and the form says what one is', async () => {
  await page.getByTestId('stream-title').fill('委員会中継')
  await page.getByTestId('stream-url').fill('ftp://council.example/live.m3u8')
  await expect(page.getByTestId('stream-save-missing')).toContainText('http:// か https:// で始まるアドレス')
  await expect(page.getByTestId('stream-save')).toBeDisabled()
  await expect(page.getByTestId('stream-title')).toHaveValue('委員会中継')
})

test('an encoder inside the network that nobody allowed is told with what to do', async () => {
  // The same server by a name that nobody allowed.
  await write({ title: { ja: '委員会中継' }, url: stream.url.replace('127.0.0.1', 'localhost') })
  await settled(page.getByTestId('stream-save'))
  const row = await rowOf('委員会中継')
  await expect(row).toHaveAttribute('data-state', 'refused')
  await expect(row).toContainText('AKARI_STREAM_PRIVATE_HOSTS')
  await expect(row).toContainText('システム管理者')
  expect(await barriersOf(page)).toEqual([])
})

test('it is changed, and looked at by its new address', async () => {
  await page.getByRole('button', { name: '委員会中継を変える' }).click()
  await expect(page.getByTestId('stream-title')).toBeFocused()
  await expect(page.getByTestId('stream-title')).toHaveValue('委員会中継')
  await write({ title: { ja: '第2委員会室' }, url: stream.url })
  await settled(page.getByTestId('stream-save'))
  const row = await rowOf('第2委員会室')
  await expect(row).toHaveAttribute('data-state', 'live')
  await expect(row).not.toContainText('AKARI_STREAM_PRIVATE_HOSTS')
})

test('a source with a certificate that is not to be trusted is told with what to do, in both languages', async () => {
  const selfSigned = await tlsFront(stream.url, certificate())
  const expired = await tlsFront(
    stream.url,
    certificate({ issuer: authority, fromMs: Date.now() - 2 * HOUR_MS, untilMs: Date.now() - HOUR_MS }),
  )
  const trusted = await tlsFront(stream.url, certificate({ issuer: authority }))
  await write({ title: { ja: '自己署名の配信' }, url: selfSigned.url })
  await settled(page.getByTestId('stream-save'))
  await write({ title: { ja: '期限切れの配信' }, url: expired.url })
  await settled(page.getByTestId('stream-save'))
  await write({ title: { ja: '庁内の認証局の配信' }, url: trusted.url })
  await settled(page.getByTestId('stream-save'))
  const rows = { selfSigned: await rowOf('自己署名の配信'), expired: await rowOf('期限切れの配信') }
  await expect(rows.selfSigned).toHaveAttribute('data-state', 'unreachable')
  await expect(rows.selfSigned).toContainText('NODE_EXTRA_CA_CERTS')
  await expect(rows.expired).toContainText('証明書の期限が切れています')
  await expect(await rowOf('庁内の認証局の配信')).toHaveAttribute('data-state', 'live')
  await page.getByText('English', { exact: true }).first().click()
  await expect(rows.expired).toContainText('The certificate of the source has expired.')
  await expect(rows.selfSigned).toContainText('self-signed')
  expect(await barriersOf(page)).toEqual([])
  await page.getByText('日本語', { exact: true }).first().click()
  await expect(rows.expired).toContainText('証明書の期限が切れています')
  for (const title of ['自己署名の配信', '期限切れの配信', '庁内の認証局の配信'])
    await api('DELETE', `/streams/${await idOf(title)}`)
  for (const front of [selfSigned, expired, trusted]) front.close()
})

test('one that a sitting shows names it and is not deleted; one that nothing shows is', async () => {
  const body = {
    title: { ja: '第4回定例会' },
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    endsAt: new Date(Date.now() + 7_200_000).toISOString(),
    agenda: [],
    speakers: [],
    streamId: await idOf('市議会中継'),
    recordingUrl: null,
    targets: { displayIds: [], groups: [] },
    opening: 'clerk',
    closing: 'clerk',
    countdownMinutes: 0,
    afterMinutes: 0,
    version: 0,
  }
  await api('POST', '/sittings', body)
  await page.reload()
  await expect(await rowOf('市議会中継')).toContainText('使っているもの: 第4回定例会')
  await page.getByRole('button', { name: '市議会中継を削除' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('第4回定例会が使っているため削除できません')
  await expect(dialog.getByRole('button', { name: '削除', exact: true })).toBeDisabled()
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: '第2委員会室を削除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '削除', exact: true }).click()
  await expect(page.getByText('第2委員会室')).toHaveCount(0)
  expect((await listed()).map(({ title }) => title.ja)).toEqual(['市議会中継'])
})
