import { createHash } from 'node:crypto'
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { blockDigests } from './block-digests.ts'
import { fileStore } from './file-store.ts'

const DIGESTS = new Uint8Array(64).fill(7)
const A = 'a'.repeat(64)

test('what was noted of a file is taken up again, unless it is torn, rotten or another’s', async () => {
  const folder = await temporaryFolder()
  const pathOf = (sha256: string) => join(folder, sha256)
  const beside = blockDigests(pathOf)
  await beside.write(A, DIGESTS)
  expect(await beside.read(A, 2)).toEqual(DIGESTS)
  expect(await beside.read(A, 3)).toBe(null)
  expect(await beside.read('b'.repeat(64), 2)).toBe(null)
  const kept = await readFile(`${pathOf(A)}.blocks`)
  await writeFile(`${pathOf('b'.repeat(64))}.blocks`, kept)
  expect(await beside.read('b'.repeat(64), 2)).toBe(null)
  kept[0] = 8
  await writeFile(`${pathOf(A)}.blocks`, kept)
  expect(await beside.read(A, 2)).toBe(null)
  await truncate(`${pathOf(A)}.blocks`, 10)
  expect(await beside.read(A, 2)).toBe(null)
})

test('a film of hours is proven once, also over a restart, and each of its blocks still is', async () => {
  const folder = await temporaryFolder()
  const film = Buffer.alloc(65 * 1024 * 1024, 'film')
  const sha256 = createHash('sha256').update(film).digest('hex')
  const ref = { sha256, bytes: film.length, mediaType: 'video/mp4' }
  const path = join(folder, sha256)
  await writeFile(path, film)
  const { signal } = new AbortController()
  expect(await fileStore(folder).prepare(ref, signal)).toBe('intact')
  const after = fileStore(folder)
  await truncate(path, film.length - 1)
  await appendFile(path, 'x')
  expect(await after.prepare(ref, signal)).toBe('intact')
  const opened = await after.open(sha256)
  const first = opened === null ? [] : await opened.read(0, 3).toArray()
  expect(Buffer.concat(first).toString()).toBe('film')
  await expect(opened?.read(film.length - 4, film.length - 1).toArray()).rejects.toThrow('damaged')
  await expect.poll(async () => (await after.missing([ref])).length).toBe(1)
})
