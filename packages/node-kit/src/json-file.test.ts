import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CmsKeys, PairingReveal } from '@akari/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JsonFile } from './json-file.ts'
import { randomNonce } from './keys.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akari-json-'))
  path = join(folder, 'value.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('JsonFile', () => {
  it('says missing before the first save and gives back what was saved', async () => {
    const file = new JsonFile(PairingReveal, path)
    expect(await file.load()).toEqual({ state: 'missing' })
    const value = { nonce: randomNonce() }
    await file.save(value)
    expect(await file.load()).toEqual({ state: 'ok', value })
  })

  it('keeps the last of many saves that were asked for at once', async () => {
    const file = new JsonFile(PairingReveal, path)
    const values = Array.from({ length: 20 }, () => ({ nonce: randomNonce() }))
    await Promise.all(values.map((value) => file.save(value)))
    expect(await file.load()).toEqual({ state: 'ok', value: values.at(-1) })
  })

  it.each([0, 1, 25])(
    'sets a file that ends after %i bytes aside instead of trusting or deleting it',
    async (length) => {
      const file = new JsonFile(PairingReveal, path)
      await file.save({ nonce: randomNonce() })
      await truncate(path, length)
      expect(await file.load()).toEqual({ state: 'corrupt', setAsideAs: `${path}.corrupt` })
      expect(existsSync(path)).toBe(false)
      expect(await readFile(`${path}.corrupt`, 'utf8')).toHaveLength(length)
      expect(await file.load()).toEqual({ state: 'missing' })
    },
  )

  it('notices every flipped bit', async () => {
    const file = new JsonFile(PairingReveal, path)
    await file.save({ nonce: randomNonce() })
    const whole = await readFile(path)
    for (let bit = 0; bit < whole.length * 8; bit += 5) {
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(whole.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      await writeFile(path, flipped)
      expect({ bit, ...(await file.load()) }).toMatchObject({ bit, state: 'corrupt' })
    }
  })

  it('reads a file from before there were checksums', async () => {
    const value = { nonce: randomNonce() }
    await writeFile(path, `${JSON.stringify(value, null, 2)}\n`)
    expect(await new JsonFile(PairingReveal, path).load()).toEqual({ state: 'ok', value })
  })

  it('puts a folder that is in its place out of the way', async () => {
    await mkdir(join(path, 'full'), { recursive: true })
    const file = new JsonFile(PairingReveal, path)
    expect(await file.load()).toEqual({ state: 'corrupt', setAsideAs: `${path}.corrupt` })
    const value = { nonce: randomNonce() }
    await file.save(value)
    expect(await file.load()).toEqual({ state: 'ok', value })
  })

  it('has a second copy, where it is asked for one, for when the first is damaged or gone', async () => {
    const file = new JsonFile(PairingReveal, path, { twice: true })
    const value = { nonce: randomNonce() }
    await file.save(value)
    await file.settled()
    await truncate(path, 9)
    expect(await file.load()).toEqual({ state: 'ok', value, mended: true })
    await file.settled()
    expect(await file.load()).toEqual({ state: 'ok', value })
    await rm(path)
    expect(await file.load()).toEqual({ state: 'ok', value, mended: true })
    await file.settled()
    await truncate(path, 9)
    await truncate(`${path}.copy`, 9)
    expect((await file.load()).state).toBe('corrupt')
    await file.save(value)
    expect(await file.load()).toEqual({ state: 'ok', value })
    await file.settled()
  })

  it('notices a second copy that has rotted while the first is whole, and writes it anew', async () => {
    const file = new JsonFile(PairingReveal, path, { twice: true })
    const value = { nonce: randomNonce() }
    await file.save(value)
    await file.settled()
    await truncate(`${path}.copy`, 9)
    expect(await file.load()).toEqual({ state: 'ok', value, mended: true })
    await file.settled()
    expect(await readFile(`${path}.copy`)).toEqual(await readFile(path))
  })

  it('calls JSON of another shape corrupt', async () => {
    await writeFile(path, JSON.stringify({ identity: 'x' }))
    expect((await new JsonFile(CmsKeys, path).load()).state).toBe('corrupt')
  })

  it('saves again after a save that failed', async () => {
    const file = new JsonFile(PairingReveal, join(path, 'no-such-folder', 'value.json'))
    await expect(file.save({ nonce: randomNonce() })).rejects.toThrow('ENOENT')
    await expect(file.save({ nonce: randomNonce() })).rejects.toThrow('ENOENT')
  })
})
