import { CONSOLE_TOPICS, type FromConsole, type ToConsole } from '@akari/protocol'
import type { QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import { forgetAhead } from './ahead.ts'
import { staleAfter } from './keys.ts'

const REFUSED_RETRY_MS = 5000

export type Link = 'connecting' | 'connected' | 'lost'

/**
 * Listens to the CMS's `changed(topic)` and has the answers of that topic fetched again; after a gap everything is.
 * `onLink` hears how the connection is.
 */
export function startLiveUpdates(client: QueryClient, onLink: (link: Link) => void): { close: () => void } {
  const socket: Socket<ToConsole, FromConsole> = io('/console', { withCredentials: true, transports: ['websocket'] })
  let wasLost = false
  socket.on('connect', () => {
    onLink('connected')
    if (wasLost) void client.invalidateQueries()
    wasLost = false
  })
  const lost = (): void => {
    wasLost = true
    onLink('lost')
  }
  let again: number | undefined
  // When the server itself ended or refused the connection, Socket.IO leaves trying again to us.
  const retry = (): void => {
    lost()
    window.clearTimeout(again)
    if (!socket.active) again = window.setTimeout(() => socket.connect(), REFUSED_RETRY_MS)
  }
  socket.on('disconnect', retry)
  socket.on('connect_error', retry)
  socket.on('changed', (topic) => {
    if (!CONSOLE_TOPICS.includes(topic)) return
    forgetAhead()
    for (const queryKey of staleAfter(topic)) void client.invalidateQueries({ queryKey })
  })
  return {
    close: () => {
      socket.off('disconnect', retry)
      window.clearTimeout(again)
      socket.close()
    },
  }
}
