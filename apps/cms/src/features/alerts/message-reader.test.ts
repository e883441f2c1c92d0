import { sampleTelegram } from '@akari/content-samples'
import { expect, it, onTestFinished } from 'vitest'
import { startMessageReader } from './message-reader.ts'
import { readMessage } from './read-message.ts'

/** The same telegram with a comment of this many bytes. */
function padded(name: string, bytes: number): Uint8Array {
  const text = sampleTelegram(name).toString('utf8')
  return new TextEncoder().encode(text.replace('</Report>', `<!--${'x'.repeat(bytes)}--></Report>`))
}

function reader() {
  const started = startMessageReader()
  started.getReady()
  onTestFinished(() => started.close())
  return started
}

it('reads the same from a large message in its thread as from a small one here', async () => {
  const large = padded('vpww55-level4.xml', 1_200_000)
  const read = await reader().read(large, null)
  expect(read).toEqual(readMessage(large, null))
  expect(read).toMatchObject({ ok: true, reading: { code: 'VPWW55' } })
})

it('leaves the event loop free while it reads a large message', async () => {
  const { read } = reader()
  const large = padded('vpww55-level4.xml', 1_200_000)
  await read(large, null)
  let turns = 0
  let reading = true
  const turn = () => {
    turns += 1
    if (reading) setImmediate(turn)
  }
  turn()
  await read(large, null)
  reading = false
  // Reading it here would have been one turn.
  expect(turns).toBeGreaterThan(5)
})

it('gives the named error of a large message that is none', async () => {
  const bytes = new TextEncoder().encode(`<!DOCTYPE x [<!ENTITY e "${'x'.repeat(100_000)}">]><Report>&e;</Report>`)
  expect(await reader().read(bytes, null)).toMatchObject({ ok: false, error: { code: expect.any(String) } })
})

it('tells who waits when its thread ends, and reads the next message in another', async () => {
  const started = reader()
  const large = padded('vpww55-level4.xml', 200_000)
  const pending = started.read(large, null)
  const told = pending.catch((err: unknown) => String(err))
  await started.close()
  expect(await told).toContain('the server stops')
  expect(await started.read(large, null)).toMatchObject({ ok: true })
})
