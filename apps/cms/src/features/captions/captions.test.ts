import { once } from 'node:events'
import { get } from 'node:http'
import { json } from 'node:stream/consumers'
import {
  ApiTokenWithSecret,
  type CaptionInput,
  CaptionReply,
  FeedSnapshots,
  TranscriptCaption,
  TranscriptPage,
  TranscriptView,
} from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { type Caller, onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'
import { councilOnGlass } from './testing/council-on-glass.ts'

const UNKNOWN_KEY = { code: 'unknown-key', title: expect.stringMatching(/「システムの鍵」.* \/ .*System keys/) }

const said = (segmentId: string, text: string, more: Partial<CaptionInput> = {}): CaptionInput => ({
  segmentId,
  language: 'ja',
  text,
  speaker: null,
  spokenAt: new Date().toISOString(),
  state: 'final',
  ...more,
})

async function transcript(cms: RunningCms): Promise<TranscriptView> {
  const body = { title: '令和8年第4回定例会', startsAt: '2026-11-30T10:00:00+09:00', version: 0 }
  return TranscriptView.parse((await cms.call('POST', '/api/transcripts', { body, as: cms.local })).body)
}

async function stenographer(cms: RunningCms): Promise<{ bearer: string }> {
  const body = { name: '速記', scopes: ['captions:write'] }
  const made = await cms.call('POST', '/api/tokens', { body, as: cms.local })
  return { bearer: ApiTokenWithSecret.parse(made.body).secret }
}

function push(cms: RunningCms, id: string, captions: readonly CaptionInput[], as: Caller) {
  return cms.call('POST', `/api/transcripts/${id}/captions`, { body: { captions }, as })
}

async function texts(cms: RunningCms, id: string, query = ''): Promise<string[]> {
  const answer = await cms.call('GET', `/api/transcripts/${id}/captions${query}`, { as: cms.local })
  return TranscriptPage.parse(answer.body).captions.map(({ text }) => text)
}

async function stored(cms: RunningCms, id: string, segmentId: string): Promise<TranscriptCaption> {
  const answer = await cms.call('GET', `/api/transcripts/${id}/captions`, { as: cms.local })
  const found = TranscriptPage.parse(answer.body).captions.find((caption) => caption.segmentId === segmentId)
  return TranscriptCaption.parse(found)
}

/** A stenographer's WebSocket: what is sent, and the answers in their order. */
async function openSocket(cms: RunningCms, id: string, as: { bearer: string }) {
  const socket = new WebSocket(`${cms.url.replace('http', 'ws')}/api/transcripts/${id}/captions`, {
    headers: { authorization: `Bearer ${as.bearer}` },
  })
  onTestFinished(() => socket.terminate())
  const replies: CaptionReply[] = []
  socket.on('message', (data: Buffer) => replies.push(CaptionReply.parse(JSON.parse(data.toString()))))
  await new Promise((opened, failed) => {
    socket.once('open', opened)
    socket.once('error', failed)
  })
  return {
    replies,
    send: (message: unknown) => socket.send(JSON.stringify(message)),
    closed: new Promise<number>((resolve) => socket.once('close', resolve)),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  }
}

onEachEngine((start) => {
  describe('captions', () => {
    it('go to the displays whose programmes show them, interim and final, over HTTP and the WebSocket', async () => {
      const cms = await start()
      const [{ id }, machine] = [await transcript(cms), await stenographer(cms)]
      const [watching, other] = [await pairedPlayer(cms), await pairedPlayer(cms)]
      await councilOnGlass(cms, watching.displayId, id)
      const [{ socket }, { socket: elsewhere }] = [await connectPlayer(cms, watching), await connectPlayer(cms, other)]
      const [heard, heardElsewhere]: [FeedSnapshots[], FeedSnapshots[]] = [[], []]
      socket.on('feeds.state', (told) => heard.push(FeedSnapshots.parse(told)))
      elsewhere.on('feeds.state', (told) => heardElsewhere.push(FeedSnapshots.parse(told)))
      const onGlass = () => {
        const data = heard.at(-1)?.feeds.find(({ feedId }) => feedId === id)?.data
        return data?.kind === 'captions' ? data.captions.map(({ text, state }) => `${state} ${text}`) : []
      }
      const line = await openSocket(cms, id, machine)
      line.send({ captions: [said('1', 'これより', { state: 'interim', speaker: '議長' })] })
      await expect.poll(onGlass, { timeout: 5000 }).toEqual(['interim これより'])
      line.send({ captions: [said('1', 'これより会議を開きます。', { speaker: '議長' })] })
      await expect.poll(onGlass, { timeout: 5000 }).toEqual(['final これより会議を開きます。'])
      expect((await push(cms, id, [said('2', '日程第1、')], machine)).body).toMatchObject({ taken: 1, ignored: 0 })
      await expect.poll(onGlass, { timeout: 5000 }).toEqual(['final これより会議を開きます。', 'final 日程第1、'])
      expect(line.replies).toMatchObject([{ taken: 1 }, { taken: 1 }])
      const asked = await cms.call('GET', '/api/player/feeds', { as: { bearer: watching.token } })
      expect(FeedSnapshots.parse(asked.body).feeds).toMatchObject([{ feedId: id, data: { kind: 'captions' } }])
      expect(heardElsewhere.flatMap(({ feeds }) => feeds)).toEqual([])
      const revisions = heard.flatMap(({ feeds }) => feeds.map(({ revision }) => revision))
      expect(revisions).toEqual(revisions.toSorted((a, b) => a - b))
    })

    it('are refused without the right key, for no sitting, in floods and from clocks that are wrong', async () => {
      const cms = await start()
      const [{ id }, machine] = [await transcript(cms), await stenographer(cms)]
      const viewer = await signedIn(cms, 'mori', 'viewer')
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
      expect((await push(cms, id, [said('1', 'あ')], viewer)).status).toBe(403)
      expect((await push(cms, 'nobody', [said('1', 'あ')], machine)).status).toBe(404)
      await expect(openSocket(cms, 'nobody', machine)).rejects.toThrow('404')
      for (const bearer of ['akari_wrong', `akari_${'x'.repeat(43)}`]) {
        expect(await push(cms, id, [said('1', 'あ')], { bearer })).toMatchObject({ status: 401, body: UNKNOWN_KEY })
        await expect(openSocket(cms, id, { bearer })).rejects.toThrow('401')
        const opening = { headers: { authorization: `Bearer ${bearer}`, connection: 'upgrade', upgrade: 'websocket' } }
        const [turned] = await once(get(`${cms.url}/api/transcripts/${id}/captions`, opening), 'response')
        expect(await json(turned)).toMatchObject(UNKNOWN_KEY)
      }
      const ahead = await push(cms, id, [said('1', 'あ', { spokenAt: tomorrow })], machine)
      expect(ahead).toMatchObject({ status: 422, body: { code: 'caption-refused' } })
      expect(await push(cms, id, [said('1', 'あ'.repeat(401))], machine)).toMatchObject({
        status: 400,
        body: {
          errors: [
            {
              path: 'captions.0.text',
              message: '400文字以下にしてください（いまは401文字）。 / Write 400 letters at most (it has 401).',
            },
          ],
        },
      })
      const misspelt = { ...said('1', 'あ'), speeker: '議長' }
      expect(await push(cms, id, [misspelt], machine)).toMatchObject({
        status: 400,
        body: {
          title: '入力に誤りがあります / The request is not valid',
          errors: [{ path: 'captions.0', message: expect.stringContaining('"speaker" の書き誤りなら直し') }],
        },
      })
      const line = await openSocket(cms, id, machine)
      line.send('no captions')
      for (let n = 0; n < 8; n++) {
        line.send({ captions: Array.from({ length: 50 }, (_, i) => said(`${n}.${i}`, '流す')) })
      }
      await expect.poll(() => line.replies.length, { timeout: 10_000 }).toBe(9)
      expect(line.replies[0]).toMatchObject({ code: 'malformed' })
      expect(line.replies.at(-1)).toMatchObject({ code: 'caption-flood', title: expect.stringContaining('待って') })
    })

    it('open no more lines than a council has use for', async () => {
      const cms = await start()
      const [{ id }, machine] = [await transcript(cms), await stenographer(cms)]
      for (let n = 0; n < 64; n += 1) await openSocket(cms, id, machine)
      await expect(openSocket(cms, id, machine)).rejects.toThrow('503')
    })

    it('hang up on frames that are too large and on who sends without reading, and hurt nobody else', async () => {
      const cms = await start()
      const [{ id }, machine] = [await transcript(cms), await stenographer(cms)]
      const [line, huge, deaf] = [
        await openSocket(cms, id, machine),
        await openSocket(cms, id, machine),
        await openSocket(cms, id, machine),
      ]
      huge.send({ captions: 'x'.repeat(300_000) })
      expect(await huge.closed).toBe(1009)
      deaf.pause()
      for (let n = 0; n < 200; n += 1) deaf.send({ captions: [] })
      deaf.resume()
      expect(await deaf.closed).toBe(1008)
      line.send('no captions')
      line.send({ captions: [said('1', '開会します。')] })
      await expect.poll(() => line.replies, { timeout: 5000 }).toMatchObject([{ code: 'malformed' }, { taken: 1 }])
      expect(await texts(cms, id)).toEqual(['開会します。'])
    })

    it('are plain letters: controls and directions are gone, and names are written as the glossary has them', async () => {
      const cms = await start()
      const [{ id }, machine] = [await transcript(cms), await stenographer(cms)]
      const term = { written: { ja: '小金井市', en: 'Koganei City' }, heard: ['小金い市', 'こがねい市'], version: 0 }
      expect((await cms.call('POST', '/api/caption-terms', { body: term, as: cms.local })).status).toBe(201)
      expect((await cms.call('POST', '/api/caption-terms', { body: term, as: cms.local })).status).toBe(409)
      const tricky = '\u202E\u0007小金い市の\u200B予算\n\n案'
      const sent = [said('1', tricky, { speaker: '\u2066議長\u2069' }), said('2', '\u202E\u200B\u0000')]
      expect((await push(cms, id, sent, machine)).body).toMatchObject({
        taken: 1,
        ignored: 1,
        reasons: [{ path: 'captions.1.text', message: expect.stringMatching(/文字が残りません.* \/ No letter/) }],
      })
      expect(await stored(cms, id, '1')).toMatchObject({ text: '小金井市の予算 案', speaker: '議長' })
    })

    it('are corrected and withdrawn by the clerk, whose word stands, in the transcript and on the glass', async () => {
      const cms = await start()
      const [{ id }, machine] = [await transcript(cms), await stenographer(cms)]
      await push(cms, id, [said('1', '予算を以上決しました'), said('2', 'ひどいことば')], machine)
      const change = { language: 'ja', text: '予算を議決しました', speaker: '議長', version: 1 }
      const correct = (segment: string, body: object) =>
        cms.call('PUT', `/api/transcripts/${id}/captions/${segment}`, { body, as: cms.local })
      expect((await correct('1', change)).body).toMatchObject({
        text: '予算を議決しました',
        isCorrected: true,
        version: 2,
      })
      expect((await correct('1', change)).status).toBe(409)
      expect((await correct('2', { ...change, text: null })).status).toBe(200)
      expect((await correct('1', { ...change, text: '\u202E', version: 2 })).status).toBe(422)
      expect(
        (await push(cms, id, [said('1', '予算を以上決しました'), said('2', 'ひどいことば')], machine)).body,
      ).toMatchObject({
        ignored: 2,
        reasons: [
          { path: 'captions.0.text', message: expect.stringMatching(/先に来た字幕.* \/ What came first stays/) },
          { path: 'captions.1.text' },
        ],
      })
      expect(await texts(cms, id)).toEqual(['予算を議決しました'])
      const { body } = await cms.call('GET', `/api/transcripts/${id}/now`, { as: cms.local })
      expect(body).toMatchObject({ captions: [{ text: '予算を議決しました' }] })
    })

    it('are found again and exported as text, WebVTT and SRT, language by language', async () => {
      const cms = await start()
      const [{ id, title }, machine] = [await transcript(cms), await stenographer(cms)]
      const from = Date.now() - 600_000
      const at = (seconds: number) => ({ spokenAt: new Date(from + seconds * 1000).toISOString() })
      await push(
        cms,
        id,
        [
          said('1', '開会します。', { ...at(0), speaker: '議長' }),
          said('2', '学校給食の <無償化> について', { ...at(2), speaker: '佐藤' }),
          said('2', 'On free school lunches', { ...at(2), language: 'en', machineTranslated: true, speaker: '佐藤' }),
        ],
        machine,
      )
      expect(await texts(cms, id, '?language=ja')).toEqual(['開会します。', '学校給食の <無償化> について'])
      expect(await texts(cms, id, `?search=${encodeURIComponent('SCHOOL')}`)).toEqual(['On free school lunches'])
      expect(await texts(cms, id, '?search=%25')).toEqual([])
      const hits = await cms.call('GET', `/api/transcripts/search?search=${encodeURIComponent('給食')}`, {
        as: machine,
      })
      expect(hits.body).toMatchObject([{ transcript: { id, title }, caption: { segmentId: '2', language: 'ja' } }])
      const file = async (query: string) =>
        (await cms.call('GET', `/api/transcripts/${id}/export?${query}`, { as: cms.local })).body
      expect(await file('format=vtt&language=ja')).toBe(
        'WEBVTT - 令和8年第4回定例会\nLanguage: ja\n\n00:00:00.000 --> 00:00:01.500\n<v 議長>開会します。</v>\n\n' +
          '00:00:02.000 --> 00:00:05.200\n<v 佐藤>学校給食の &lt;無償化&gt; について</v>\n\n',
      )
      expect(await file('format=srt&language=ja')).toContain(
        '2\n00:00:02,000 --> 00:00:05,200\n佐藤: 学校給食の <無償化> について',
      )
      await push(cms, id, [said('3', '<b>以上</b> {\\an8} --> です', { ...at(9), speaker: '佐藤' })], machine)
      expect(await file('format=srt&language=ja')).toContain('\n＜b>以上＜/b> ｛\\an8} → です\n')
      expect(await file('format=txt&language=en')).toMatch(
        /^令和8年第4回定例会\n\w+day, \w+ \d{1,2}, \d{4}\n.*機械翻訳[\s\S]*【佐藤】\n\d\d:\d\d:\d\d {2}On free school lunches\n$/,
      )
    })

    it('are still there after a restart, a page at a time, and go with their transcript', async () => {
      const before = await start()
      const [{ id }, machine] = [await transcript(before), await stenographer(before)]
      for (let n = 0; n < 3; n++) {
        const spokenAt = new Date(Date.now() - 1000 * (10 - n)).toISOString()
        await push(
          before,
          id,
          Array.from({ length: 50 }, (_, i) => said(`${n}.${i}`, `発言 ${n * 50 + i}`, { spokenAt })),
          machine,
        )
      }
      const cms = await before.restart()
      const newest = TranscriptPage.parse(
        (await cms.call('GET', `/api/transcripts/${id}/captions`, { as: cms.local })).body,
      )
      expect(newest.captions.map(({ text }) => text)).toEqual(Array.from({ length: 100 }, (_, i) => `発言 ${i + 50}`))
      const earlier = await texts(cms, id, `?before=${encodeURIComponent(newest.earlier ?? '')}`)
      expect(earlier).toEqual(Array.from({ length: 50 }, (_, i) => `発言 ${i}`))
      await expect
        .poll(async () => (await cms.call('GET', `/api/transcripts/${id}/now`, { as: cms.local })).body, {
          timeout: 8000,
        })
        .toMatchObject({ captions: [{}, {}, {}, {}, {}, { text: '発言 149' }] })
      expect((await cms.call('DELETE', `/api/transcripts/${id}`, { as: cms.local })).status).toBe(204)
      expect((await push(cms, id, [said('1', 'あ')], machine)).status).toBe(404)
    })
  })
})
