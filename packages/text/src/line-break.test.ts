import { Language, readAloud, withoutRuby } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phrases } from './line-break.ts'

test('Japanese is cut between phrases and loses nothing', () => {
  const line = '頭を守って、机の下に入ってください。'
  const pieces = phrases(line, 'ja')
  expect(pieces.join('')).toBe(line)
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces[0]).toBe('頭を')
})

test('a short word of a key is not torn after its first kana', () => {
  expect(phrases('もどる', 'ja')).toEqual(['もどる'])
  expect(phrases('もどる', 'ja-x-easy')).toEqual(['もどる'])
})

test('a verb in kana is not torn before its ending', () => {
  expect(phrases('影響を、うかがいます。', 'ja')).toEqual(['影響を、', 'うかがいます。'])
  expect(phrases('よろしくおねがいいたします。', 'ja')).toEqual(['よろしく', 'おねがいいたします。'])
  expect(phrases('それに基づいてかんがえます。', 'ja').at(-1)).toContain('かんがえます。')
  expect(phrases('法にしたがい、とりあつかいます。', 'ja')).toEqual(['法に', 'したがい、', 'とりあつかいます。'])
  expect(phrases('ご説明申し上げます。', 'ja').at(-1)).toContain('申し上げます。')
  expect(phrases('それについていたしておりません。', 'ja').join('|')).toContain('いたして')
  expect(phrases('今後も取り組んでまいります。', 'ja')).toContain('取り組んで')
  expect(phrases('この件は差し控えます。', 'ja').at(-1)).toBe('差し控えます。')
  // A noun with が is none.
  expect(phrases('質問しましたがいくつか残ります', 'ja')[0]).toBe('質問しましたが')
  expect(phrases('子どもたちがいます', 'ja').at(-1)).toBe('います')
})

test('words of a council are not torn', () => {
  expect(phrases('予算決算常任委員会 全体会（第3日）', 'ja')).toEqual(['予算決算常任委員会 全体会', '（第3日）'])
  expect(phrases('次に、全体会議に入ります', 'ja')).toContain('全体会議に')
  expect(phrases('全会一致で可決されました。', 'ja')[0]).toBe('全会一致で')
  expect(phrases('閉会中継続審査とすることに決しました', 'ja')[0]).toMatch(/^閉会中継続審査と/)
  const committees = ['全員協議会', '特別委員会', '常任委員会', '議会運営委員会', '会派代表者会議', '分科会', '公聴会']
  for (const word of committees)
    for (const line of [`これより${word}を開きます。`, `令和8年第4回 ${word}（第3日・総括質疑）`])
      expect(phrases(line, 'ja').filter((piece) => piece.includes(word))).toHaveLength(1)
  // Another word that begins like one.
  expect(phrases('市全体会計の見通し', 'ja')[0]).toBe('市全体')
})

test('words of a council are not torn in Chinese', () => {
  expect(phrases('2026年第4次市议会例会 全体会议', 'zh-Hans')).toEqual([
    '2026年',
    '第4次',
    '市议会',
    '例会 ',
    '全体会议',
  ])
  expect(phrases('預算特別委員會 全體會議', 'zh-Hant').at(-1)).toBe('全體會議')
  expect(phrases('特别委员会', 'zh-Hans')).toEqual(['特别', '委员会'])
})

test('the verbs of a council are whole', () => {
  const forms =
    'いたします いただきます ございます 申し上げます まいります おります くださいます なさいます させられます'
  for (const verb of forms.split(' '))
    for (const before of ['説明を', '今後も', 'その件は、', '丁寧に'])
      for (const after of ['。', 'が、', 'ので、']) {
        const line = before + verb + after
        const ends = phrases(line, 'ja').reduce<number[]>(
          (all, piece) => [...all, (all.at(-1) ?? 0) + piece.length],
          [],
        )
        const within = (at: number): boolean => at > before.length && at < before.length + verb.length
        expect([line, ends.filter(within)]).toEqual([line, []])
      }
})

test('languages with spaces stay whole', () => {
  expect(phrases('Protect your head.', 'en')).toEqual(['Protect your head.'])
})

test('a Chinese line is cut between words, never inside a time', () => {
  const line = '办公时间 8:30～17:15，周六休息。'
  const pieces = phrases(line, 'zh-Hans')
  expect(pieces.join('')).toBe(line)
  expect(pieces.some((piece) => piece.includes('8:30～17:15'))).toBe(true)
  expect(pieces.every((piece) => !/^[，。]/.test(piece))).toBe(true)
})

test('easy Japanese is cut where it is spaced, and before a reading', () => {
  expect(phrases('障害福祉課（しょうがい ふくしか）', 'ja-x-easy')).toEqual([
    '障害福祉課',
    '（しょうがい ',
    'ふくしか）',
  ])
})

test('a hard space holds: a figure and its unit stay on one line', () => {
  expect(phrases('だいたい 5\u00a0m', 'ja-x-easy')).toEqual(['だいたい ', '5\u00a0m'])
})

test('the name of a warning stays whole: a line may end after its level', () => {
  expect(phrases('レベル２大雨注意報', 'ja')).toEqual(['レベル２', '大雨注意報'])
})

test('Chinese dates stay whole, and a particle stays with the word before its reading', () => {
  expect(phrases('12月29日至1月3日休息', 'zh-Hans')).toContain('1月3日')
  expect(phrases('中継（ちゅうけい）は 今', 'ja-x-easy')).toEqual(['中継', '（ちゅうけい）\u2060は ', '今'])
})

test('easy Japanese may end a line between two things that are named together, and not in a word of them', () => {
  expect(phrases('作《つく》る・受《う》け取《と》る', 'ja-x-easy').join('')).toBe('作《つく》る・受《う》け取《と》る')
  expect(phrases('カードを 作《つく》る・受《う》け取《と》る', 'ja-x-easy')).toEqual([
    'カードを ',
    '作《つく》る・',
    '受《う》け取《と》る',
  ])
})

test('Wi-Fi stays on one line', () => {
  expect(phrases('無料 Wi-Fi が使えます', 'ja').join('')).toContain('Wi-\u2060Fi')
})

test('easy Japanese keeps a reading with its kanji, spaced or not', () => {
  expect(phrases('頭《あたま》を 守《まも》って ください', 'ja-x-easy')).toEqual([
    '頭《あたま》を ',
    '守《まも》って ',
    'ください',
  ])
  const pieces = phrases('頭《あたま》を守《まも》って、机《つくえ》の下《した》に入《はい》る', 'ja-x-easy')
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.map(withoutRuby).join('')).toBe('頭を守って、机の下に入る')
  expect(pieces.map(readAloud).join('')).toBe('あたまをまもって、つくえのしたにはいる')
  for (const piece of pieces) expect(piece).not.toMatch(/^《|《$/)
})

test('Thai is cut between words, and never inside the name of what threatens', () => {
  const line = 'การเตือนภัยแผ่นดินไหวล่วงหน้า: จะสั่นสะเทือนรุนแรง'
  const pieces = phrases(line, 'th')
  expect(pieces.join('')).toBe(line)
  expect(pieces).toContain('แผ่นดินไหว')
  expect(pieces.some((piece) => /^[\p{M}:ๆ]/u.test(piece))).toBe(false)
})

test('Burmese is cut at its spaces, and a longer stretch between words', () => {
  const line = 'အန္တရာယ်ရှိသော နေရာမှ ဝေးရာသို့ သွားပါ'
  expect(phrases(line, 'my')).toEqual(['အန္တရာယ်ရှိသော ', 'နေရာမှ ', 'ဝေးရာသို့ ', 'သွားပါ'])
  const unspaced = line.replaceAll(' ', '')
  const pieces = phrases(unspaced, 'my')
  expect(pieces.join('')).toBe(unspaced)
  expect(pieces.length).toBeGreaterThan(3)
  expect(pieces.some((piece) => /^\p{M}/u.test(piece))).toBe(false)
})

test('a figure never begins a line alone', () => {
  expect(phrases('equivale al nivel de alerta 4', 'es')).toEqual(['equivale al nivel de alerta\u00a04'])
  expect(phrases('เทียบเท่าระดับเฝ้าระวัง 4)', 'th').at(-1)).toMatch(/ 4\)$/)
})

test('no language loses a letter of any line', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Language.options), fc.string({ unit: 'grapheme' }), (language, line) => {
      const plain = (text: string) => withoutRuby(text.replaceAll('\u2060', '').replaceAll('\u00a0', ' '))
      expect(plain(phrases(line, language).join(''))).toBe(plain(line))
    }),
  )
})

test('a bracket that opens is at no line’s end', () => {
  for (const line of ['工事を進めています（その1）。', '次に「みどりの基本計画」について（見本）説明します。']) {
    const pieces = phrases(line, 'ja')
    expect(pieces.join('')).toBe(line)
    for (const piece of pieces) expect(piece).not.toMatch(/[（「『【]$/u)
  }
})
