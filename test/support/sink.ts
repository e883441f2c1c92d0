import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Somebody on the network whom no page should reach: takes every TCP connection and every UDP packet. */
export type Sink = { host: string; port: number; heard: () => readonly string[]; close: () => Promise<void> }

/** Listens at an address of this machine that is not the agent's. */
export async function startSink(host: string): Promise<Sink> {
  const heard: string[] = []
  const open = new Set<Socket>()
  const tcp = createServer((socket) => {
    const at = heard.push('tcp') - 1
    open.add(socket)
    socket.on('error', () => undefined) // whoever hangs up has been counted
    socket.once('data', (bytes) => {
      heard[at] = `tcp ${bytes.toString('latin1').split('\r\n')[0]}`
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\nhi',
      )
    })
  })
  tcp.listen(0, host)
  await once(tcp, 'listening')
  const address = tcp.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const udp = createSocket('udp4')
  udp.on('message', (bytes) => void heard.push(`udp ${bytes.toString('hex', 0, 20)}`))
  udp.bind(port, host)
  await once(udp, 'listening')
  return {
    host,
    port,
    heard: () => heard,
    close: async () => {
      udp.close()
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => tcp.close(resolve))
    },
  }
}
