import type { FeedSnapshot, KioskLanguage, SittingLive, SittingScene } from '@akari/protocol'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Surroundings, SurroundingsContext } from '../boards/surroundings.ts'
import type { SceneResources } from '../everyday/scene-props.ts'
import { SittingView } from './sitting-view.tsx'

const NOW = Date.parse('2026-12-01T04:00:00Z')
const TITLE = { ja: '本会議', en: 'Plenary' }
const scene: SittingScene = { kind: 'sitting', title: TITLE, sittingId: 's', streamId: 'stream', captionsId: 'c' }
const SESSION: Partial<SittingLive> = {
  phase: 'inSession',
  item: { number: '議案第52号', title: { ja: '補正予算', en: 'Supplementary budget' } },
  speaker: { name: { ja: '見本 太郎', en: 'Taro Mihon' }, party: { ja: 'みほんの会', en: 'Sample Group' } },
}

const around = (live: Partial<SittingLive>): Surroundings => {
  const data: FeedSnapshot['data'] = {
    kind: 'sitting',
    title: TITLE,
    startsAt: '2026-12-01T04:30:00Z',
    phase: 'planned',
    resumesAt: null,
    item: null,
    speaker: null,
    recordingUrl: null,
    ...live,
  }
  const attribution = { text: { ja: '市議会事務局' } }
  const checkedAt = new Date(NOW).toISOString()
  return {
    nowMs: NOW,
    deviceMs: NOW,
    clockTrust: 'synced',
    timeZone: 'Asia/Tokyo',
    calendar: null,
    feeds: [{ feedId: 's', revision: 1, checkedAt, state: 'ok', attribution, data }],
    openNetwork: null,
  }
}
const NOTHING = { liveUrl: () => null } as unknown as SceneResources
const PREVIEW = { ...NOTHING, announcesStreams: true }

function drawn(live: Partial<SittingLive>, language: KioskLanguage = 'ja', resources = NOTHING): string {
  return renderToStaticMarkup(
    <SurroundingsContext value={around(live)}>
      <SittingView
        content={scene}
        language={language}
        resources={resources}
        playing
        onReady={() => undefined}
        onFault={() => undefined}
      />
    </SurroundingsContext>,
  )
}
/** What stands beside the Japanese words, as it is written. */
function beside(markup: string): string[] {
  const lines = markup.match(/<p data-active="true"[^]*?<\/p>/g) ?? []
  return lines.map((line) => line.replaceAll(/<\/span><\/span>(?!<\/p>)/g, ' | ').replaceAll(/<[^>]+>/g, ''))
}

test('a glass that speaks Japanese tells the sitting, its item and who speaks in the other language, too', () => {
  const markup = drawn(SESSION)
  expect(beside(markup)).toEqual([
    'In session',
    'Plenary',
    'Bill No. 52 | Supplementary budget',
    'Taro Mihon | Sample Group',
  ])
  expect(markup).toContain('補正予算')
  expect(markup).toContain('lang="en"')
})

test('so do the countdown, a recess and the closing card', () => {
  expect(beside(drawn({}))).toEqual(['Plenary', 'Opens in 30 min | Opens at 13:30'])
  const recess = drawn({ phase: 'recess', resumesAt: '2026-12-01T05:00:00Z' })
  expect(beside(recess)).toEqual(['Plenary', 'In recess | Expected to resume at 14:00'])
  expect(beside(drawn({ phase: 'adjourned' }))[1]).toMatch(/^The sitting has closed \| /)
  const recordingUrl = 'https://council.example/1'
  expect(beside(drawn({ phase: 'adjourned', recordingUrl }))).toEqual([
    'Plenary',
    'The sitting has closed',
    'Watch the recording',
  ])
})

test('who chose a language reads it alone, and what is written in Japanese alone stands alone', () => {
  expect(drawn(SESSION, 'en')).not.toContain('ak-beside"')
  expect(drawn({ phase: 'recess' }, 'ko')).not.toContain('ak-beside"')
  const japanese = { ...SESSION, title: { ja: '本会議' }, item: { title: { ja: '開会' } }, speaker: null }
  expect(drawn(japanese)).not.toContain('ak-beside"')
})

test('a preview says where the picture is, a glass without its stream does not', () => {
  expect(drawn(SESSION, 'ja', PREVIEW)).toContain('中継の<wbr/>映像')
  expect(beside(drawn(SESSION, 'ja', PREVIEW))).toContain('The live picture')
  expect(drawn(SESSION)).not.toContain('ak-council-stage')
})
