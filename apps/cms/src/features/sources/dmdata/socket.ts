import { type DmdataData, DmdataFrame } from '@akari/protocol'
import { WebSocket } from 'ws'

const HANDSHAKE_MS = 10_000
const MAX_FRAME_BYTES = 8 * 1024 * 1024

/** `silent`: half open, nothing came for too long; `refused`: never opened; `ended`: closed by either side. */
export type Ended = { how: 'silent' | 'refused' | 'ended'; reason: string }

type Options = {
  url: URL
  ticket: string
  /** The server pings; without any frame for so long the socket counts as dead. */
  silentMs: number
  signal: AbortSignal
  onOpen: () => void
  onHeard: () => void
  /** `text`: the frame as it came. */
  onData: (frame: DmdataData, text: string) => void
  onError: (message: string) => void
}

/**
 * One connection from its ticket to its end. The client is `ws`, not Node's own: a half-open socket must be cut off
 * (`terminate`), and frames must be limited in size.
 */
export function runSocket({
  url,
  ticket,
  silentMs,
  signal,
  onOpen,
  onHeard,
  onData,
  onError,
}: Options): Promise<Ended> {
  return new Promise((resolve) => {
    const address = new URL(url)
    address.searchParams.set('ticket', ticket)
    const socket = new WebSocket(address, ['dmdata.v2'], {
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: MAX_FRAME_BYTES,
      followRedirects: false,
    })
    let how: Ended['how'] = 'refused'
    let reason = ''
    let watch: NodeJS.Timeout | undefined
    const alive = () => {
      clearTimeout(watch)
      watch = setTimeout(() => {
        how = 'silent'
        reason = `nothing heard for ${silentMs} ms`
        socket.terminate()
      }, silentMs)
    }
    const hangUp = () => {
      reason = 'closing'
      socket.close(1000)
      socket.terminate()
    }
    if (signal.aborted) return resolve({ how, reason: 'closing' })
    signal.addEventListener('abort', hangUp)
    socket.on('open', () => {
      how = 'ended'
      alive()
      onOpen()
    })
    socket.on('message', (data, isBinary) => {
      alive()
      onHeard()
      const text = textOf(data)
      const frame = isBinary ? null : frameOf(text)
      switch (frame?.type) {
        case 'ping':
          socket.send(JSON.stringify({ ...frame, type: 'pong' }))
          break
        case 'data':
          onData(frame, text)
          break
        case 'error':
          reason = `${frame.code} ${frame.error}`
          onError(reason)
          if (frame.close) socket.close(1000)
          break
        case undefined:
          onError('a frame that is not understood')
          break
        case 'start':
        case 'pong':
          break
      }
    })
    socket.on('error', (err) => {
      reason ||= err.message
    })
    socket.on('close', (code) => {
      clearTimeout(watch)
      signal.removeEventListener('abort', hangUp)
      resolve({ how, reason: reason || `closed with ${code}` })
    })
  })
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8')
}

/** Null for what is no frame of this protocol; it may learn new ones any day. */
function frameOf(text: string): DmdataFrame | null {
  try {
    return DmdataFrame.safeParse(JSON.parse(text)).data ?? null
  } catch (err) {
    if (err instanceof SyntaxError) return null
    throw err
  }
}
