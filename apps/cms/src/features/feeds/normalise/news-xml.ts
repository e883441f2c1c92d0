import { SaxesParser, type SaxesTagNS } from 'saxes'
import { FeedFault } from './feed-fault.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const RSS1 = 'http://purl.org/rss/1.0/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const DC = 'http://purl.org/dc/elements/1.1/'
const MOST_DEPTH = 40
const MOST_ITEMS = 500
const MOST_LETTERS = 50_000

/** An item as its feed has it: nothing of it is believed or cleaned yet. */
export type RawItem = {
  id?: string
  link?: string
  title?: string
  summary?: string
  date?: string
  author?: string
}
export type RawFeed = { title: string; language: string; items: RawItem[] }

type Field = keyof RawItem
const ITEM_FIELDS: ReadonlyMap<string, Field> = new Map([
  ['guid', 'id'],
  ['id', 'id'],
  ['link', 'link'],
  ['title', 'title'],
  ['description', 'summary'],
  ['summary', 'summary'],
  ['pubDate', 'date'],
  ['updated', 'date'],
  ['published', 'date'],
  ['dc:date', 'date'],
  ['dc:creator', 'author'],
])

/**
 * Reads RSS 1.0, RSS 2.0 or Atom (RFC 4287): well-formed XML in the encoding that it declares, without a DOCTYPE. Throws
 * FeedFault for anything else, a page of HTML above all. Items beyond the first 500 are not read.
 */
export function readNewsXml(bytes: Uint8Array): RawFeed {
  const feed: RawFeed = { title: '', language: '', items: [] }
  const path: string[] = []
  let [kind, text, item]: [string, string, RawItem | null] = ['', '', null]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw new FeedFault(`not well-formed XML: ${error.message.slice(0, 200)}`)
  })
  parser.on('doctype', () => {
    throw new FeedFault('a DOCTYPE is refused')
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    const name = nameOf(tag)
    if (path.length === 0) kind = kindOf(tag)
    if (path.length >= MOST_DEPTH) throw new FeedFault(`more than ${MOST_DEPTH} levels of XML`)
    path.push(name)
    text = ''
    if (path.length === 1) feed.language = attribute(tag, 'xml:lang') || attribute(tag, 'lang')
    if (isItem(kind, path)) item = {}
    else if (item !== null && name === 'link' && attribute(tag, 'href') !== '') {
      if (['', 'alternate'].includes(attribute(tag, 'rel'))) item.link ??= attribute(tag, 'href')
    }
  })
  const more = (part: string) => {
    if (text.length < MOST_LETTERS) text += part
  }
  parser.on('text', more)
  parser.on('cdata', more)
  parser.on('closetag', (tag: SaxesTagNS) => {
    const name = nameOf(tag)
    const [depth, parent] = [path.length, path.at(-2) ?? '']
    if (item !== null && isItem(kind, path)) {
      if (feed.items.length < MOST_ITEMS) feed.items.push(item)
      item = null
    } else if (item !== null && depth === itemDepth(kind) + 1) keep(item, name, text.trim())
    else if (item !== null && name === 'name' && parent === 'author') item.author ??= text.trim()
    else if (item === null && depth === headDepth(kind) + 1) {
      if (name === 'title') feed.title ||= text.trim()
      if (name === 'language' || name === 'dc:language') feed.language ||= text.trim()
    }
    path.pop()
  })
  parser.write(decoded(bytes)).close()
  return feed
}

function keep(item: RawItem, name: string, text: string): void {
  const field = ITEM_FIELDS.get(name)
  if (field === undefined || text === '') return
  // What an item was first published as counts for its date, in whichever order the two stand.
  if (name === 'published') item.date = text
  else item[field] ??= text
}

function kindOf({ local, uri }: SaxesTagNS): string {
  if (local === 'rss' && uri === '') return 'rss2'
  if (local === 'RDF' && uri === RDF) return 'rss1'
  if (local === 'feed' && uri === ATOM) return 'atom'
  throw new FeedFault(`<${local.slice(0, 40)}> is no news feed`)
}

function nameOf({ local, uri }: SaxesTagNS): string {
  if (uri === '' || uri === ATOM || uri === RSS1) return local
  return uri === DC ? `dc:${local}` : `{${uri}}${local}`
}

function isItem(kind: string, path: readonly string[]): boolean {
  return path.length === itemDepth(kind) && path.at(-1) === (kind === 'atom' ? 'entry' : 'item')
}

/** Items lie in the channel in RSS 2.0, beside it in RSS 1.0, and in Atom there is none. */
function itemDepth(kind: string): number {
  return kind === 'rss2' ? 3 : 2
}

function headDepth(kind: string): number {
  return kind === 'atom' ? 1 : 2
}

function attribute({ attributes }: SaxesTagNS, name: string): string {
  return attributes[name]?.value.trim() ?? ''
}

function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const declared = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes)
  } catch {
    throw new FeedFault(`not the encoding that it declares (${declared})`)
  }
}
