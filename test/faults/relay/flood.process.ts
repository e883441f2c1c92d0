/** A hostile device: calls out lies under the city's own name as fast as it can, and answers nothing. */
import { createSocket } from 'node:dgram'

const [cms = '', group = '', port = ''] = process.argv.slice(2)
const socket = createSocket('udp4')
let revision = Date.now() * 2
let sent = 0
const lie = () => {
  revision += 1
  const offer = { akari: 'relay.2', cms, channel: 'live', epoch: 9, revision, hash: '0'.repeat(64), port: 9_999 }
  socket.send(JSON.stringify(offer), Number(port), group, () => {
    sent += 1
    setImmediate(lie)
  })
}
socket.bind(0, () => {
  for (let i = 0; i < 8; i += 1) lie()
  process.stdout.write('flooding\n')
})
setInterval(() => process.stdout.write(`${JSON.stringify({ sent })}\n`), 1_000)
