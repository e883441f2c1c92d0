import { ApiTokenWithSecret, CaptionReceipt, TranscriptView } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { localApi, type Service, startCmsProcess } from '../support/city-hall.ts'
import { signInFirst } from '../support/console-session.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder
let cms: Service
let api: ReturnType<typeof localApi>
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  folder = await temporaryFolder('captions')
  api = localApi(folder.path)
  cms = await startCmsProcess(folder.path)
  page = await browser.newPage({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' })
  await signInFirst(page, cms)
})

test.afterAll(async () => {
  await page.context().close()
  await cms.process.stop()
  await folder.remove()
})

/** Hands captions in as a recogniser does. */
async function said(key: string, id: string, segmentId: string, text: string): Promise<void> {
  const caption = { segmentId, language: 'ja', text, spokenAt: new Date().toISOString(), state: 'final' }
  const response = await fetch(`${cms.url}/api/transcripts/${id}/captions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ captions: [caption] }),
  })
  expect(response.status).toBe(200)
}

test('captions are prepared, a name goes into the glossary, and what a machine mishears is written right', async () => {
  await page.getByTestId('nav-captions').click()
  await page.getByTestId('transcript-new').click()
  await page.getByTestId('transcript-title').fill('令和8年第4回定例会')
  await page.getByTestId('transcript-save').click()
  await expect(page).toHaveURL(/\/captions\/[^/]+$/)
  await expect(page.getByText('まだ何も話されていません')).toBeVisible()
  await page.getByTestId('captions-nav-terms').click()
  await page.getByTestId('term-new').click()
  await page.getByTestId('term-written').fill('小金井市')
  await page.getByTestId('term-reading').fill('小金井')
  await expect(page.getByText('ひらがなかカタカナで入れてください。')).toBeVisible()
  await expect(page.getByTestId('term-save')).toBeDisabled()
  await page.getByTestId('term-reading').fill('こがねいし')
  await page.getByTestId('term-heard').fill('黄金井市')
  await page.getByTestId('term-heard').press('Enter')
  await page.getByTestId('term-reading').press('Escape')
  await page.getByRole('button', { name: '編集を続ける' }).click()
  await expect(page.getByTestId('term-reading')).toHaveValue('こがねいし')
  await page.getByTestId('term-save').click()
  await expect(page.getByRole('row', { name: /小金井市.*こがねいし.*黄金井市/ })).toBeVisible()
  const [transcript] = TranscriptView.array().parse(await api('GET', '/transcripts'))
  const key = ApiTokenWithSecret.parse(
    await api('POST', '/tokens', { name: '速記', scopes: ['captions:write'] }),
  ).secret
  await page.goto(`${cms.url}/captions/${transcript?.id}`)
  await said(key, transcript?.id ?? '', '1', '黄金井市の予算案です')
  await said(key, transcript?.id ?? '', '2', '以上決します')
  await expect(page.getByTestId('caption-lines').getByText('小金井市の予算案です')).toBeVisible()
  await expect(page.getByTestId('captions-newest')).toContainText('以上決します')
})

test('the clerk corrects a caption, withdraws one and brings it back, and writes one by hand', async () => {
  const lines = page.getByTestId('caption-lines')
  await page.getByRole('button', { name: '「以上決します」を直す' }).click()
  await page.getByTestId('caption-text').fill('異議なしと認めます')
  await page.getByTestId('nav-captions').click()
  await page.getByRole('button', { name: '編集を続ける' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByTestId('caption-text').press('Escape')
  await page.getByRole('button', { name: '編集を続ける' }).click()
  await expect(page.getByTestId('caption-text')).toHaveValue('異議なしと認めます')
  await page.getByTestId('caption-text').press('Enter')
  await expect(lines).toContainText('異議なしと認めます')
  await expect(lines).toContainText('訂正済み')
  await expect(page.getByTestId('captions-newest')).toContainText('異議なしと認めます')
  await page.getByRole('button', { name: '「異議なしと認めます」を取り消す' }).click()
  await expect(lines).not.toContainText('異議なし')
  await expect(page.getByTestId('captions-newest')).not.toContainText('異議なし')
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(lines).toContainText('異議なしと認めます')
  await page.getByTestId('caption-say').fill('休憩します')
  await page.getByTestId('caption-say').press('Enter')
  await expect(page.getByTestId('captions-newest')).toContainText('休憩します')
})

test('what was said on another day than the sitting has its date', async () => {
  const [transcript] = TranscriptView.array().parse(await api('GET', '/transcripts'))
  const { id, title, recordedFrom, version } = TranscriptView.parse(transcript)
  await api('PUT', `/transcripts/${id}`, { title, startsAt: '2026-01-05T01:00:00Z', recordedFrom, version })
  await page.reload()
  await expect(page.getByTestId('caption-lines').getByRole('listitem').first()).toContainText(/\d+月\d+日/)
})

test('who takes a file along is told what was said outside the recording', async () => {
  const [transcript] = TranscriptView.array().parse(await api('GET', '/transcripts'))
  await expect(page.getByText('最初の字幕から数えます')).toBeVisible()
  await expect(page.getByTestId('caption-left-out')).toHaveCount(0)
  const { id, title, startsAt, version } = TranscriptView.parse(transcript)
  const recordedFrom = new Date(Date.now() + 60_000).toISOString()
  await api('PUT', `/transcripts/${id}`, { title, startsAt, recordedFrom, version })
  await page.reload()
  await expect(page.getByTestId('caption-left-out')).toContainText('3件のうち3件は録画の外で話されたため')
  const later = TranscriptView.parse(await api('GET', `/transcripts/${id}`))
  await api('PUT', `/transcripts/${id}`, { title, startsAt, recordedFrom: null, version: later.version })
  await page.reload()
  await expect(page.getByTestId('caption-left-out')).toHaveCount(0)
})

test('the transcript is searched and taken along as a file', async () => {
  await page.getByRole('searchbox', { name: 'この記録から探す' }).fill('予算')
  await expect(page.getByTestId('caption-lines').getByRole('listitem')).toHaveCount(1)
  await expect(page.getByTestId('caption-lines').locator('mark')).toHaveText('予算')
  const coming = page.waitForEvent('download')
  await page.getByTestId('caption-export-vtt').click()
  expect((await coming).suggestedFilename()).toBe('令和8年第4回定例会 ja.vtt')
  await page.getByTestId('nav-captions').click()
  await page.getByRole('searchbox', { name: 'すべての記録から探す' }).fill('異議')
  await expect(page.getByRole('listitem').filter({ hasText: '異議なしと認めます' })).toBeVisible()
  await expect(page.getByRole('listitem').locator('mark')).toHaveText('異議')
})

test('what is found by its kana is marked as it is written', async () => {
  // What was said is read once a minute.
  test.setTimeout(120_000)
  const search = page.getByRole('searchbox', { name: 'すべての記録から探す' })
  await expect(async () => {
    await page.reload()
    await search.fill('いぎなし')
    await expect(page.getByRole('listitem').locator('mark')).toHaveText('異議なし', { timeout: 2000 })
  }).toPass({ timeout: 90_000 })
})

test('the example on the page is taken as it stands, with a key', async () => {
  const [transcript] = TranscriptView.array().parse(await api('GET', '/transcripts'))
  await page.goto(`${cms.url}/captions/${transcript?.id}`)
  const example = await page.getByTestId('captions-example').innerText()
  const [, address = '', body = ''] = /^curl (\S+)[\s\S]* -d '(.*)'$/.exec(example) ?? []
  const { secret } = ApiTokenWithSecret.parse(
    await api('POST', '/tokens', { name: '試し', scopes: ['captions:write'] }),
  )
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
  const answer = await fetch(address, { method: 'POST', headers, body })
  expect(CaptionReceipt.parse(await answer.json())).toMatchObject({ taken: 1, reasons: [] })
  await expect(page.getByTestId('caption-lines').getByText('これより会議を開きます。')).toBeVisible()
  const [docs] = await Promise.all([page.waitForEvent('popup'), page.getByTestId('captions-docs').click()])
  await expect(docs.getByText('Hand in captions').first()).toBeInViewport()
  await docs.close()
})
