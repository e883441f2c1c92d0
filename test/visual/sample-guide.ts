import { readdirSync, readFileSync } from 'node:fs'
import { samplePath } from '@akari/content-samples'
import { VenueGuide } from '@akari/protocol'
import { readVenue } from '@akari/wayfinding'

/** A guide of the sample city hall with things that people ask; errands and questions stand for what staff write. */
export function sampleGuide(): VenueGuide {
  const names = readdirSync(samplePath('venue')).filter((name) => /\.(geo)?json$/.test(name))
  const { venue } = readVenue(new Map(names.map((name) => [name, readFileSync(samplePath(`venue/${name}`))])))
  if (venue === null) throw new Error('the sample venue cannot be read')
  const at = (name: string): string => venue.occupants.find((one) => one.name.ja === name)?.id ?? ''
  return VenueGuide.parse({
    format: 1,
    venue,
    errands: ERRANDS.map(([id, place, rank, ja, easy, en, zh, ko, ...words]) => ({
      id,
      placeId: at(place),
      rank,
      name: { ja, 'ja-x-easy': easy, en, 'zh-Hans': zh, ko },
      words,
    })),
    faqs: [
      {
        id: 'hours',
        question: {
          ja: '窓口は何時から何時までですか',
          'ja-x-easy': '窓口《まどぐち》は 何時《なんじ》から 何時《なんじ》までですか',
          en: 'When are the counters open?',
          'zh-Hans': '窗口几点到几点办公？',
          ko: '창구는 몇 시부터 몇 시까지 엽니까?',
        },
        answer: {
          ja: '月曜日から金曜日の 8 時 30 分から 17 時 15 分までです。祝日と年末年始はお休みです。',
          'ja-x-easy':
            '月曜日《げつようび》から 金曜日《きんようび》の 8時《じ》30分《ぷん》から 17時《じ》15分《ふん》までです。',
          en: 'Monday to Friday, 8:30 to 17:15. Closed on public holidays and around New Year.',
          'zh-Hans': '周一至周五 8:30 至 17:15。节假日及年末年初休息。',
          ko: '월요일부터 금요일까지 8:30~17:15입니다. 공휴일과 연말연시는 쉽니다.',
        },
        placeId: at('総合案内'),
        words: ['受付時間', 'opening hours'],
      },
      {
        id: 'wifi',
        question: {
          ja: '無料の Wi-Fi はありますか',
          en: 'Is there free Wi-Fi?',
          'zh-Hans': '有免费 Wi-Fi 吗？',
          ko: '무료 와이파이가 있습니까?',
        },
        answer: {
          ja: '1 階と 2 階でお使いいただけます。',
          en: 'Yes, on the first and second floors.',
          'zh-Hans': '1层和2层可以使用。',
          ko: '1층과 2층에서 사용하실 수 있습니다.',
        },
        placeId: null,
        words: ['インターネット'],
      },
    ],
    synonyms: [['はんこ', '印鑑', '実印']],
    shelters: [
      {
        id: 'school',
        name: { ja: '第一小学校', en: 'Daiichi Elementary School', 'zh-Hans': '第一小学', ko: '다이이치 초등학교' },
        address: { ja: '本町 1-2-3' },
        at: null,
        open: true,
      },
      {
        id: 'gym',
        name: { ja: '総合体育館', en: 'Sports centre', 'zh-Hans': '综合体育馆', ko: '종합체육관' },
        address: { ja: '関野町 1-13-1' },
        at: null,
        open: false,
      },
      {
        id: 'hall',
        name: { ja: '公民館', en: 'Community hall', 'zh-Hans': '公民馆', ko: '공민관' },
        address: null,
        at: null,
        open: false,
      },
    ],
  })
}

type Line = readonly [string, string, number | null, string, string, string, string, string, ...string[]]

const ERRANDS: readonly Line[] = [
  [
    'residence',
    '市民課',
    0,
    '住民票の写しを取る',
    '住民票《じゅうみんひょう》を とる',
    'Residence certificate',
    '领取住民票',
    '주민표 발급',
  ],
  [
    'moving',
    '市民課',
    1,
    '引っ越しの届け出',
    '引《ひ》っこしの 届《とど》け',
    'Moving in or out',
    '搬家登记',
    '이사 신고',
  ],
  [
    'insurance',
    '保険年金課',
    2,
    '国民健康保険の手続き',
    '健康保険《けんこうほけん》の 手続《てつづ》き',
    'National health insurance',
    '国民健康保险手续',
    '국민건강보험 절차',
  ],
  ['tax', '税務課', 3, '税金の証明書・納付', '税金《ぜいきん》を はらう', 'Taxes', '税务证明・缴纳', '세금 증명・납부'],
  [
    'child',
    '子育て支援課',
    null,
    '児童手当・保育園',
    '子《こ》どもの お金《かね》・ 保育園《ほいくえん》',
    'Child allowance, nursery',
    '儿童补贴・保育园',
    '아동수당・어린이집',
  ],
  [
    'waste',
    'ごみ対策課',
    null,
    '粗大ごみを出す',
    '大《おお》きい ごみを 出《だ》す',
    'Bulky waste',
    '处理大件垃圾',
    '대형 쓰레기 배출',
  ],
  [
    'seal',
    '市民課',
    null,
    '印鑑登録',
    '印鑑《いんかん》の 登録《とうろく》',
    'Seal registration',
    '印章登记',
    '인감 등록',
    'はんこ',
  ],
  [
    'care',
    '高齢福祉課',
    null,
    '介護保険の相談',
    '介護《かいご》の 相談《そうだん》',
    'Care insurance',
    '护理保险咨询',
    '개호보험 상담',
  ],
  [
    'disability',
    '障害福祉課',
    null,
    '障害者手帳の手続き',
    '障害者手帳《しょうがいしゃてちょう》の 手続《てつづ》き',
    'Disability certificate',
    '残障手册手续',
    '장애인 수첩 절차',
  ],
]
