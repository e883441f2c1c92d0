import { describe, expect, it } from 'vitest'
import { fallbackPage, fallbackUrl } from './fallback-page.ts'

const look = { styles: 'body{color:#1b1f23}', exitSign: '<svg></svg>' }

describe('the built-in page', () => {
  it('says whose house this is, where the exits are, and that we are sorry, in Japanese and English', () => {
    const page = fallbackPage(null, look)
    for (const words of ['市役所', 'City Hall', '緑の誘導灯', 'green exit signs', '申し訳ありません', 'We are sorry'])
      expect(page).toContain(words)
  })

  it('names the city once the agent has told it', () => {
    const page = fallbackPage({ ja: '小金井市役所', en: 'Koganei City Hall' }, look)
    expect(page).toContain('<h1>小金井市役所</h1>')
    expect(page).toContain('Koganei City Hall')
  })

  it('shows a city without an English name in Japanese alone', () => {
    expect(fallbackPage({ ja: '小金井市役所' }, look)).not.toContain('City Hall')
  })

  it('takes a name for text, never for markup', () => {
    const page = fallbackPage({ ja: '<script>alert(1)</script>&' }, look)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;')
    expect(page).not.toContain('<script')
  })

  it('may load nothing and run nothing', () => {
    expect(fallbackPage(null, look)).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src data:")
  })

  it('is an address that carries the whole page', () => {
    const [kind, body] = fallbackUrl(null, look).split(',')
    expect(kind).toBe('data:text/html;charset=utf-8;base64')
    expect(Buffer.from(body ?? '', 'base64').toString()).toBe(fallbackPage(null, look))
  })
})
