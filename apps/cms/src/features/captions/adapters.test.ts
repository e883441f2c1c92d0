import { guardedClient } from '@akari/node-kit'
import { ApiTokenWithSecret, CaptionsNow, TranscriptPage, TranscriptView } from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { type RunningCms, startCms } from '../../testing/running-cms.ts'
import { audioQueue } from './recognise/audio-queue.ts'
import type { Heard, Recognise } from './recognise/recogniser.ts'
import { vosk } from './recognise/vosk.ts'
import { whisper } from './recognise/whisper.ts'
import { startTranslateServer } from './testing/translate-server.ts'
import { spoken, startVoskServer } from './testing/vosk-server.ts'
import { sound, startWhisperServer } from './testing/whisper-server.ts'
import { libreTranslate } from './translate/libre-translate.ts'

const INSIDE = new Set(['127.0.0.1'])

function client(privateHosts = INSIDE) {
  const made = guardedClient({ privateHosts })
  onTestFinished(made.close)
  return made
}

async function heard(recognise: Recognise, audio: readonly Buffer[], words: readonly string[] = []): Promise<Heard[]> {
  const queue = audioQueue(0.2)
  for (const chunk of audio) queue.add(chunk)
  queue.end()
  const found: Heard[] = []
  for await (const each of recognise(queue, { words }, new AbortController().signal)) found.push(each)
  return found
}

describe('a Vosk server', () => {
  it('is told the rate of the audio, and its partial and final texts are one utterance each', async () => {
    const server = await startVoskServer()
    const silence = spoken('')
    const found = await heard(vosk(server.url, INSIDE), [
      silence,
      spoken('日程'),
      spoken('第一'),
      silence,
      silence,
      spoken('採決'),
    ])
    expect(server.configs).toEqual([{ config: { sample_rate: 16_000, words: true } }])
    expect(found).toEqual([
      { utterance: 0, text: '日程', isFinal: false, startedAt: expect.closeTo(0.2) },
      { utterance: 0, text: '日程第一', isFinal: false, startedAt: expect.closeTo(0.2) },
      { utterance: 0, text: '日程第一', isFinal: true, startedAt: expect.closeTo(0.2) },
      { utterance: 1, text: '採決', isFinal: false, startedAt: expect.closeTo(1) },
      { utterance: 1, text: '採決', isFinal: true, startedAt: expect.closeTo(1) },
    ])
  })

  it('that says more than anybody could is hung up on, and says so', async () => {
    const { url } = await startVoskServer((audio) => (audio.length === 0 ? '' : 'あ'.repeat(1_000_000)))
    await expect(heard(vosk(url, INSIDE), [spoken('あ')])).rejects.toThrow('Max payload size exceeded')
  })

  it('inside the network is asked only where its host was named', async () => {
    const { url } = await startVoskServer()
    await expect(heard(vosk(url, new Set()), [spoken('あ')])).rejects.toThrow('private address')
  })
})

describe('a whisper.cpp server', () => {
  it('reads utterances as WAV files, again while they go on, with the terms as a prompt', async () => {
    const server = await startWhisperServer((seconds) => `${seconds.toFixed(1)} 秒の発言`)
    const audio = [sound(1, 20), sound(2.6, 8000), sound(1, 20), sound(0.1, 8000), sound(1, 20)]
    const found = await heard(whisper(server.url, client()), audio, ['小金井市', '無償化'])
    expect(found).toEqual([
      { utterance: 0, text: '3.0 秒の発言', isFinal: false, startedAt: expect.closeTo(0.8) },
      { utterance: 0, text: '3.4 秒の発言', isFinal: true, startedAt: expect.closeTo(0.8) },
    ])
    const [form] = server.forms()
    expect(form?.get('response_format')).toBe('json')
    expect(form?.get('language')).toBe('ja')
    expect(form?.get('prompt')).toBe('小金井市、無償化')
  })

  it.each([
    ['begins in the midst of a sentence', [sound(1, 8000), sound(1, 20)]],
    [
      'never pauses, and goes up and down by little',
      Array.from({ length: 28 }, (_, n) => sound(2, n % 2 === 0 ? 5000 : 8000)),
    ],
  ])('hears what %s', async (_what, audio) => {
    const server = await startWhisperServer((seconds) => `${seconds.toFixed(1)} 秒の発言`)
    const found = await heard(whisper(server.url, client()), audio)
    const seconds = found.filter(({ isFinal }) => isFinal).reduce((sum, { text }) => sum + Number.parseFloat(text), 0)
    const spokenSeconds = audio.reduce((sum, { length }) => sum + length / 32_000, 0)
    expect(seconds).toBeGreaterThan(spokenSeconds - 1)
    // A breath before the voice may belong to two.
    expect(seconds).toBeLessThan(spokenSeconds + 2)
  })

  it('that hears no speech or says what is wrong makes no caption', async () => {
    const quiet = await startWhisperServer(() => '[BLANK_AUDIO]')
    const audio = [sound(0.4, 20), sound(1, 8000), sound(1, 20)]
    expect(await heard(whisper(quiet.url, client()), audio)).toEqual([])
    const elsewhere = whisper(`${quiet.url}/other`, client())
    await expect(heard(elsewhere, audio)).rejects.toThrow('404')
    await expect(heard(whisper(quiet.url, client(new Set())), audio)).rejects.toThrow('private address')
  })
})

describe('a LibreTranslate server', () => {
  it('is asked in its own codes of languages, with its key, and its errors are told in its words', async () => {
    const server = await startTranslateServer('secret')
    const translate = libreTranslate(server.url, 'secret', client())
    expect(await translate('開会', 'en')).toBe('en(開会)')
    expect(await translate('開会', 'zh-Hans')).toBe('zh(開会)')
    await expect(translate('開会', 'ne')).rejects.toThrow('ne')
    expect(server.asked.map(({ path }) => path)).toEqual(['/languages', '/translate', '/translate'])
    await expect(libreTranslate(server.url, null, client())('開会', 'en')).rejects.toThrow('403')
  })
})

describe('speech and translation', () => {
  it('become captions: heard, written right, translated, marked as a machine’s, and gone with what they translate', async () => {
    const [listener, translator] = [await startVoskServer(), await startTranslateServer('secret')]
    const cms = await startCms(null, { env: { AKARI_CAPTION_PRIVATE_HOSTS: '127.0.0.1' } })
    const { id, say } = await sitting(cms)
    const silent = await say()
    await expect.poll(() => silent.problems, { timeout: 5000 }).toMatchObject([{ code: 'caption-refused' }])
    await set(cms, { recogniser: { kind: 'vosk', url: listener.url }, translator: null, version: 0 })
    const languages = ['en', 'zh-Hans']
    await set(cms, {
      recogniser: { kind: 'vosk', url: listener.url },
      translator: { url: translator.url, languages, key: 'secret' },
      version: 1,
    })
    const term = { written: { ja: '小金井市', en: 'Koganei' }, heard: ['黄金井市'], version: 0 }
    await cms.call('POST', '/api/caption-terms', { body: term, as: cms.local })
    const { socket } = await say()
    for (const audio of [spoken('黄金井市の'), spoken('予算'), spoken('')]) socket.send(audio)
    const shown = async () =>
      (await page(cms, id)).map(({ language, text, machineTranslated }) => `${language} ${text} ${machineTranslated}`)
    await expect
      .poll(async () => (await shown()).toSorted(), { timeout: 8000 })
      .toEqual(
        ['en en(Koganei の予算) true', 'ja 小金井市の予算 false', 'zh-Hans zh(Koganei の予算) true'].map((line) =>
          line.replace('zh(Koganei の', 'zh(Koganeiの'),
        ),
      )
    const [first] = await page(cms, id)
    const withdrawn = { language: 'ja', text: null, speaker: null, version: first?.version }
    await cms.call('PUT', `/api/transcripts/${id}/captions/${first?.segmentId}`, { body: withdrawn, as: cms.local })
    expect(await shown()).toEqual([])
    expect((await now(cms, id)).captions).toEqual([])
  })

  it('say what is wrong with a server, keep its key to its host, and leave a language to a person', async () => {
    const translator = await startTranslateServer('secret')
    const cms = await startCms(null, { env: { AKARI_CAPTION_PRIVATE_HOSTS: '127.0.0.1' } })
    const { id, push } = await sitting(cms)
    const translation = { url: translator.url, languages: ['en', 'ko'] }
    await set(cms, { recogniser: null, translator: { ...translation, key: 'wrong' }, version: 0 })
    await push('1', 'ja', '開会します')
    await expect
      .poll(async () => (await now(cms, id)).troubles, { timeout: 5000 })
      .toMatchObject([{ of: 'translator', message: expect.stringContaining('Invalid API key') }])
    const moved = await set(cms, {
      recogniser: null,
      translator: { ...translation, url: 'https://elsewhere.example' },
      version: 1,
    })
    expect(moved).toMatchObject({ status: 422, body: { code: 'caption-refused' } })
    await set(cms, { recogniser: null, translator: { ...translation, key: 'secret' }, version: 1 })
    await push('2', 'en', 'The meeting is open')
    await push('2', 'ja', '開会します')
    await expect
      .poll(
        async () =>
          (await page(cms, id))
            .filter(({ segmentId }) => segmentId === '2')
            .map(({ text }) => text)
            .toSorted(),
        { timeout: 5000 },
      )
      .toEqual(['The meeting is open', 'ko(開会します)', '開会します'])
    expect((await now(cms, id)).troubles).toEqual([])
    const settings = (await cms.call('GET', '/api/caption-settings', { as: cms.local })).body
    expect(settings).toEqual({ recogniser: null, translator: { ...translation, hasKey: true }, version: 2 })
  })
})

function set(cms: RunningCms, body: object) {
  return cms.call('PUT', '/api/caption-settings', { body, as: cms.local })
}

async function now(cms: RunningCms, id: string): Promise<CaptionsNow> {
  return CaptionsNow.parse((await cms.call('GET', `/api/transcripts/${id}/now`, { as: cms.local })).body)
}

async function page(cms: RunningCms, id: string) {
  return TranscriptPage.parse((await cms.call('GET', `/api/transcripts/${id}/captions`, { as: cms.local })).body)
    .captions
}

async function sitting(cms: RunningCms) {
  const body = { title: '本会議', startsAt: '2026-11-30T10:00:00+09:00', version: 0 }
  const { id } = TranscriptView.parse((await cms.call('POST', '/api/transcripts', { body, as: cms.local })).body)
  const made = await cms.call('POST', '/api/tokens', {
    body: { name: '聞き取り', scopes: ['captions:write'] },
    as: cms.local,
  })
  const { secret } = ApiTokenWithSecret.parse(made.body)
  return {
    id,
    push: async (segmentId: string, language: string, text: string) => {
      const caption = { segmentId, language, text, spokenAt: new Date().toISOString(), state: 'final' }
      return cms.call('POST', `/api/transcripts/${id}/captions`, {
        body: { captions: [caption] },
        as: { bearer: secret },
      })
    },
    /** Opens the socket for speech. */
    say: async () => {
      const socket = new WebSocket(`${cms.url.replace('http', 'ws')}/api/transcripts/${id}/audio`, {
        headers: { authorization: `Bearer ${secret}` },
      })
      onTestFinished(() => socket.terminate())
      const problems: unknown[] = []
      socket.on('message', (data: Buffer) => problems.push(JSON.parse(data.toString())))
      await new Promise((opened) => socket.once('open', opened))
      return { socket, problems }
    },
  }
}
