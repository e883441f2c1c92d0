import { captionPhrases } from '@akari/text'
import { MOST_BEHIND_MS } from '@akari/text/pace'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaptionReel, fadesAtMs, nextPhraseMs, reelOn, shownPhrases, type SpokenCaption } from './caption-reel.ts'

const ROOM = { lines: 2, widthEm: 20 }
const cut = (text: string, speaker: string | null) => captionPhrases(text, { language: 'ja', speaker, room: ROOM })
const final = (segmentId: string, text: string, speaker: string | null = '市長'): SpokenCaption => ({
  segmentId,
  text,
  speaker,
  state: 'final',
})
const on = (reel: CaptionReel | null, nowMs: number, ...spoken: SpokenCaption[]) =>
  reelOn(reel, { language: 'ja', spoken, cut, nowMs, ageMs: 0 })
const textsOf = (reel: CaptionReel) => shownPhrases(reel).map(({ text }) => text)
/** Goes on until nothing waits; every phrase that is shown, with the moment at which it was. */
function toItsEnd(begun: CaptionReel, ...spoken: SpokenCaption[]) {
  let reel = begun
  const moments: number[] = []
  for (let dueMs = nextPhraseMs(reel); dueMs !== null; dueMs = nextPhraseMs(reel)) {
    moments.push(dueMs)
    reel = on(reel, dueMs, ...spoken)
  }
  return { reel, moments }
}

const LONG =
  '議案第52号、令和8年度一般会計補正予算について、提案理由を申し上げます。今回の補正は、はけの森美術館の空調設備の改修と、学校給食の食材費の高騰への対応に要する経費を計上するもので、歳入歳出それぞれ二千三百万円を追加いたします。何とぞよろしくお願いいたします。'
const letters = fc
  .array(fc.constantFrom(...Array.from('市議会の会議を開きます、今日は。予算Taxi 12')), {
    minLength: 1,
    maxLength: 200,
  })
  .map((all) => all.join(''))

test('what is said at once is shown phrase by phrase as it is read, with who says it', () => {
  const reel = on(null, 0, final('a', LONG))
  expect(textsOf(reel)).toHaveLength(1)
  expect(LONG.startsWith(textsOf(reel)[0] ?? 'nothing')).toBe(true)
  const end = toItsEnd(reel, final('a', LONG))
  expect(textsOf(end.reel).join('')).toBe(LONG)
  expect(textsOf(end.reel).length).toBeGreaterThan(3)
  expect(shownPhrases(end.reel).every(({ speaker, isCut }) => speaker === '市長' && isCut)).toBe(true)
  // 35 letters, five a second.
  expect(end.moments[0]).toBeGreaterThan(4000)
})

test('what fits is shown as it comes, and waits only behind what is still being read', () => {
  const quick = Array.from({ length: 5 }, (_, n) => final(`${n}`, `第${n}の発言です。`))
  let reel: CaptionReel | null = null
  for (const n of quick.keys()) reel = on(reel, n * 200, ...quick.slice(0, n + 1))
  expect(textsOf(reel ?? on(null, 0))).toHaveLength(5)
  const behind = on(on(null, 0, final('a', LONG)), 100, final('a', LONG), final('b', 'はい。'))
  expect(textsOf(behind)).toHaveLength(1)
  expect(textsOf(toItsEnd(behind, final('a', LONG), final('b', 'はい。')).reel).at(-1)).toBe('はい。')
})

test('an interim is shown as far as it came, and its final goes on behind what was seen', () => {
  const interim: SpokenCaption = { ...final('a', LONG.slice(0, 60)), state: 'interim' }
  const spoken = on(null, 0, interim)
  expect(textsOf(spoken)).toEqual([interim.text])
  const first = textsOf(on(null, 0, final('a', LONG)))
  const ended = on(spoken, 3000, final('a', LONG))
  expect(textsOf(ended).length).toBeGreaterThan(first.length)
  expect(textsOf(toItsEnd(ended, final('a', LONG)).reel).join('')).toBe(LONG)
  const whole = on(on(null, 0, { ...interim, text: LONG }), 3000, final('a', LONG))
  expect(nextPhraseMs(whole)).toBeNull()
})

test('a page that begins shows what was said before, and reveals what is being said', () => {
  const reel = on(null, 0, final('a', LONG), final('b', LONG))
  expect(shownPhrases(reel).map(({ segmentId, from }) => [segmentId, from])).toEqual([
    ['a', 0],
    ['b', 0],
  ])
  expect(textsOf(reel)[1]?.length).toBeLessThan(LONG.length)
})

test('a page that begins later reveals from where others are, and fades with them', () => {
  const end = toItsEnd(on(null, 0, final('a', LONG)), final('a', LONG))
  const [, second = NaN] = end.moments
  const told = { language: 'ja', spoken: [final('a', LONG)], nowMs: second + 100, ageMs: second + 100 } as const
  const later = on(reelOn(null, { ...told, cut: (text) => [text] }), second + 100, final('a', LONG))
  expect(textsOf(later)).toHaveLength(3)
  expect(nextPhraseMs(later)).toBe(end.moments[2])
  expect(fadesAtMs(later)).toBeNull()
  const over = toItsEnd(later, final('a', LONG))
  expect(fadesAtMs(over.reel)).toBe((end.moments.at(-1) ?? NaN) + 12_000)
})

test('the first measure of a band cuts what is in it already', () => {
  const unmeasured = reelOn(null, {
    language: 'ja',
    spoken: [final('a', LONG)],
    cut: (text) => [text],
    nowMs: 0,
    ageMs: 0,
  })
  expect(textsOf(unmeasured)).toEqual([LONG])
  expect(textsOf(on(unmeasured, 0, final('a', LONG)))).toEqual(textsOf(on(null, 0, final('a', LONG))))
})

test('every letter is shown once, in order, with its speaker and in time', () => {
  const said = fc.array(fc.record({ text: letters, afterMs: fc.integer({ min: 0, max: 15_000 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(said, (all) => {
      const spoken = all.map(({ text }, n) => final(`${n}`, text, n % 2 === 0 ? '市長' : '見本議員'))
      const shownMs = new Map<string, number>()
      const step = (reel: CaptionReel | null, atMs: number, count: number): CaptionReel => {
        const next = on(reel, atMs, ...spoken.slice(0, count))
        for (const { segmentId, from } of shownPhrases(next)) {
          const key = `${segmentId} ${from}`
          shownMs.set(key, shownMs.get(key) ?? atMs)
        }
        return next
      }
      /** Goes on to a moment, or until nothing waits. */
      const goOn = (begun: CaptionReel, untilMs: number, count: number): CaptionReel => {
        let reel = begun
        for (let dueMs = nextPhraseMs(reel); dueMs !== null && dueMs < untilMs; dueMs = nextPhraseMs(reel))
          reel = step(reel, dueMs, count)
        return reel
      }
      const cameMs: number[] = []
      let reel = on(null, 0)
      for (const [n, { afterMs }] of all.entries()) {
        const nowMs = (cameMs.at(-1) ?? 0) + afterMs
        reel = step(goOn(reel, nowMs, n), nowMs, n + 1)
        cameMs.push(nowMs)
      }
      const shown = shownPhrases(goOn(reel, Infinity, all.length))
      expect(shown.map(({ text }) => text).join('')).toBe(spoken.map(({ text }) => text).join(''))
      expect(shown.every(({ segmentId, speaker }) => speaker === spoken[Number(segmentId)]?.speaker)).toBe(true)
      const moments = shown.map(({ segmentId, from }) => shownMs.get(`${segmentId} ${from}`) ?? NaN)
      expect(moments).toEqual(moments.toSorted((a, b) => a - b))
      for (const [at, { segmentId }] of shown.entries())
        expect((moments[at] ?? NaN) - (cameMs[Number(segmentId)] ?? NaN)).toBeLessThanOrEqual(MOST_BEHIND_MS + 1)
    }),
  )
})

test('a correction goes on where the caption was, and shows nothing twice', () => {
  const change = fc.record({ at: fc.nat(200), takes: fc.nat(30), puts: letters, afterSteps: fc.nat(4) })
  fc.assert(
    fc.property(letters, change, (text, { at, takes, puts, afterSteps }) => {
      const before = final('a', text)
      const after = final('a', text.slice(0, at) + puts + text.slice(at + takes))
      let reel = on(null, 0, before)
      for (let n = 0; n < afterSteps; n += 1) {
        const dueMs = nextPhraseMs(reel)
        if (dueMs !== null) reel = on(reel, dueMs, before)
      }
      const shownBefore = shownPhrases(reel).slice(0, -1)
      const corrected = on(reel, 90_000, after)
      const firstAfter = toItsEnd(corrected, after)
      const texts = textsOf(firstAfter.reel)
      expect(texts.join('')).toBe(after.text)
      // What was before the place of the correction stays as it was shown.
      const untouched = shownBefore.filter(({ from, text: { length } }) => from + length <= at)
      expect(
        shownPhrases(corrected)
          .slice(0, untouched.length)
          .map(({ from }) => from),
      ).toEqual(untouched.map(({ from }) => from))
    }),
  )
})
