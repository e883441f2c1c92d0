import { HostMending, HostRefusal, NOT_SEEN_FAULTS } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { faultFamily } from './fault-family.ts'

/** Everything that a player reports. */
const REPORTED = {
  notSeen: Object.values(NOT_SEEN_FAULTS),
  identity: ['identity-damaged', 'pinning-damaged'],
  revoked: ['display-revoked'],
  full: ['disk-full', 'disk-nearly-full'],
  alerts: ['alerts', 'alert-poll', 'alert-file', 'acknowledgements'],
  recordsLost: [
    'outbox-damaged',
    'fault-records-damaged',
    'plays-damaged',
    'plays-dropped',
    'plays-unreadable',
    'plays-refused',
    'faults-refused',
  ],
  unread: [
    'restore-alerts',
    'restore-content',
    'restore-feeds',
    'restore-panel',
    'restore-power',
    'restore-values',
    'saved-alert-rejected',
    'saved-feeds-unreadable',
    'saved-orders-unreadable',
    'saved-values-unreadable',
    'clock-file-damaged',
    'neighbours-file-damaged',
    'panel-file-damaged',
    'power-file-damaged',
    'skip-list-damaged',
    'file-unreadable',
  ],
  damaged: ['file-damaged', 'programme-file-damaged'],
  glass: HostMending.shape.what.options.map((what) => `glass:${what}`),
  mended: ['identity-mended', 'pinning-mended', 'saved-alert-mended'],
  notSaved: [
    'alert-not-saved',
    'clock-not-saved',
    'fault-records-not-saved',
    'feeds-not-saved',
    'identity-not-saved',
    'order-not-saved',
    'outbox-not-saved',
    'panel-not-saved',
    'pinning-not-saved',
    'plays-not-saved',
    'power-not-saved',
    'programme-not-saved',
    'skip-list-not-saved',
    'values-not-saved',
    'data-folder',
  ],
  tooLarge: ['content-too-large'],
  download: ['archive', 'content-incomplete', 'download-failing'],
  media: [
    'file-undecodable',
    'screen:image-undecodable',
    'screen:poster-picture-undecodable',
    'screen:video-frozen',
    'screen:video-not-playing',
    'screen:video-unplayable',
  ],
  map: [
    'screen:level-unknown',
    'screen:venue-unreadable',
    'screen:town-map-unreadable',
    'screen:timetable-unreadable',
    'screen:guide-unreadable',
    'screen:guide-failed',
    'screen:streets-undrawn',
  ],
  recording: ['screen:archive-unreadable', 'screen:transcript-unreadable', 'screen:recording-unplayable'],
  stream: [
    'stream-unreachable',
    'screen:stream-unknown',
    'screen:live-stopped',
    'screen:live-black',
    'screen:live-frozen',
    'screen:live-silent',
  ],
  sound: ['screen:sound-blocked', 'screen:no-voice', 'screen:no-recording', 'screen:speech-stuck'],
  refused: [
    ...HostRefusal.shape.what.options.map((what) => `refused:${what}`),
    'foreign-request',
    'screen-message-rejected',
  ],
  rejected: [
    'alert-rejected',
    'feeds-rejected',
    'keys-rejected',
    'programme-rejected',
    'values-rejected',
    'wishes-rejected',
  ],
  link: ['link-silent', 'link-fault', 'login-refused', 'hello-refused', 'cms-answer-refused'],
  relay: ['relay', 'relay-peer', 'relay-flood'],
  sensor: ['power-sensor-sysfs', 'power-sensor-nut-ups.example-main'],
  power: ['no-shutdown', 'shutdown-failed'],
  panel: ['panel'],
  hot: ['device-hot'],
  screen: [
    'screen-link',
    'screen:agent-message-unreadable',
    'screen:glass-crashed',
    'screen:page-error',
    'screen:page-rejection',
    'screen:scene-crashed',
    'screen:kiosk-crashed',
    'screen:scene-not-ready',
    'screen:unroll-worker',
  ],
  inside: [
    'clock',
    'content',
    'device-probe',
    'fault-upload',
    'feeds-poll',
    'health',
    'loopback',
    'membership',
    'orders',
    'play-log',
    'play-upload',
    'reserve',
    'values-poll',
  ],
}

const table = Object.entries(REPORTED).flatMap(([family, codes]) => codes.map((code) => ({ code, family })))

test.each(table)('$code is of the family $family', ({ code, family }) => {
  expect(faultFamily(code)).toBe(family)
})

test('what nobody knows here is a family of its own', () => {
  expect(faultFamily('what-nobody-knows')).toBe('other')
})

describe('of the sources of a player', () => {
  const known = new Set(table.map(({ code }) => code))
  const agent = import.meta.glob<string>(['../../../player/src/agent/**/*.ts', '!**/*.test.ts', '!**/testing/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const page = import.meta.glob<string>(
    ['../../../player/src/screen/**/*.{ts,tsx}', '../../../../packages/scenes/src/**/*.{ts,tsx}', '!**/*.test.*'],
    { query: '?raw', import: 'default', eager: true },
  )
  const namedIn = (sources: Record<string, string>, pattern: RegExp): string[] => [
    ...new Set(Object.values(sources).flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code))),
  ]
  // What an order returns as failed is its reason, no fault.
  const ofAgent = namedIn(agent, /(?:faults\.report|(?<!return )\bfailed)\(\s*'([a-z-]+)'/g)
  const ofPage = namedIn(page, /(?:\b(?:report|reportFault|onFault)\(\s*|\b(?:code|fault): )'([a-z-]+)'/g)

  test.each(ofAgent)('the agent’s %s is listed above', (code) => expect(known).toContain(code))
  test.each(ofPage)('the page’s %s is listed above', (code) => expect(known).toContain(`screen:${code}`))
  test('both name some', () => {
    expect(ofAgent.length).toBeGreaterThan(50)
    expect(ofPage.length).toBeGreaterThan(10)
  })
})
