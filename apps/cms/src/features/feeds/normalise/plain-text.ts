import { shortened, tidy } from '../../plain-line.ts'

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['middot', '·'],
  ['yen', '¥'],
])
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'math'])
/** More than any headline or summary has; nobody reads on. */
const MOST_READ = 20_000

/**
 * A line of text out of what a feed has in a text element, which may be markup: tags are gone, and with them whatever stood
 * between those of scripts and styles. What is left is letters, never to be read as markup again; `most` of them, with … where there were more.
 */
export function plainText(source: string, most: number): string {
  return shortened(tidy(withoutMarkup(source.slice(0, MOST_READ))), most)
}

/** In one pass over the letters, however the tags are nested or left open. */
function withoutMarkup(source: string): string {
  let [text, at] = ['', 0]
  while (at < source.length) {
    const open = source.indexOf('<', at)
    if (open === -1) return text + unescaped(source.slice(at))
    text += unescaped(source.slice(at, open))
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(source.slice(open, open + 30))
    if (tag === null && !/^<[!?]/.test(source.slice(open, open + 2))) {
      text += '<'
      at = open + 1
      continue
    }
    const close = source.indexOf('>', open)
    if (close === -1) return text
    text += ' '
    at = close + 1
    const name = tag?.[2]?.toLowerCase() ?? ''
    if (tag?.[1] === '' && SILENT.has(name)) at = endOf(source, name, at)
  }
  return text
}

/** Behind the end tag of an element that nobody reads; the end of it all where there is none. */
function endOf(source: string, name: string, from: number): number {
  const end = source.toLowerCase().indexOf(`</${name}`, from)
  const close = end === -1 ? -1 : source.indexOf('>', end)
  return close === -1 ? source.length : close + 1
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES.get(name) ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  })
}
