import { z } from 'zod'

/**
 * What a display asks of a stream: its entry, or an address that one of its playlists names. The same path below the agent and
 * below the relay, so that either may answer for the other in the middle of a playlist.
 */
export const StreamAsk = z.object({
  /** An absolute address; null: the entry of the stream. */
  of: z.string().max(8000).nullable(),
  /** Delivery directives of low-latency HLS (draft-pantos-hls-rfc8216bis §6.2.5). */
  directives: z.record(z.string(), z.string().max(40)),
  /** A `Range` header. */
  range: z
    .string()
    .regex(/^bytes=\d{1,15}-\d{0,15}$/)
    .nullable(),
})
export type StreamAsk = z.infer<typeof StreamAsk>

export const ENTRY = 'index.m3u8'
export const PART = 'part'
const DIRECTIVES = ['_HLS_msn', '_HLS_part', '_HLS_skip']

/** How a playlist of ours names an address: relative to itself, wherever it is served. */
export function relayedAddress(url: URL): string {
  return `${PART}?of=${encodeURIComponent(url.href)}`
}

/** What the last part of a path with its query asks for; null when it is nothing that a playlist of ours names. */
export function streamAsk(file: string, search: string, range: string | undefined): StreamAsk | null {
  const query = new URLSearchParams(search)
  const of = file === PART ? query.get('of') : null
  if (file !== ENTRY && of === null) return null
  const directives = Object.fromEntries(
    DIRECTIVES.flatMap((name) => {
      const value = query.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const ask = StreamAsk.safeParse({ of, directives, range: range ?? null })
  return ask.success ? ask.data : null
}

/** The same for a server that speaks the path of `streamAsk`. */
export function pathOfAsk({ of, directives }: StreamAsk): string {
  const query = new URLSearchParams({ ...(of === null ? {} : { of }), ...directives }).toString()
  return `${of === null ? ENTRY : PART}${query === '' ? '' : `?${query}`}`
}

/** Two asks with the same key get the same answer. */
export function keyOfAsk(ask: StreamAsk): string {
  return `${pathOfAsk(ask)} ${ask.range ?? ''}`
}
