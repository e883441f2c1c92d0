import { Instant } from '@akari/protocol'
import { SaxesParser } from 'saxes'
import { z } from 'zod'
import { SourceError } from '../source-error.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const MAX_DEPTH = 40
const MAX_ENTRIES = 20_000

/** What is needed of an Atom feed (RFC 4287). */
const AtomEntry = z.object({ id: z.string().min(1).max(2000), updated: Instant, link: z.url({ protocol: /^https?$/ }) })
const AtomFeed = z.object({ updated: Instant, entries: z.array(AtomEntry).max(MAX_ENTRIES) })
export type AtomEntry = z.infer<typeof AtomEntry>
export type AtomFeed = z.infer<typeof AtomFeed>

type Draft = { id?: string; updated?: string; link?: string }

/**
 * Reads an Atom feed: UTF-8, well-formed, no DOCTYPE, every entry whole. Links may be relative to `base`.
 *
 * @returns null for well-formed XML that is no Atom feed
 * @throws SourceError for anything else
 */
export function readAtom(bytes: Uint8Array, base: URL): AtomFeed | null {
  const raw = rawFeed(decoded(bytes), base)
  if (raw === null) return null
  const feed = AtomFeed.safeParse(raw)
  if (feed.success) return feed.data
  const issue = feed.error.issues[0]
  throw new SourceError(`Atom feed: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** Is this meant to be a feed? Looked at without parsing: other documents may be in encodings that feeds never are. */
export function looksLikeAtom(bytes: Uint8Array): boolean {
  return /<(?:[\w.-]+:)?feed[\s>]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
}

function decoded(bytes: Uint8Array): string {
  const declared = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 256)),
  )?.[1]
  if (declared !== undefined && declared.toUpperCase() !== 'UTF-8') throw new SourceError(`encoding ${declared}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new SourceError('not valid UTF-8')
  }
}

function rawFeed(xml: string, base: URL): { updated?: string; entries: Draft[] } | null {
  const parser = new SaxesParser({ xmlns: true })
  const path: string[] = []
  const feed: { updated?: string; entries: Draft[] } = { entries: [] }
  let text = ''
  parser.on('error', (error) => {
    throw new SourceError(`malformed XML: ${error.message}`)
  })
  parser.on('doctype', () => {
    throw new SourceError('a DOCTYPE is refused')
  })
  parser.on('opentag', (tag) => {
    if (path.length >= MAX_DEPTH) throw new SourceError(`more than ${MAX_DEPTH} levels of XML`)
    path.push(tag.uri === ATOM ? tag.local : `{${tag.uri}}${tag.local}`)
    text = ''
    const entry = feed.entries.at(-1)
    if (at(path, 'feed', 'entry')) feed.entries.push({})
    if (at(path, 'feed', 'entry', 'link') && entry !== undefined) {
      const [rel, href] = [tag.attributes['rel']?.value ?? 'alternate', tag.attributes['href']?.value]
      if (rel === 'alternate' && href !== undefined) entry.link ??= URL.parse(href, base.href)?.href ?? href
    }
  })
  const more = (part: string) => {
    text += part
  }
  parser.on('text', more)
  parser.on('cdata', more)
  parser.on('closetag', () => {
    const entry = feed.entries.at(-1)
    if (at(path, 'feed', 'updated')) feed.updated = text.trim()
    if (at(path, 'feed', 'entry', 'updated') && entry !== undefined) entry.updated = text.trim()
    if (at(path, 'feed', 'entry', 'id') && entry !== undefined) entry.id = text.trim()
    if (path.length === 1) isFeed = path[0] === 'feed'
    path.pop()
  })
  let isFeed = false
  parser.write(xml).close()
  return isFeed ? feed : null
}

function at(path: readonly string[], ...names: string[]): boolean {
  return path.length === names.length && names.every((name, index) => path[index] === name)
}
