import { createServer, type Socket } from 'node:net'

export type ReceivedMail = { from: string; to: string[]; subject: string; text: string }
export type TestSmtp = {
  url: string
  mails: ReceivedMail[]
  /** Answers every mail with this from now on; null: takes them. */
  refuse: (answer: string | null) => void
  close: () => Promise<void>
}

/** A mail server on the loopback that speaks as much of SMTP (RFC 5321) as taking a mail needs, and keeps what it took. */
export async function smtpServer(): Promise<TestSmtp> {
  const mails: ReceivedMail[] = []
  let refusal: string | null = null
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    serve(socket, mails, () => refusal)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refuse: (answer) => {
      refusal = answer
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function serve(socket: Socket, mails: ReceivedMail[], refusal: () => string | null): void {
  let [from, to, data]: [string, string[], string | null] = ['', [], null]
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string): void => {
    const [, address = ''] = /<(.*?)>/.exec(line) ?? []
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') say('250-test\r\n250 8BITMIME')
    else if (verb === 'MAIL') [from, to] = [address, []]
    else if (verb === 'RCPT') to.push(address)
    else if (verb === 'DATA') data = ''
    if (verb === 'DATA') return void say(refusal() ?? '354 go on')
    if (verb === 'QUIT') return void socket.end('221 bye\r\n')
    if (verb !== 'EHLO') say('250 ok')
  }
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    rest += chunk
    for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (data === null || refusal() !== null) command(line)
      else if (line === '.') {
        mails.push({ from, to, ...parsedMail(data) })
        data = null
        say('250 taken')
      } else data += `${line.replace(/^\.\./, '.')}\r\n`
    }
  })
  say('220 test ESMTP')
}

/** Subject and text of a mail of one part (RFC 5322, RFC 2047, RFC 2045). */
function parsedMail(data: string): { subject: string; text: string } {
  const [head = '', ...body] = data.split('\r\n\r\n')
  const headers = new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const words = (headers.get('subject') ?? '').replaceAll(/\?=\s+=\?/g, '?==?')
  const raw = body.join('\r\n\r\n')
  const bytes =
    headers.get('content-transfer-encoding') === 'base64'
      ? Buffer.from(raw, 'base64')
      : unquoted(raw.replaceAll('=\r\n', ''))
  const subject = words.replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_whole, kind: string, text: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString('utf8')
      : unquoted(text.replaceAll('_', ' ')).toString('utf8'),
  )
  return { subject, text: bytes.toString('utf8') }
}

function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
