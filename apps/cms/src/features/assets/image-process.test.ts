import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { IMAGE_WORKER_ENTRY, type ImageQuestion, startImageProcess } from './image-process.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'akari-images-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

function started(entry: URL, timeoutMs: number, idleMs = 60_000) {
  const images = startImageProcess({ entry, timeoutMs, idleMs })
  onTestFinished(() => images.close())
  return images
}

/** An image process that does what `body` says with each question. */
async function misbehaving(path: string, body: string): Promise<URL> {
  const file = join(path, 'misbehaving.mjs')
  await writeFile(file, `process.on('message', (task) => { ${body} })`)
  return pathToFileURL(file)
}

function fitting(path: string, name: string): Extract<ImageQuestion, { task: 'fit' }> {
  const [input, output] = [join(path, 'input.png'), join(path, name)]
  return { task: 'fit', input, output, widthPx: 100, heightPx: 100, quality: 90, fit: 'inside', region: null }
}

describe('the image process', () => {
  it('fits pictures into a box and never makes them larger', async () => {
    const path = await folder()
    const images = started(IMAGE_WORKER_ENTRY, 20_000)
    await sharp({ create: { width: 400, height: 200, channels: 3, background: 'red' } }).toFile(join(path, 'input.png'))
    const size = await images.ask(fitting(path, 'small.webp'))
    expect(size).toMatchObject({ ok: true, mediaType: 'image/webp', width: 100, height: 50 })
    const large = await images.ask({ ...fitting(path, 'large.webp'), widthPx: 4000, heightPx: 4000 })
    expect(large).toMatchObject({ ok: true, width: 400, height: 200 })
  })

  it('answers each of many questions with its own answer', async () => {
    const path = await folder()
    const images = started(IMAGE_WORKER_ENTRY, 20_000)
    await sharp({ create: { width: 50, height: 20, channels: 3, background: 'red' } }).toFile(join(path, 'input.png'))
    const sizes = [10, 20, 30]
    const answers = await Promise.all(
      sizes.map((widthPx) => images.ask({ ...fitting(path, `${widthPx}.webp`), widthPx })),
    )
    expect(answers).toMatchObject(sizes.map((width) => ({ ok: true, width })))
  })

  it('ends a question that takes too long, and answers the next one', async () => {
    const path = await folder()
    const marker = join(path, 'hung-before')
    const hangOnce = `const fs = process.getBuiltinModule('node:fs')
      if (fs.existsSync(${JSON.stringify(marker)})) process.send({ ok: true, id: task.id, mediaType: 'image/webp', width: 1, height: 1 })
      else { fs.writeFileSync(${JSON.stringify(marker)}, ''); for (;;) {} }`
    const images = started(await misbehaving(path, hangOnce), 4000)
    expect(await images.ask(fitting(path, 'a.webp'))).toMatchObject({ ok: false, reason: 'tooSlow' })
    expect(existsSync(marker)).toBe(true)
    expect(await images.ask(fitting(path, 'b.webp'))).toMatchObject({ ok: true })
  })

  it('takes a decoder that crashes for a picture that cannot be decoded', async () => {
    const path = await folder()
    const images = started(await misbehaving(path, 'process.abort()'), 20_000)
    const both = await Promise.all(['a', 'b'].map((name) => images.ask(fitting(path, name))))
    expect(both).toMatchObject([
      { ok: false, reason: 'undecodable' },
      { ok: false, reason: 'undecodable' },
    ])
  })

  it('gets none of the server’s environment, where the secrets are', async () => {
    const path = await folder()
    const told = join(path, 'environment')
    const tell = `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(told)}, Object.keys(process.env).join())
      process.exit()`
    const images = started(await misbehaving(path, tell), 20_000)
    await images.ask(fitting(path, 'a.webp'))
    expect((await readFile(told, 'utf8')).split(',')).not.toContain('PATH')
  })
})
