import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ApiTokenWithSecret, TranscriptPage, TranscriptView } from '@akari/protocol'
import { expect, it } from 'vitest'
import { spoken, startVoskServer } from '../../features/captions/testing/vosk-server.ts'
import { runAkari } from '../../testing/command-line.ts'
import { startCms } from '../../testing/running-cms.ts'

const SPEECH = Buffer.concat([spoken('日程'), spoken('第一'), spoken('')])

async function council() {
  const cms = await startCms(null, { env: { AKARI_CAPTION_PRIVATE_HOSTS: '127.0.0.1' } })
  const staff = { as: cms.local }
  const prepared = async (startsAt: string): Promise<string> => {
    const body = { title: '本会議', startsAt, version: 0 }
    return TranscriptView.parse((await cms.call('POST', '/api/transcripts', { ...staff, body })).body).id
  }
  const earlier = await prepared('2020-01-01T10:00:00+09:00')
  const today = await prepared(new Date().toISOString())
  const made = await cms.call('POST', '/api/tokens', { ...staff, body: { name: '音声', scopes: ['captions:write'] } })
  const token = join(cms.dataDir, 'caption-token')
  await writeFile(token, `${ApiTokenWithSecret.parse(made.body).secret}\n`)
  const hear = (sitting: string, file = token, input: Buffer = SPEECH) =>
    runAkari(['captions', 'hear', '--sitting', sitting, '--url', cms.url, '--token', file], { input })
  const texts = async (id: string) => {
    const page = await cms.call('GET', `/api/transcripts/${id}/captions`, staff)
    return TranscriptPage.parse(page.body).captions.map(({ text }) => text)
  }
  return { cms, staff, earlier, today, hear, texts }
}

it('captions hear sends what comes in to the sitting of that title that is nearest, to be heard there', async () => {
  const { cms, staff, earlier, today, hear, texts } = await council()
  const { url } = await startVoskServer()
  const body = { recogniser: { kind: 'vosk', url }, translator: null, version: 0 }
  await cms.call('PUT', '/api/caption-settings', { ...staff, body })
  const { code, stdout, stderr } = await hear('本会議')
  expect(stderr).toContain(today)
  expect(stdout).toContain('0.6')
  expect(code).toBe(0)
  await expect.poll(() => texts(today)).toEqual(['日程第一'])
  expect(await texts(earlier)).toEqual([])
  expect((await hear(earlier)).code).toBe(0)
  await expect.poll(() => texts(earlier)).toEqual(['日程第一'])
})

it('captions hear says what is to be mended: the key, the title, the recogniser that nobody set up', async () => {
  const { cms, hear } = await council()
  const wrong = join(cms.dataDir, 'wrong-token')
  await writeFile(wrong, 'akari_wrong')
  expect(await hear('本会議', wrong)).toMatchObject({ code: 1, stderr: expect.stringContaining('401') })
  expect(await hear('本会議', join(cms.dataDir, 'none'))).toMatchObject({ code: 1 })
  expect(await hear('委員会')).toMatchObject({ code: 1, stderr: expect.stringContaining('本会議') })
  // Longer than is sent at once: the server's word comes while it waits to send the rest.
  const nobody = await hear('本会議', undefined, spoken('日程', 10))
  expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('聞き取り') })
  const none = await runAkari(['captions', 'hear', '--sitting', '本会議', '--url', 'file:///etc'], { input: SPEECH })
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('--url') })
})
