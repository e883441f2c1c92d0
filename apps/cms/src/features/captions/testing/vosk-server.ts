import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'

/**
 * Answers as websocket/asr_server.py of vosk-server does: a configuration is taken without a word, each binary message is answered
 * with `partial` or, at a pause, with `result` and `text`, and `{"eof" : 1}` to the letter with the rest. `understood`: what a piece
 * of audio says, nothing where it is silent; left out, the letters that `spoken` wrote.
 */
export async function startVoskServer(understood: (audio: Buffer) => string = lettersOf) {
  const configs: unknown[] = []
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => server.close())
  server.on('connection', (socket) => {
    let [said, bytes, startedAt] = ['', 0, 0]
    const result = () => {
      const text = [...said].join(' ')
      const answer =
        text === '' ? { text } : { result: [{ conf: 1, start: startedAt, end: bytes / 32_000, word: said }], text }
      said = ''
      return JSON.stringify(answer)
    }
    socket.on('message', (data: Buffer, isBinary) => {
      if (!isBinary) {
        const message = data.toString('utf8')
        if (message === '{"eof" : 1}') return socket.send(result(), () => socket.close())
        return configs.push(JSON.parse(message))
      }
      const letters = understood(data)
      const isPause = letters === '' && said !== ''
      if (said === '') startedAt = bytes / 32_000
      said += letters
      bytes += data.length
      socket.send(isPause ? result() : JSON.stringify({ partial: [...said].join(' ') }))
    })
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `ws://127.0.0.1:${port}`, configs }
}

function lettersOf(audio: Buffer): string {
  return audio.toString('utf16le').replaceAll('\0', '')
}

/** Audio of so many seconds that the server above understands as this text. */
export function spoken(text: string, seconds = 0.2): Buffer {
  const audio = Buffer.alloc(Math.round(seconds * 16_000) * 2)
  audio.write(text, 'utf16le')
  return audio
}
