import { AlertWords, type DeskDraft, type DeskShelter, KIOSK_LANGUAGES } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { composeMessage } from './compose.ts'
import { areaTexts, shippedTowns } from './towns.ts'

const towns = shippedTowns(KOGANEI.city.code)
const fitFor = { flood: true, landslide: true, earthquake: true, fire: true }
const SCHOOL: DeskShelter = {
  id: 'school',
  name: { ja: '見本第一小学校' },
  address: { ja: '見本町１丁目' },
  fitFor,
  open: true,
  version: 1,
}
const HALL: DeskShelter = { ...SCHOOL, id: 'hall', fitFor: { ...fitFor, flood: false } }
const CLOSED: DeskShelter = { ...SCHOOL, id: 'closed', open: false }
const knowledge = { city: KOGANEI.city.name, towns, shelters: [SCHOOL, HALL, CLOSED] }

function order(draft: Partial<Extract<DeskDraft, { kind: 'evacuation' }>> = {}) {
  const whole: DeskDraft = {
    kind: 'evacuation',
    order: 'order',
    hazard: 'flood',
    area: { kind: 'whole' },
    shelterIds: [],
    ...draft,
  }
  const message = { channel: 'live', draft: whole, target: { kind: 'all' }, minutes: null, corrects: null } as const
  return composeMessage(message, knowledge)
}

describe('an order of the city', () => {
  test.each([
    ['elderly', 'flood', 3, 'level3', '警戒レベル３ 高齢者等避難（洪水）', '危険な場所から高齢者等は避難'],
    ['order', 'landslide', 4, 'level4', '警戒レベル４ 避難指示（土砂災害）', '危険な場所から全員避難'],
    ['emergency', 'flood', 5, 'level5', '警戒レベル５ 緊急安全確保（洪水）', '命の危険 直ちに安全確保'],
    ['order', 'fire', null, 'evacuation', '避難指示（地震・火災）', '危険な場所から全員避難'],
    ['order', 'other', null, 'evacuation', '避難指示', '危険な場所から全員避難'],
  ] as const)('%s for %s', (kind, hazard, level, field, headline, instruction) => {
    const { look, findings } = order({ order: kind, hazard })
    expect(look).toMatchObject({ hazard: 'evacuation', level, presentation: { mode: 'fullScreen', field } })
    expect([look.words.headline.ja, look.words.instruction.ja]).toEqual([headline, instruction])
    expect(findings).toEqual([])
  })

  test('speaks every language of the kiosk, with nothing left to fill in', () => {
    const { words } = order({ area: { kind: 'towns', towns: [{ townId: 'honcho', blocks: [2, 1] }] } }).look
    expect(AlertWords.parse(words)).toEqual(words)
    for (const language of KIOSK_LANGUAGES) {
      for (const texts of [words.headline, words.instruction, words.area]) {
        expect(texts[language]).toMatch(/^[^{}]+$/)
      }
    }
  })

  test('names open shelters that are fit for the hazard, and refuses every other', () => {
    const { look, findings } = order({ shelterIds: ['school'] })
    expect(look.shelters).toEqual([{ id: 'school', name: SCHOOL.name, address: SCHOOL.address }])
    expect(findings).toEqual([])
    const codes = (shelterIds: string[]) => order({ shelterIds }).findings.map(({ code }) => code)
    expect(codes(['hall'])).toEqual(['shelter-unfit'])
    expect(codes(['closed'])).toEqual(['shelter-not-open'])
    expect(codes(['gone'])).toEqual(['shelter-not-open'])
  })

  test('緊急安全確保 sends nobody to a shelter', () => {
    const { look, findings } = order({ order: 'emergency', shelterIds: ['school'] })
    expect(findings.map(({ code }) => code)).toEqual(['shelters-not-for-emergency'])
    expect(look.words.instruction.ja).not.toMatch(/避難所|避難して/)
  })
})

describe('where an order holds', () => {
  const named = (...chosen: [string, number[]][]) =>
    areaTexts(
      { kind: 'towns', towns: chosen.map(([townId, blocks]) => ({ townId, blocks })) },
      KOGANEI.city.name,
      towns,
    )

  test('the whole city, whole towns and 丁目, in the order of the list', () => {
    expect(areaTexts({ kind: 'whole' }, KOGANEI.city.name, towns)?.ja).toBe('小金井市全域')
    expect(named(['higashicho', []], ['honcho', [2, 1]])?.ja).toBe('本町１・２丁目、東町全域')
    expect(named(['higashicho', []], ['honcho', [2, 1]])?.en).toBe('Honcho 1, 2-chome; all of Higashicho')
    expect(named(['sekinocho', [1, 2]])?.ja).toBe('関野町全域')
  })

  test('nothing chosen, an unknown town and a 丁目 that is not there are found', () => {
    const codes = (townId: string, blocks: number[]) =>
      order({ area: { kind: 'towns', towns: [{ townId, blocks }] } }).findings.map(({ code }) => code)
    expect(order({ area: { kind: 'towns', towns: [] } }).findings.map(({ code }) => code)).toEqual(['empty'])
    expect(codes('atlantis', [])).toEqual(['empty', 'town-unknown'])
    expect(codes('sekinocho', [3])).toEqual(['town-unknown'])
  })

  test('the towns of the city are the real ones', () => {
    expect(towns.map(({ name, blocks }) => `${name.ja}${blocks}`)).toEqual([
      '本町6',
      '東町5',
      '中町4',
      '前原町5',
      '貫井南町5',
      '貫井北町5',
      '桜町3',
      '緑町5',
      '梶野町5',
      '関野町2',
    ])
    expect(shippedTowns('0000000')).toEqual([])
  })
})

test('free text stands as written; a correction says that it is one', () => {
  const words = { headline: { ja: '断水しています', en: 'No water' }, instruction: { ja: '' }, area: { ja: '１階' } }
  const message = {
    channel: 'drill',
    draft: { kind: 'text', field: 'level1', words },
    target: { kind: 'all' },
    minutes: null,
    corrects: 'operator:x',
  } as const
  const { look, findings } = composeMessage(message, knowledge)
  expect(look.words).toMatchObject({ headline: { ja: '訂正：断水しています' }, instruction: { ja: '…' } })
  expect(look).toMatchObject({ level: null, presentation: { field: 'level1' }, shelters: [] })
  expect(findings).toEqual([{ part: 'instruction', language: 'ja', code: 'empty', most: null }])
})
