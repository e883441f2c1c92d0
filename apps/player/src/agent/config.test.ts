import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('readConfig', () => {
  it('needs no setting', () => {
    expect(readConfig({})).toMatchObject({ cmsUrls: ['http://127.0.0.1:8080'], port: 8090, logLevel: 'info' })
  })

  it('takes several CMS nodes in their order', () => {
    const { cmsUrls } = readConfig({ AKARI_CMS_URLS: 'https://a.example/, http://10.0.0.2:8080' })
    expect(cmsUrls).toEqual(['https://a.example', 'http://10.0.0.2:8080'])
  })

  it.each([
    ['AKARI_CMS_URLS', 'ftp://a.example'],
    ['AKARI_CMS_URLS', ''],
    ['AKARI_AGENT_PORT', '70000'],
    ['AKARI_AGENT_DATA', ''],
    ['AKARI_LOG', 'loud'],
    ['AKARI_STREETS', 'sometimes'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
})
