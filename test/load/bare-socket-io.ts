import { createServer } from 'node:http'
import { Server } from 'socket.io'
import type { z } from 'zod'
import type { BareReport } from './fleet-messages.ts'

/**
 * The baseline of the alert bench: a bare Socket.IO server in a process of its own that carries the same bytes both ways
 * (state, answer, confirmation) and does nothing else. For each message from its parent it broadcasts that once.
 */
const http = createServer()
const io = new Server(http, { serveClient: false })
let startedMs = 0
let missing = 0

io.of('/player').on('connection', (socket) => {
  socket.on('alert.acknowledged', (_answer: unknown, confirm: () => void) => {
    confirm()
    missing -= 1
    if (missing === 0) report({ kind: 'answered', lastMs: performance.now() - startedMs })
  })
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  report({ kind: 'listening', port: typeof address === 'object' && address !== null ? address.port : 0 })
})
process.on('message', (payload: unknown) => {
  missing = io.of('/player').sockets.size
  startedMs = performance.now()
  io.of('/player').emit('alert.state', payload)
})
process.once('SIGTERM', () => process.exit(0))
process.once('disconnect', () => process.exit(0))

function report(message: z.infer<typeof BareReport>): void {
  process.send?.(message)
}
