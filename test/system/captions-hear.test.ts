import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ApiTokenWithSecret, CaptionsNow, TranscriptPage, TranscriptView } from '@akari/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { startVoskServer } from '../../apps/cms/src/features/captions/testing/vosk-server.ts'
import { startWhisperServer } from '../../apps/cms/src/features/captions/testing/whisper-server.ts'
import { runAkari } from '../../apps/cms/src/testing/command-line.ts'
import { startCms } from '../../apps/cms/src/testing/running-cms.ts'
import { withoutFfmpeg } from '../support/made-hls.ts'

/** A voice, as far as loudness and rhythm go, that is heard from the midst of a sentence on, and after it two more. */
const VOICE = 'aevalsrc=0.3*sin(2*PI*220*t)*(0.7+0.3*sin(2*PI*4*t))*lt(mod(t\\,2.4)\\,1.6)+0.002*(random(0)-0.5):d=7.2'

/** What ffmpeg makes of a sound, as the operations guide has it made. */
async function speech(): Promise<Buffer> {
  const asked = ['-v', 'error', '-f', 'lavfi', '-i', VOICE, '-vn', '-f', 's16le', '-ar', '16000', '-ac', '1', '-']
  const made = promisify(execFile)('ffmpeg', asked, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 })
  return (await made).stdout
}

const isLoud = (audio: Buffer): boolean => {
  let most = 0
  for (let at = 0; at + 1 < audio.length; at += 2) most = Math.max(most, Math.abs(audio.readInt16LE(at)))
  return most > 1000
}

describe('sound that ffmpeg sends to captions hear', () => {
  beforeEach(({ skip }) => skip(withoutFfmpeg !== null, withoutFfmpeg ?? ''))

  it.each([
    ['Vosk', 'vosk', () => startVoskServer((audio) => (isLoud(audio) ? 'あ' : ''))],
    ['whisper.cpp', 'whisper', () => startWhisperServer(() => '発言')],
  ] as const)('is heard by a server of %s, sentence by sentence, from the first on', async (_name, kind, start) => {
    const { url } = await start()
    const cms = await startCms(null, { env: { AKARI_CAPTION_PRIVATE_HOSTS: '127.0.0.1' } })
    const staff = { as: cms.local }
    const settings = { recogniser: { kind, url }, translator: null, version: 0 }
    expect((await cms.call('PUT', '/api/caption-settings', { ...staff, body: settings })).status).toBe(200)
    const plan = { title: '本会議', startsAt: new Date().toISOString(), version: 0 }
    const { id } = TranscriptView.parse((await cms.call('POST', '/api/transcripts', { ...staff, body: plan })).body)
    const key = { name: '音声', scopes: ['captions:write'] }
    const { secret } = ApiTokenWithSecret.parse((await cms.call('POST', '/api/tokens', { ...staff, body: key })).body)
    const token = join(cms.dataDir, 'caption-token')
    await writeFile(token, secret)

    const sent = await runAkari(['captions', 'hear', '--sitting', id, '--url', cms.url, '--token', token], {
      input: await speech(),
    })
    expect(sent).toMatchObject({ code: 0, stdout: expect.stringContaining('7.2') })
    const finals = async (): Promise<number> =>
      TranscriptPage.parse((await cms.call('GET', `/api/transcripts/${id}/captions`, staff)).body).captions.length
    await expect.poll(finals, { timeout: 10_000 }).toBe(3)
    const now = CaptionsNow.parse((await cms.call('GET', `/api/transcripts/${id}/now`, staff)).body)
    expect(now.troubles).toEqual([])
  })
})
