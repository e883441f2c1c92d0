import type { StreamFault } from '@akari/protocol'
import { hostOf, isPrivateAddress, literalAddress, namedHosts } from '../addresses.ts'
import { AddressRefused, GuardError } from '../guard-error.ts'
import { type GuardedAnswer, guardedClient, type GuardOptions } from '../guarded-client.ts'
import { ledTo } from '../led-to.ts'
import { notReached } from './not-reached.ts'
import { PlaylistFault } from './playlist-fault.ts'
import { type Playlist, readPlaylist } from './playlist.ts'
import { rewritePlaylist } from './rewrite-playlist.ts'
import { relayedAddress, type StreamAsk } from './stream-address.ts'

/** What a stream answered: `gone`: it is not there; `refused`: it sends what no display may be given. */
export type StreamAnswer =
  | { kind: 'playlist'; text: string; playlist: Playlist; bytes: number }
  | {
      kind: 'part'
      status: 200 | 206
      body: Buffer
      contentType: string
      contentRange: string | null
    }
  | { kind: 'gone'; detail: string }
  | { kind: 'refused'; fault: StreamFault; detail: string }
  | { kind: 'unreachable'; fault?: StreamFault; detail: string }

export type StreamSourceOptions = GuardOptions & {
  userAgent: string
  /** For an answer as a whole, however slowly it comes; 10 s when left out. */
  timeoutMs?: number
}

export type StreamSource = {
  /** Never rejects. */
  ask: (entry: string, ask: StreamAsk, signal?: AbortSignal) => Promise<StreamAnswer>
  close: () => void
}

/** A segment of 10 s at 12 Mbit/s; longer or finer ones are for no signage. */
const MOST_BYTES = 16 * 1024 * 1024
/** A playlist that is held back until there is news (`_HLS_msn`) comes within three segments. */
const TIMEOUT_MS = 10_000
const REDIRECTS = 3
/** A master playlist may lie on one server, variants and their segments on others. */
const MOST_ORIGINS = 32
const MOST_STREAMS = 100
const PLAYLIST_TYPES = new Set([
  'application/vnd.apple.mpegurl',
  'application/x-mpegurl',
  'audio/mpegurl',
  'audio/x-mpegurl',
])

/**
 * Asks live streams, by the one guarded way there is. Playlists are judged, and every address in them becomes one of ours; of
 * other addresses only those are asked whose origin a playlist of the same stream named.
 */
export function streamSource(options: StreamSourceOptions): StreamSource {
  const client = guardedClient(options)
  const privateHosts = namedHosts(options.privateHosts)
  const origins = new Map<string, Set<string>>()

  function originsOf(entry: string): Set<string> {
    const known = origins.get(entry) ?? new Set<string>()
    origins.delete(entry)
    origins.set(entry, known)
    dropOldest(origins, MOST_STREAMS)
    return known
  }

  /** The address of ours for what a playlist at `base` names. */
  function named(reference: string, base: URL, known: Set<string>): string {
    const url = judged(reference, base, privateHosts)
    known.delete(url.origin)
    known.add(url.origin)
    dropOldest(known, MOST_ORIGINS)
    return relayedAddress(url)
  }

  async function read(entry: string, ask: StreamAsk, signal: AbortSignal | undefined): Promise<StreamAnswer> {
    const known = originsOf(entry)
    const url = URL.parse(ask.of ?? entry)
    if (url === null || !(known.has(url.origin) || url.origin === new URL(entry).origin)) {
      return { kind: 'gone', detail: 'no playlist of the stream names this' }
    }
    // Appended, because writing the whole query anew may break the signature in it.
    const directives = new URLSearchParams(ask.directives).toString()
    if (directives !== '') url.search += `${url.search === '' ? '?' : '&'}${directives}`
    const answer = await client.request(url, {
      headers: { 'user-agent': options.userAgent, ...(ask.range === null ? {} : { range: ask.range }) },
      maxBytes: MOST_BYTES,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      redirects: REDIRECTS,
      ...(signal === undefined ? {} : { signal }),
    })
    const { status, body } = answer
    if (status === 404 || status === 410) return { kind: 'gone', detail: `${url.host} answered ${status}` }
    if (status !== 200 && status !== 206) return { kind: 'unreachable', detail: `${url.host} answered ${status}` }
    if (!isPlaylist(answer)) return { ...partOf(answer), status }
    const text = body.toString('utf8')
    const playlist = readPlaylist(text)
    if (playlist.kind === 'master' && ask.of !== null)
      throw new PlaylistFault('recursive', 'a master playlist in a stream')
    return {
      kind: 'playlist',
      text: rewritePlaylist(text, (reference) => named(reference, answer.url, known)),
      playlist: inFull(playlist, answer.url),
      bytes: body.byteLength,
    }
  }

  return {
    ask: async (entry, ask, signal) => {
      try {
        return await read(entry, ask, signal)
      } catch (err) {
        if (err instanceof PlaylistFault) return { kind: 'refused', fault: err.fault, detail: err.message }
        if (err instanceof AddressRefused) return { kind: 'refused', fault: faultOf(err, entry), detail: err.message }
        if (err instanceof GuardError) return unreachable(err)
        throw err
      }
    },
    close: client.close,
  }
}

function dropOldest(of: Map<string, unknown> | Set<string>, most: number): void {
  for (const oldest of of.keys()) {
    if (of.size <= most) return
    of.delete(oldest)
  }
}

/** With whole addresses; called after each of them was judged. */
function inFull(playlist: Playlist, base: URL): Playlist {
  const whole = (reference: string | null) => (reference === null ? null : new URL(reference, base).href)
  switch (playlist.kind) {
    case 'master':
      return { ...playlist, first: whole(playlist.first) }
    case 'media':
      return { ...playlist, newest: whole(playlist.newest) }
  }
}

/** Throws PlaylistFault for what leads into the network, to another protocol, or nowhere. */
function judged(reference: string, base: URL, privateHosts: ReadonlySet<string>): URL {
  try {
    const url = ledTo(base, reference, privateHosts)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AddressRefused(`leads to ${url.protocol}`)
    const address = literalAddress(url)
    if (address !== null && isPrivateAddress(address) && !privateHosts.has(hostOf(url))) {
      throw new AddressRefused(`leads to the private address ${address}`)
    }
    return url
  } catch (err) {
    if (err instanceof AddressRefused) throw new PlaylistFault('address', err.message)
    throw err
  }
}

function unreachable({ cause, message }: GuardError): StreamAnswer {
  const fault = notReached(cause)
  // Node.js goes on with advice for whoever starts programs.
  return {
    kind: 'unreachable',
    ...(fault === null ? {} : { fault }),
    detail: message.replace(/; if the root CA.*$/, ''),
  }
}

/** Is it the server that staff gave themselves, or one that the stream leads to? */
function faultOf({ host }: AddressRefused, entry: string): 'inside' | 'address' {
  return host === hostOf(new URL(entry)) ? 'inside' : 'address'
}

function typeOf({ headers }: GuardedAnswer): string {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
}

function isPlaylist(answer: GuardedAnswer): boolean {
  return (
    PLAYLIST_TYPES.has(typeOf(answer)) ||
    answer.url.pathname.endsWith('.m3u8') ||
    answer.body.subarray(0, 10).includes('#EXTM3U')
  )
}

function partOf(answer: GuardedAnswer) {
  const contentType = typeOf(answer)
  if (contentType === 'text/html') throw new PlaylistFault('noMedia', 'a page where a segment should be')
  return {
    kind: 'part' as const,
    body: answer.body,
    contentType: /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream',
    contentRange: answer.headers['content-range'] ?? null,
  }
}
