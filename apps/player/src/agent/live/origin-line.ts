import { type StreamAnswer, type StreamAsk, type StreamSource, streamSource } from '@akari/node-kit'
import type { Stream } from '@akari/protocol'
import { SOFTWARE } from '../software.ts'

/** More streams than one display plays at a time. */
const MOST_SOURCES = 8

export type OriginLine = {
  /** Never rejects but when `signal` ends it. */
  ask: (stream: Stream, ask: StreamAsk, signal: AbortSignal) => Promise<StreamAnswer>
  close: () => void
}

/** Asks streams themselves, without the CMS; of addresses inside the network only the host that staff gave to the stream. */
export function originLine(): OriginLine {
  const sources = new Map<string, StreamSource>()

  function sourceOf(url: string): StreamSource {
    const known = sources.get(url)
    if (known !== undefined) return known
    const privateHosts = new Set([new URL(url).hostname])
    const made = streamSource({ privateHosts, userAgent: SOFTWARE })
    sources.set(url, made)
    for (const [oldest, source] of sources) {
      if (sources.size <= MOST_SOURCES) break
      source.close()
      sources.delete(oldest)
    }
    return made
  }

  return {
    ask: ({ url }, ask, signal) => sourceOf(url).ask(url, ask, signal),
    close: () => {
      for (const source of sources.values()) source.close()
      sources.clear()
    },
  }
}
