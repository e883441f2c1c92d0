import type {
  Caption,
  DisplayProfile,
  FeedSnapshot,
  Language,
  LayoutZone,
  PlayerState,
  SceneContent,
  SittingLive,
  SittingScene,
} from '@akari/protocol'
import type { Scenario } from './scenarios.ts'

type Show = (scene: SceneContent, display: DisplayProfile) => PlayerState

const TITLE = {
  ja: '令和8年第4回 市議会定例会 本会議',
  'ja-x-easy': '市議会《しぎかい》の 会議《かいぎ》',
  en: 'City Council, 4th regular session 2026',
  'zh-Hans': '2026年第4次市议会例会 全体会议',
  ko: '2026년 제4회 시의회 정례회 본회의',
}
const SITTING: SittingScene = {
  kind: 'sitting',
  title: TITLE,
  sittingId: 'sitting',
  streamId: 'council',
  captionsId: 'captions',
}

const SESSION: Partial<SittingLive> = {
  phase: 'inSession',
  item: {
    number: '議案第52号',
    title: {
      ja: '令和8年度小金井市一般会計補正予算（第5号）',
      en: 'General account supplementary budget for fiscal 2026 (No. 5)',
      'zh-Hans': '2026年度小金井市一般会计补充预算（第5号）',
    },
  },
  speaker: {
    name: { ja: '見本 太郎 議員', en: 'Taro Mihon', 'zh-Hans': '见本太郎 议员' },
    party: { ja: 'みほん市民の会', en: 'Sample Citizens’ Group', 'zh-Hans': '样本市民会' },
  },
}

/** As long as they come. */
const LONG_TITLE = {
  ja: '令和8年第4回小金井市議会定例会 予算決算常任委員会 全体会（第3日・総括質疑）',
  en: 'City Council, 4th regular session 2026: standing committee on budget and accounts, third day',
  ko: '2026년 제4회 고가네이시의회 정례회 예산결산상임위원회 전체회의(제3일·총괄 질의)',
}
const LONG: Partial<SittingLive> = {
  phase: 'inSession',
  title: LONG_TITLE,
  item: {
    number: '市長提出議案第152号',
    title: {
      ja: '小金井市放課後児童健全育成事業の設備及び運営に関する基準を定める条例の一部を改正する条例',
      en: 'Ordinance amending the ordinance on standards for facilities and operation of after-school care for children',
      ko: '고가네이시 방과후 아동 건전 육성 사업의 설비 및 운영 기준을 정하는 조례의 일부를 개정하는 조례',
    },
  },
  speaker: {
    name: {
      ja: '予算決算常任委員会委員長 長谷川 見本左衛門 議員',
      en: 'Mihonzaemon Hasegawa, chair of the standing committee on budget and accounts',
      ko: '하세가와 미혼자에몬 예산결산상임위원회 위원장',
    },
    party: {
      ja: 'みほん市民と緑のネットワーク・こがねい未来会議',
      en: 'Sample Citizens and Green Network, Koganei Future Council',
      ko: '견본 시민과 녹색 네트워크·고가네이 미래회의',
    },
  },
}

const AGENDA: SittingLive['agenda'] = {
  first: [
    { number: '日程第1', title: { ja: '会議録署名議員の指名', en: 'Appointment of signatories to the minutes' } },
    { number: '日程第2', title: { ja: '会期の決定', en: 'Length of the session' } },
    ...(SESSION.item == null ? [] : [SESSION.item]),
    { number: '議案第53号', title: { ja: 'はけの森美術館条例の一部改正', en: 'Amendment of the museum ordinance' } },
    { title: { ja: '一般質問', en: 'Questions by members' } },
  ],
  count: 12,
}
const LONG_AGENDA: SittingLive['agenda'] = {
  first: Array.from({ length: 8 }, () => LONG.item ?? { title: LONG_TITLE }),
  count: 150,
}

const RECORDING = 'https://council.koganei.example/recordings/2026-12-01'

const SAID: Partial<Record<Language, readonly string[]>> = {
  ja: [
    '続きまして、はけの森美術館の空調設備の改修に要する経費について伺います。',
    '今回の補正では二千三百万円が計上されていますが、開館しながらの工事は可能なのでしょうか',
  ],
  en: [
    'Next, I would like to ask about the cost of renewing the air conditioning of the museum.',
    'Twenty-three million yen has been entered. Can the work be done while the museum stays open?',
  ],
  'zh-Hans': [
    '接下来我想就美术馆空调设备改造所需的费用提问。',
    '这次的补充预算列入了二千三百万日元，能否在开馆的同时施工？',
  ],
}

/** A sitting from the countdown to its recording, with and without picture, captions and a zone to be in. */
export function councilScenarios(now: Date, show: Show, guided: (state: PlayerState) => PlayerState): Scenario[] {
  const at = (minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString()
  const sitting = (change: Partial<SittingLive>): SittingLive => ({
    kind: 'sitting',
    title: TITLE,
    startsAt: at(12.5),
    phase: 'planned',
    resumesAt: null,
    item: null,
    speaker: null,
    recordingUrl: null,
    ...change,
  })
  const said = (languages: readonly Language[]): Caption[] =>
    languages.flatMap((language) =>
      (SAID[language] ?? []).map(
        (text, n): Caption => ({
          segmentId: `${n}`,
          language,
          text,
          speaker: { ja: '見本議員', en: 'Mr Mihon', 'zh-Hans': '见本议员' }[language as 'ja'] ?? null,
          spokenAt: at(0),
          state: n === 0 ? 'final' : 'interim',
          ...(language === 'ja' ? {} : { machineTranslated: true }),
        }),
      ),
    )
  const feeds = (change: Partial<SittingLive>, captions: readonly Caption[]): FeedSnapshot[] => [
    heard('sitting', sitting(change)),
    heard('captions', { kind: 'captions', captions: [...captions] }),
  ]
  const scenario = (
    name: string,
    change: Partial<SittingLive>,
    {
      languages = [],
      captions = said(languages),
      scene = SITTING,
      live,
      isTouched = false,
    }: {
      languages?: readonly Language[]
      captions?: readonly Caption[]
      scene?: SceneContent
      live?: 'up' | 'down'
      /** Above the invitation to touch it. */
      isTouched?: boolean
    } = {},
  ): Scenario => ({
    name: `council-${name}`,
    scene: scene.kind,
    settleMs: live === undefined ? 700 : 4500,
    ...(live === undefined ? {} : { live }),
    ...(isTouched ? { isForAll: true } : {}),
    state: (display) => {
      const shown = show(scene, display)
      return { ...(isTouched ? guided(shown) : shown), feeds: feeds(change, captions) }
    },
  })
  const wordsOnly: SceneContent = { ...SITTING, streamId: null }
  return [
    scenario('countdown', {}),
    scenario('agenda', { agenda: AGENDA }),
    scenario('agenda-soon', { agenda: AGENDA, startsAt: at(0.2) }),
    scenario('agenda-long', { ...LONG, phase: 'planned', agenda: LONG_AGENDA }),
    scenario('agenda-zones', { agenda: AGENDA }, { scene: ZONES }),
    scenario('soon', { startsAt: at(0.2) }),
    scenario('live', SESSION, { live: 'up' }),
    scenario('captions', SESSION, { live: 'up', languages: ['ja'] }),
    scenario('languages', SESSION, { live: 'up', languages: ['ja', 'en', 'zh-Hans'] }),
    scenario('captions-long', SESSION, { live: 'up', captions: saidAtOnce(at(0)) }),
    scenario('captions-name', SESSION, { live: 'up', captions: [saidBy(at(0))] }),
    scenario('long', LONG, { live: 'up' }),
    scenario('long-captions', LONG, { live: 'up', languages: ['ja', 'en'] }),
    scenario('long-soon', { title: LONG_TITLE, startsAt: at(0.2) }),
    scenario('touched', SESSION, { live: 'up', languages: ['ja', 'en', 'zh-Hans'], isTouched: true }),
    scenario('touched-one', SESSION, { live: 'up', languages: ['ja'], isTouched: true }),
    scenario('touched-long', LONG, { live: 'up', languages: ['ja', 'en'], isTouched: true }),
    scenario('touched-agenda', { agenda: AGENDA }, { isTouched: true }),
    scenario('stopped', SESSION, { live: 'down', languages: ['ja'] }),
    scenario('words', SESSION, { scene: wordsOnly }),
    scenario('words-captions', SESSION, { scene: wordsOnly, languages: ['ja', 'en', 'zh-Hans'] }),
    scenario('recess', { phase: 'recess', resumesAt: at(25) }),
    scenario('recess-open', { phase: 'recess' }),
    scenario('adjourned', { phase: 'adjourned', recordingUrl: RECORDING }),
    scenario('adjourned-long', { title: LONG_TITLE, phase: 'adjourned', recordingUrl: RECORDING }),
    scenario('adjourned-plain', { phase: 'adjourned' }),
    scenario('adjourned-zones', { phase: 'adjourned', recordingUrl: RECORDING }, { scene: ZONES }),
    scenario('adjourned-kiosks', { phase: 'adjourned', atKiosks: true }),
    scenario('zones', SESSION, { scene: ZONES, live: 'up', languages: ['ja', 'en', 'zh-Hans'] }),
    scenario('zones-recess', { phase: 'recess', resumesAt: at(25) }, { scene: ZONES }),
  ]
}

/** As a stenographer hands it in, with a translation beside it: longer than any band. */
function saidAtOnce(spokenAt: string): Caption[] {
  return (['ja', 'en'] as const).map((language) => ({
    segmentId: 'long',
    language,
    text: [...(SAID[language] ?? []), ...(SAID[language] ?? [])].join(language === 'ja' ? '' : ' '),
    speaker: language === 'ja' ? '見本議員' : 'Mr Mihon',
    spokenAt,
    state: 'final',
  }))
}

/** A name that takes most of a portrait's line. */
function saidBy(spokenAt: string): Caption {
  const text = 'ご説明します。街灯が生き物に与える影響を、うかがいます。'
  return { segmentId: 'name', language: 'ja', text, speaker: '市長 かわせみ 健', spokenAt, state: 'final' }
}

function heard(feedId: string, data: FeedSnapshot['data']): FeedSnapshot {
  const attribution = { text: { ja: '市議会事務局' } }
  return { feedId, revision: 1, checkedAt: new Date().toISOString(), state: 'ok', attribution, data }
}

const zone = (
  id: string,
  [x, y, w, h]: readonly [number, number, number, number],
  scene: LayoutZone['content'],
): LayoutZone => ({
  id,
  area: { x, y, w, h },
  content: scene,
})
const inZone = { kind: 'scene', scene: SITTING } as const
const notice = {
  kind: 'scene',
  scene: {
    kind: 'notice',
    title: { ja: '傍聴のご案内' },
    body: { ja: '議場は4階です。受付で傍聴券をお取りください。' },
  },
} as const

const ZONES: SceneContent = {
  kind: 'layout',
  title: TITLE,
  landscape: [
    zone('large', [0, 0, 8, 8], inZone),
    zone('small', [8, 0, 4, 5], inZone),
    zone('side', [8, 5, 4, 7], notice),
    zone('low', [0, 8, 8, 4], notice),
  ],
  portrait: [
    zone('large', [0, 0, 12, 5], inZone),
    zone('small', [0, 5, 6, 3], inZone),
    zone('side', [6, 5, 6, 3], notice),
    zone('low', [0, 8, 12, 4], notice),
  ],
}
