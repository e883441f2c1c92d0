import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Nonce, PublicKey, Signature } from '@akari/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeyPair, KeyFileError, loadOrCreateKeyPair, randomNonce, signBytes, verifyBytes } from './keys.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akari-keys-'))
  path = join(folder, 'key.pem')
})
afterEach(() => rm(folder, { recursive: true }))

describe('loadOrCreateKeyPair', () => {
  it('makes one key and finds the same again', async () => {
    const first = await loadOrCreateKeyPair(path)
    const second = await loadOrCreateKeyPair(path)
    expect(second.publicKey).toBe(first.publicKey)
    expect(verifyBytes('text', signBytes('text', second.privateKey), first.publicKey)).toBe(true)
  })

  it('lets only the owner read the file', async () => {
    await loadOrCreateKeyPair(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('refuses a damaged file and leaves it as it is', async () => {
    await writeFile(path, 'not a key')
    await expect(loadOrCreateKeyPair(path)).rejects.toThrow(KeyFileError)
    expect(await readFile(path, 'utf8')).toBe('not a key')
  })
})

describe('signBytes and verifyBytes', () => {
  it('speak the encodings of the protocol', () => {
    const { publicKey, privateKey } = createKeyPair()
    expect(PublicKey.safeParse(publicKey).success).toBe(true)
    expect(Signature.safeParse(signBytes('避難', privateKey)).success).toBe(true)
    expect(Nonce.safeParse(randomNonce()).success).toBe(true)
  })

  it('agree with the test vector of RFC 8032 §7.1 (empty message)', () => {
    const publicKey = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')
    const signature = Buffer.from(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      'hex',
    )
    expect(verifyBytes('', signature.toString('base64url'), publicKey.toString('base64url'))).toBe(true)
  })

  it('refuse another text, another key and anything malformed without throwing', () => {
    const { publicKey, privateKey } = createKeyPair()
    const signature = signBytes('text', privateKey)
    expect(verifyBytes('text ', signature, publicKey)).toBe(false)
    expect(verifyBytes('text', signature, createKeyPair().publicKey)).toBe(false)
    expect(verifyBytes('text', '', publicKey)).toBe(false)
    expect(verifyBytes('text', signature, 'short')).toBe(false)
    expect(verifyBytes('text', signature.slice(2), publicKey)).toBe(false)
  })
})
