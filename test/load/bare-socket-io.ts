import { createServer } from 'node:http'
import { Server } from 'socket.io'

/**
 * The baseline of the alert bench: a bare Socket.IO server in a process of its own. For each message from its parent it
 * sends the same bytes to every client and reports, in milliseconds, when each client's answer came.
 */
const http = createServer()
const io = new Server(http, { serveClient: false })
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 })
})
process.on('message', (payload: unknown) => {
  const clients = [...io.sockets.sockets.values()]
  const started = performance.now()
  const answered = clients.map(
    (client) =>
      new Promise<number>((resolve) => {
        client.emit('alert.state', payload, () => resolve(performance.now() - started))
      }),
  )
  void Promise.all(answered).then((ms) => process.send?.({ ms }))
})
process.once('SIGTERM', () => void io.close().then(() => process.exit(0)))
