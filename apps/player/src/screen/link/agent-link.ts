import { AgentMessage, type ScreenMessage } from '@akari/protocol'

/** Whether it was sent: the link may be down. Whole reports are said again, the others their sender keeps. */
export type Send = (message: ScreenMessage) => boolean

export interface AgentLink {
  send: Send
  close: () => void
}

interface Listener {
  onMessage: (message: AgentMessage) => void
  /** Each time the link is up again. */
  onOpen: () => void
  onFault: (code: string, detail: string) => void
}

const FIRST_RETRY_MS = 200
const LAST_RETRY_MS = 2000

/** Keeps a WebSocket to the agent on this device, for ever; `random` spreads the retries (0 to 1). */
export function startAgentLink(url: string, listener: Listener, random: () => number = Math.random): AgentLink {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryMs = FIRST_RETRY_MS
  let closed = false

  const connect = (): void => {
    const opening = new WebSocket(url)
    socket = opening
    opening.onopen = () => {
      retryMs = FIRST_RETRY_MS
      listener.onOpen()
    }
    opening.onmessage = ({ data }) => {
      const message = readMessage(data)
      if (message.ok) listener.onMessage(message.value)
      else listener.onFault('agent-message-unreadable', message.detail)
    }
    opening.onclose = () => {
      if (closed) return
      timer = setTimeout(connect, retryMs * (0.5 + random() / 2))
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
    }
  }
  connect()

  return {
    send: (message) => {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}

type Read = { ok: true; value: AgentMessage } | { ok: false; detail: string }

/** Parses a message of the agent; nothing unparsed gets further. */
export function readMessage(data: unknown): Read {
  if (typeof data !== 'string') return { ok: false, detail: 'not text' }
  try {
    const parsed = AgentMessage.safeParse(JSON.parse(data))
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, detail: parsed.error.message }
  } catch (error) {
    return { ok: false, detail: String(error) }
  }
}
