import { loadSampleCaptions, loadSampleReadings, sampleRecording } from '@akari/content-samples'
import { asRead, rubyPieces } from '@akari/protocol'
import { folded } from '@akari/wayfinding'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { onEachDatabase, type OpenDatabases } from '../../../db/testing.ts'
import { captionsStore } from '../captions.store.ts'
import { termsService } from '../terms.service.ts'
import { termsStore } from '../terms.store.ts'
import { someCaption } from '../testing/some-caption.ts'
import { transcriptsService } from '../transcripts.service.ts'
import { transcriptsStore } from '../transcripts.store.ts'
import { type Reader, startReader } from './reader.ts'
import { captionReadings, readingsOf, readTitles } from './readings.ts'
import { readingsStore } from './readings.store.ts'
import { glossOf } from './ruby-of.ts'

const STAFF = { kind: 'local', ip: '127.0.0.1' } as const
const HANAKO = { written: { ja: '山田花子' }, reading: 'ヤマダ カコ', heard: [], version: 0 }

describe('how what was said is read', () => {
  let reader: Reader
  beforeAll(() => {
    reader = startReader()
  })
  afterAll(() => reader.close())

  const read = async (text: string, terms: Parameters<typeof glossOf>[0] = [], speaker: string | null = null) => {
    const [one] = await readingsOf([{ text, speaker }], glossOf(terms), reader.read)
    if (one === undefined) throw new Error('nothing read')
    return one
  }

  it('is what a person would say, in the words of a council', async () => {
    const said = {
      '次に、議案第12号、補正予算を議題とします。': 'つぎにぎあんだい12ごうほせいよさんをぎだいとします',
      令和八年第四回市議会定例会: 'れいわはちねんだいよんかいしぎかいていれいかい',
      '学校給食に市内の野菜を使う日を増やします。': 'がつこうきゆうしよくにしないのやさいをつかうひをふやします',
      コミュニティバスの繰越明許費: 'こみゆにていばすのくりこしめいきよひ',
      一問一答で質疑を行います: 'いちもんいつとうでしつぎをおこないます',
      'Wi-Fiの整備': 'wifiのせいび',
    }
    for (const [text, kana] of Object.entries(said)) expect((await read(text)).reading).toBe(kana)
  })

  it('is what the glossary says before what the dictionary says, also in a name with a space', async () => {
    expect((await read('山田花子議員', [], '山田 花子')).reading).toBe('やまだはなこやまだはなこぎいん')
    expect((await read('山田花子議員', [HANAKO], '山田 花子')).reading).toBe('やまだかこやまだかこぎいん')
    const town = { written: { ja: '令和町' }, reading: 'よしかずちょう' }
    expect((await read('令和町の令和', [town])).reading).toBe('よしかずちようのれいわ')
  })

  it('lies over the words that it is of, and leaves everything else as it is written', async () => {
    const text = '次に、補正予算です。'
    expect(rubyPieces(text, (await read(text)).ruby.text)).toEqual([
      { text: '次に', kana: 'つぎに' },
      { text: '、', kana: null },
      { text: '補正', kana: 'ほせい' },
      { text: '予算', kana: 'よさん' },
      { text: 'です。', kana: null },
    ])
  })

  it('is what the sample has for kiosks that are looked at without a server', async () => {
    const said = loadSampleCaptions().map(({ speaker, texts }) => ({ speaker: speaker.ja, text: texts.ja }))
    const readings = await readingsOf(said, glossOf([]), reader.read)
    const titles = await readTitles(
      sampleRecording().chapters.map(({ title }) => title.ja),
      [],
    )
    expect({ captions: readings.map(({ ruby }) => ruby), titles }).toEqual(loadSampleReadings())
  })

  it('holds for whatever is said: no letter is lost, each word is found by its kana, and folding again changes nothing', async () => {
    const sentences = loadSampleCaptions().map(({ texts }) => texts.ja)
    const piece = fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'binary', maxLength: 20 }))
    const line = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (lines) => {
        const all = lines.map((text) => ({ text, speaker: null }))
        for (const { of, ruby, reading } of await readingsOf(all, glossOf([HANAKO]), reader.read)) {
          const pieces = rubyPieces(of.text, ruby.text)
          expect(pieces.map(({ text }) => text).join('')).toBe(of.text)
          for (const { kana } of pieces) if (kana !== null) expect(reading).toContain(folded(kana))
          expect(folded(reading)).toBe(reading)
          expect(folded(asRead(of.text, ruby.text))).toBe(reading)
        }
      }),
    )
  })

  it('is not awaited for ever from a process that is gone', async () => {
    const gone = startReader()
    onTestFinished(gone.close)
    const asked = gone.read(['予算'])
    gone.close()
    await expect(asked).rejects.toThrow('ended')
    await expect(gone.read(['予算'])).rejects.toThrow('ended')
  })
})

async function chamber(open: OpenDatabases) {
  const { main } = await open()
  const [captions, transcripts, store] = [captionsStore(main), transcriptsStore(main), readingsStore(main)]
  const transcript = {
    id: 'a',
    sittingId: null,
    title: '定例会',
    startsAt: new Date().toISOString(),
    recordedFrom: null,
  }
  await transcripts.insert({ ...transcript, version: 1 }, transcript.startsAt, 1)
  let ids = 0
  const terms = termsService({
    store: termsStore(main),
    now: () => new Date(),
    newId: () => `term-${ids++}`,
    audit: async () => {},
    announce: () => {},
    readAnew: store.forget,
  })
  const readings = captionReadings({ store, terms: terms.list, now: () => new Date() })
  onTestFinished(readings.close)
  const say = (...said: Parameters<typeof someCaption>[0][]) =>
    captions.keep(
      said.map((changes) => ({ transcriptId: 'a', caption: someCaption(changes) })),
      2,
    )
  const found = async (search: string) => (await captions.search(search, 10)).map(({ caption }) => caption.segmentId)
  return { captions, transcripts, store, terms, readings, say, found }
}

onEachDatabase((open) => {
  describe('what was said', () => {
    it('is found by its kana once it is read, whichever kana are typed, and by letters as before', async () => {
      const { store, readings, say, found } = await chamber(open)
      await say(
        { segmentId: 'budget', text: '補正予算を議題とします。', speaker: '佐藤 一郎' },
        { segmentId: 'bus', text: 'バスの本数' },
        { segmentId: 'unsaid', text: '補正', state: 'interim' },
        { segmentId: 'english', text: '補正予算', language: 'zh-Hans' },
      )
      expect(await found('ほせいよさん')).toEqual([])
      await readings.run()
      for (const kana of ['ほせいよさん', 'ホセイヨサン', 'ﾎｾｲ ﾖｻﾝ', 'さとういちろう']) {
        expect(await found(kana)).toEqual(['budget'])
      }
      expect(await found('ばす')).toEqual(['bus'])
      expect(await found('バス')).toEqual(['bus'])
      expect((await found('補正予算')).toSorted()).toEqual(['budget', 'english'])
      expect(await found('ほ%さん')).toEqual([])
      expect(await store.unread(10)).toEqual([])
    })

    it('comes with its reading to whoever looked for it, so that the words can be marked, and without to whoever reads all', async () => {
      const { captions, transcripts, readings, say } = await chamber(open)
      const service = transcriptsService({
        transcripts,
        captions,
        live: { now: () => [], corrected: () => {}, forget: () => {} },
        now: () => new Date(),
        newId: () => 'new',
        audit: async () => {},
        announce: () => {},
        corrected: () => {},
        troubles: () => [],
        changed: () => {},
      })
      await say({ segmentId: 'budget', text: '次に、補正予算です。', speaker: '佐藤 一郎' })
      expect((await service.page('a', { search: '補正' })).captions[0]).not.toHaveProperty('ruby')
      await readings.run()
      const text = [
        [0, 2, 'つぎに'],
        [3, 2, 'ほせい'],
        [5, 2, 'よさん'],
      ]
      const [hit] = await service.search('ほせいよさん')
      expect(hit?.caption.ruby?.text).toEqual(text)
      expect(hit?.caption.ruby?.speaker).toHaveLength(2)
      expect((await service.page('a', { search: 'よさん' })).captions[0]?.ruby?.text).toEqual(text)
      for (const search of [undefined, '']) {
        expect((await service.page('a', { search })).captions[0]).not.toHaveProperty('ruby')
      }
    })

    it('is read anew when it is corrected, and a mark tells whoever made something of it', async () => {
      const { captions, transcripts, readings, say, found } = await chamber(open)
      await say({ segmentId: 'one', text: '補正予算' })
      const before = await transcripts.marks()
      await readings.run()
      const read = await transcripts.marks()
      expect(read.get('a')).not.toBe(before.get('a'))
      await readings.run()
      expect(await transcripts.marks()).toEqual(read)
      const caption = await captions.find('a', 'one', 'ja')
      if (caption === null) throw new Error('not kept')
      expect(caption.ruby?.text).toHaveLength(2)
      expect(await captions.correct('a', { ...caption, text: '決算' }, 1, 3)).toBe(true)
      expect(await found('ほせいよさん')).toEqual([])
      await readings.run()
      expect(await found('けっさん')).toEqual(['one'])
    })

    it('follows the glossary, also where it was read before', async () => {
      const { terms, readings, say, found } = await chamber(open)
      await say({ segmentId: 'one', text: 'はい', speaker: '山田 花子' })
      await readings.run()
      expect(await found('やまだはなこ')).toEqual(['one'])
      const { id } = await terms.add(HANAKO, STAFF)
      await readings.run()
      expect(await found('やまだかこ')).toEqual(['one'])
      expect(await found('やまだはなこ')).toEqual([])
      await terms.remove(id, STAFF)
      await readings.run()
      expect(await found('やまだはなこ')).toEqual(['one'])
    })

    it('that nobody has read for long is read in turns, however much it is', async () => {
      const { store, readings, say, found } = await chamber(open)
      await say(...Array.from({ length: 450 }, (_, n) => ({ segmentId: `s${n}`, text: `予算の${n}` })))
      await readings.run()
      expect(await store.unread(1)).toEqual([])
      expect(await found('よさんの449')).toEqual(['s449'])
    })
  })
})
