import { existsSync } from 'node:fs'
import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CmsKeys, PairingReveal } from '@akari/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { JsonFile } from './json-file.ts'
import { randomNonce } from './keys.ts'

let path: string
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'akari-json-')), 'value.json')
})

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
