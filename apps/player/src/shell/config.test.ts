import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('readConfig', () => {
  it('shows the agent of this machine on the primary monitor unless told otherwise', () => {
    expect(readConfig({})).toEqual({
      screenOrigin: 'http://127.0.0.1:8090',
      display: null,
      supervised: false,
      ceilingMb: 1200,
      logLevel: 'info',
    })
  })

  it('takes the port, the monitor and the supervisor from the environment', () => {
    const environment = {
      AKARI_SCREEN_URL: 'http://localhost:9000/',
      AKARI_SCREEN_DISPLAY: '1',
      AKARI_SHELL_SUPERVISED: '1',
    }
    expect(readConfig(environment)).toMatchObject({
      screenOrigin: 'http://localhost:9000',
      display: 1,
      supervised: true,
    })
  })

  it.each([
    'http://192.168.0.10:8090',
    'https://127.0.0.1:8090',
    'http://127.0.0.1.example.jp:8090',
    'http://user:secret@127.0.0.1:8090',
    'http://127.0.0.1:8090/elsewhere',
    'http://127.0.0.1:8090/?debug=1',
    'file:///etc/passwd',
    'data:text/html,hello',
    '',
  ])('refuses to show %j and names the variable', (url) => {
    expect(() => readConfig({ AKARI_SCREEN_URL: url })).toThrow(ConfigError)
    expect(() => readConfig({ AKARI_SCREEN_URL: url })).toThrow('AKARI_SCREEN_URL')
  })

  it.each(['-1', 'left', '1.5', ''])('refuses the monitor %j', (display) => {
    expect(() => readConfig({ AKARI_SCREEN_DISPLAY: display })).toThrow('AKARI_SCREEN_DISPLAY')
  })

  it.each(['399', 'much', ''])('refuses a ceiling of %j MiB, under which no page of ours fits', (ceiling) => {
    expect(() => readConfig({ AKARI_SCREEN_MEMORY_MB: ceiling })).toThrow('AKARI_SCREEN_MEMORY_MB')
  })
})
