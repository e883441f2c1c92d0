import type { Alert, Channel, DisplayProfile, PlayerState, Shelter, Stage } from '@akari/protocol'
import { ago, alert, handled, phrase } from './made-up-alerts.ts'
import { withAlerts } from './made-up-state.ts'
import type { Scenario } from './scenarios.ts'

/** States without an alert: with a notice on, with the floor plan in the programme, and with exits shut. */
interface Programmes {
  notice: (display: DisplayProfile) => PlayerState
  map: (display: DisplayProfile) => PlayerState
  blocked: (display: DisplayProfile) => PlayerState
  shut: (display: DisplayProfile) => PlayerState
}

const ALL_STAGES: readonly Stage[] = ['protect', 'situation', 'route', 'shelters']

/** What the glass does with alerts as the policy handles them: stages, the smaller modes, and mixtures. */
export function alertScenarios(now: Date, programmes: Programmes): Scenario[] {
  const { notice } = programmes
  const quake = (intensity: string, more: Partial<Alert> = {}): Alert =>
    alert(
      now,
      'earthquakeStrong',
      'level4',
      'earthquake',
      {
        hazard: 'earthquake',
        class: 'info',
        severity: 'Extreme',
        urgency: 'Past',
        intensity: { from: intensity, to: intensity },
        ...more,
      },
      { intensity: intensity.replace('-', '弱').replace('+', '強') },
    )
  const at = (made: Alert, stage: Stage): Alert => ({
    ...made,
    handling: {
      policy: { version: 1, ruleId: 'rule' },
      sound: { chime: 'none', speak: false, times: 1 },
      stages: ALL_STAGES.map((one, index) => ({
        stage: one,
        from: ago(now, index <= ALL_STAGES.indexOf(stage) ? 30 - index : -600 - index),
      })),
      fullScreenUntil: null,
    },
  })
  const scenario = (
    name: string,
    alerts: Alert[],
    more: Partial<Scenario & { channel: Channel; on: keyof Programmes }> = {},
  ): Scenario => ({
    name,
    scene: more.scene ?? 'emergency',
    state: (display) => withAlerts(programmes[more.on ?? 'notice'](display), more.channel ?? 'live', alerts, now),
  })
  const small = (mode: 'banner' | 'ticker' | 'board', made: Alert): Alert => ({
    ...made,
    presentation: { ...made.presentation, mode },
  })
  const wind = alert(now, 'stormAdvisory', 'level2', 'wind', {
    hazard: 'storm',
    class: 'advisory',
    severity: 'Minor',
  })
  const thunder = alert(now, 'thunder', 'level2', 'rain', {
    hazard: 'thunder',
    class: 'advisory',
    severity: 'Minor',
  })
  const dry = alert(now, 'dry', 'level2', 'info', { hazard: 'dry', class: 'advisory', severity: 'Minor' })
  const heat = alert(now, 'heat', 'level3', 'heat', { hazard: 'heat', class: 'info', severity: 'Moderate' })
  const rain2 = alert(now, 'heavyRain2', 'level2', 'rain', { level: 2, severity: 'Minor' })
  const rain3 = alert(now, 'heavyRain3', 'level3', 'rain', { level: 3, severity: 'Moderate' })
  const rain4 = alert(now, 'heavyRain4', 'level4', 'rain', { level: 4 })
  const rain5 = alert(now, 'heavyRain5', 'level5', 'rain', { level: 5, severity: 'Extreme' })
  const tsunami = alert(now, 'tsunamiSpecial', 'level5', 'tsunami', { hazard: 'tsunami', class: 'special' })
  const mixture = [
    small('banner', rain3),
    small('ticker', rain2),
    small('ticker', wind),
    small('board', dry),
    small('board', thunder),
  ]
  const page = { scene: 'notice' }
  return [
    scenario('stage-protect', [at(quake('6-'), 'protect')]),
    scenario('stage-situation', [at(quake('6-'), 'situation')]),
    scenario('stage-situation-range', [at(quake('5-', { intensity: { from: '5-', to: '6+' } }), 'situation')]),
    scenario('stage-situation-tsunami', [at(tsunami, 'situation')]),
    scenario('stage-route', [at(quake('6-'), 'route')], { on: 'map' }),
    scenario('stage-route-level5', [at(rain5, 'route')], { on: 'map' }),
    scenario('stage-route-blocked', [at(quake('6-'), 'route')], { on: 'blocked' }),
    scenario('stage-route-shut', [at(quake('6-'), 'route')], { on: 'shut' }),
    scenario('stage-route-plain', [at(quake('6-'), 'route')]),
    scenario('stage-shelters', [at({ ...quake('6-'), shelters: shelters(9) }, 'shelters')]),
    scenario('stage-shelters-level5', [at({ ...rain5, shelters: shelters(2) }, 'shelters')]),
    scenario('stage-shelters-none', [at(quake('6-'), 'shelters')]),
    scenario('stage-drill', [at(quake('6-'), 'situation')], { channel: 'drill' }),
    scenario('staged-several', [at(quake('6-'), 'situation'), rain4, small('banner', rain3), small('ticker', wind)]),
    scenario('staged-several-route', [at(quake('6-'), 'route'), rain4, small('ticker', wind)], { on: 'map' }),
    scenario('longest', [longest(now)]),
    scenario('longest-several', [longest(now), rain4, small('banner', rain3), small('ticker', wind)]),
    scenario('banner-stale', [small('banner', { ...rain3, stale: { since: ago(now, 20) } })], page),
    scenario('ticker', [small('ticker', rain2), small('ticker', wind)], page),
    scenario('board', [small('board', dry), small('board', thunder), small('board', heat)], page),
    scenario('mixture', mixture, page),
    scenario('mixture-drill', mixture, { ...page, channel: 'drill' }),
    {
      name: 'mixture-beside-drill',
      scene: 'notice',
      state: (display) =>
        withAlerts(
          withAlerts(notice(display), 'live', [small('ticker', rain2), small('board', dry)], now),
          'drill',
          [small('banner', rain3)],
          now,
        ),
    },
    {
      name: 'quick-stages',
      scene: 'emergency',
      state: (display) => {
        const from = new Date()
        const steps = { stages: ALL_STAGES.slice(0, 3), stepSeconds: 3, fullScreenSeconds: 9 }
        return withAlerts(notice(display), 'live', [handled(quake('5+'), from, steps)], from)
      },
    },
  ]
}

/** The longest words of the phrase book, in every language. */
function longest(now: Date): Alert {
  return alert(now, 'nankaiTroughWarning', 'level5', 'earthquake', {
    hazard: 'nankai-trough',
    severity: 'Extreme',
    words: {
      headline: phrase('alerts', 'stormSurge4', 'headline'),
      instruction: phrase('alerts', 'nankaiTroughAdvisory', 'instruction'),
      area: {
        ja: '前原町三丁目・四丁目・五丁目、本町一丁目・二丁目、貫井南町全域',
        en: 'Maehara-cho 3, 4 and 5, Hon-cho 1 and 2, all of Nukui-minami-cho',
      },
    },
  })
}

const NAMES: readonly (readonly [string, string, string, string])[] = [
  ['小金井第一小学校', 'Koganei Daiichi Elementary School', '本町一丁目1-6', 'Hon-cho 1-1-6'],
  ['緑中学校', 'Midori Junior High School', '緑町三丁目3-4', 'Midori-cho 3-3-4'],
  ['東小学校', 'Higashi Elementary School', '東町二丁目29-15', 'Higashi-cho 2-29-15'],
  ['総合体育館', 'General Gymnasium', '関野町一丁目13-1', 'Sekino-cho 1-13-1'],
  ['前原小学校', 'Maehara Elementary School', '前原町三丁目4-1', 'Maehara-cho 3-4-1'],
  ['南中学校', 'Minami Junior High School', '前原町三丁目7-1', 'Maehara-cho 3-7-1'],
  ['貫井北センター', 'Nukui-kita Center', '貫井北町一丁目11-12', 'Nukui-kita-machi 1-11-12'],
  ['本町小学校', 'Honcho Elementary School', '本町四丁目14-17', 'Hon-cho 4-14-17'],
  ['上之原会館', 'Uenohara Hall', '本町五丁目6-19', 'Hon-cho 5-6-19'],
]

function shelters(count: number): Shelter[] {
  return NAMES.slice(0, count).map(([ja, en, jaAddress, enAddress], index) => ({
    id: `shelter-${index}`,
    name: { ja, en },
    address: { ja: jaAddress, en: enAddress },
  }))
}
