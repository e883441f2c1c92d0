import { gzipSync } from 'node:zlib'
import { NewsList } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselineOf, suddenChanges } from '../news-change.ts'
import { NEWS, rss } from '../testing/sources.ts'
import { readNews } from './news.ts'
import { plainText } from './plain-text.ts'

const AT = new Date('2026-11-27T12:00:00+09:00')
const read = (xml: string | Buffer) => readNews(Buffer.from(xml), AT)
const titles = (xml: string | Buffer) => read(xml).list.items.map(({ title }) => title)

describe('news are read', () => {
  it('from RSS 2.0, RSS 1.0 and Atom alike, the newest first', () => {
    const rss1 = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="ja"><channel rdf:about="x"><title>市</title></channel>
      <item rdf:about="1"><title>前</title><link>https://a.example/1</link><dc:date>2026-11-26T09:00:00+09:00</dc:date></item>
      <item rdf:about="2"><title>後</title><link>https://a.example/2</link><dc:date>2026-11-27T09:00:00+09:00</dc:date></item></rdf:RDF>`
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja-JP"><title>市</title>
      <entry><id>1</id><title>前</title><updated>2026-11-27T11:00:00+09:00</updated><published>2026-11-26T09:00:00+09:00</published></entry>
      <entry><id>2</id><title type="html">&lt;b&gt;後&lt;/b&gt;</title><link href="https://a.example/2"/>
      <author><name>広報課</name></author><updated>2026-11-27T09:00:00+09:00</updated><summary>本文</summary></entry></feed>`
    const rss2 = rss([
      { id: '1', title: '前', at: 'Thu, 26 Nov 2026 09:00:00 +0900' },
      { id: '2', title: '後' },
    ])
    for (const xml of [rss1, atom, rss2]) {
      expect(titles(xml)).toEqual(['後', '前'])
      expect(NewsList.parse(read(xml).list).language).toBe('ja')
    }
    expect(read(atom).list.items[0]).toMatchObject({ source: '広報課', summary: '本文' })
  })

  it('in the encoding that they declare', () => {
    const xml = `<?xml version="1.0" encoding="Shift_JIS"?><rss version="2.0"><channel><title>x</title><item><title>`
    const sjis = Buffer.from([0x8e, 0x73, 0x96, 0xf0, 0x8f, 0x8a])
    expect(titles(Buffer.concat([Buffer.from(xml), sjis, Buffer.from('</title></item></channel></rss>')]))).toEqual([
      '市役所',
    ])
  })

  it('without a date that is yet to come, each once, and without a headline not at all', () => {
    const { items } = read(
      rss([
        { id: '1', title: 'あす', at: 'Sat, 28 Nov 2026 09:00:00 +0900' },
        { id: '1', title: 'もう一度' },
        { id: '2', title: '' },
        { id: '3', title: 'いつか', at: 'soon' },
      ]),
    ).list
    expect(items.map(({ title, publishedAt }) => [title, publishedAt])).toEqual([
      ['あす', null],
      ['いつか', null],
    ])
  })

  it.each([
    ['a page of HTML', '<!DOCTYPE html><html><body>Wartung</body></html>', 'DOCTYPE'],
    ['a page without DOCTYPE', '<html><body><p>x</body></html>', 'no news feed'],
    ['nothing', '', 'not well-formed'],
    ['a torn body', rss(NEWS).slice(0, 400), 'not well-formed'],
    ['entities that swell', '<!DOCTYPE r [<!ENTITY a "aa">]><rss version="2.0"/>', 'DOCTYPE'],
    ['a file of the server', '<!DOCTYPE r SYSTEM "file:///etc/passwd"><rss version="2.0"/>', 'DOCTYPE'],
    ['depth', `<rss>${'<a>'.repeat(50)}`, 'levels of XML'],
    ['an encoding that is none', '<?xml version="1.0" encoding="x-nothing"?><rss/>', 'encoding'],
    ['bytes that are no letters', Buffer.from([0x3c, 0xff, 0xfe]), 'encoding'],
    ['something packed', gzipSync('x'), 'encoding'],
  ])('and refused where it is %s', (_what, xml, why) => {
    expect(() => read(xml)).toThrow(why)
  })
})

describe('what is shown is plain text', () => {
  it.each([
    ['<p>市役所は<b>休み</b>です</p><br/>また来週', '市役所は 休み です また来週'],
    ['<script>alert(1)</script>本文<style>p{}</style>', '本文'],
    ['<scr<script>ipt>alert(1)</script>', 'ipt>alert(1)'],
    ['1 < 2 &amp; 3 &gt; 2 &#x5e02;&#24066;', '1 < 2 & 3 > 2 市市'],
    ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['開か<img src="x" onerror="y"れたまま', '開か'],
    ['\u202E逆さ\u2066\u200B\uFEFF\u0007', '逆さ'],
    ['a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b', 'á\u0301\u0301\u0301\u0301b'.normalize('NFC')],
    ['👨‍👩‍👧 နေပြည်တော်', '👨‍👩‍👧 နေပြည်တော်'],
    ['一\n\n\t二\u3000三', '一 二 三'],
    ['\ud800一', '一'],
  ])('%j', (source, text) => {
    expect(plainText(source, 100)).toBe(text)
  })

  it('is shortened between letters, with a sign of it', () => {
    expect(plainText('がぎぐげご', 3)).toBe('がぎ…')
    expect(plainText('がぎぐ', 3)).toBe('がぎぐ')
  })

  it('whatever comes in: no controls, no direction, no half letters, never longer than was asked', () => {
    const nasty = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<', '>', '&#', ';', '<script', '‮', '\0')),
    )
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 300 }), (parts, most) => {
        const text = plainText(parts.join(''), most)
        expect(text.length).toBeLessThanOrEqual(most)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u)
      }),
    )
  })
})

describe('a sudden change', () => {
  const before = baselineOf(read(rss(NEWS)), new Date('2026-11-27T11:50:00+09:00'))
  const changes = (xml: string, at = AT) => suddenChanges(before, readNews(Buffer.from(xml), at), at)
  const fresh = (n: number, title = '新しいお知らせ') =>
    Array.from({ length: n }, (_, i) => ({ id: `new-${i}`, title: `${title} ${i}` }))

  it('is not that some news are new, gone, or edited', () => {
    expect(changes(rss([...fresh(3), ...NEWS.slice(0, 3)]))).toEqual([])
    expect(changes(rss(NEWS.slice(2)))).toEqual([])
    expect(changes(rss(NEWS.map(({ id, title }) => ({ id, title: `${title}(更新)` }))))).toEqual([])
  })

  it.each([
    ['all-new', rss(fresh(5))],
    ['renamed', rss(NEWS, { title: 'Hacked by nobody' })],
    ['elsewhere', rss(NEWS.map((item) => ({ ...item, link: 'https://elsewhere.example/' })))],
    ['other-script', rss(NEWS.map(({ id }) => ({ id, title: 'Buy cheap watches now' })))],
    ['flood', rss([...NEWS, ...fresh(20)])],
  ])('is %s', (reason, xml) => {
    expect(changes(xml)).toContain(reason)
  })

  it('is not that everything is new after days', () => {
    expect(changes(rss(fresh(5)), new Date('2026-12-02T12:00:00+09:00'))).toEqual([])
  })
})
