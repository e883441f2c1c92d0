import { expect, test } from 'vitest'
import { browserFlags } from './browser-flags.ts'
import { ConfigError, readConfig } from './config.ts'

test('takes the usual places where nothing is set', () => {
  expect(readConfig({})).toMatchObject({ screenOrigin: 'http://127.0.0.1:8090', chromium: 'chromium', moreFlags: [] })
})

test.each(['http://192.0.2.1:8090', 'https://127.0.0.1', 'http://127.0.0.1:8090/elsewhere'])(
  'refuses %s, which is not the agent of this machine',
  (AKARI_SCREEN_URL) => {
    expect(() => readConfig({ AKARI_SCREEN_URL })).toThrow(ConfigError)
  },
)

test.each([
  '--remote-debugging-port=9222',
  '--ozone-platform=wayland --remote-debugging-address=0.0.0.0',
  'http://x',
  '--no-proxy-server',
  '--proxy-bypass-list=*',
  '--disable-web-security',
  '--load-extension=/tmp/x',
])('refuses the flags %s', (AKARI_CHROMIUM_FLAGS) => {
  expect(() => readConfig({ AKARI_CHROMIUM_FLAGS })).toThrow(/AKARI_CHROMIUM_FLAGS/)
})

test('the browser is told to talk over its pipe, and of no port', () => {
  const flags = browserFlags(readConfig({ AKARI_CHROMIUM_FLAGS: ' --ozone-platform=wayland  --mute-audio ' }))
  expect(flags).toEqual(expect.arrayContaining(['--remote-debugging-pipe', '--ozone-platform=wayland', '--mute-audio']))
  expect(flags.filter((flag) => /debugging-(port|address)/.test(flag))).toEqual([])
  expect(flags.at(-1)).toMatch(/^--app=data:text\/html,/)
})
