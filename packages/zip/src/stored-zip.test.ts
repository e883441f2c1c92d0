import { inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readZip } from './read-zip.ts'
import { storedZip } from './stored-zip.ts'

it('packs what comes out again, in folders and with names in any script', () => {
  const files = [
    { path: '市役所/一階.svg', bytes: new TextEncoder().encode('<svg/>') },
    { path: 'empty.txt', bytes: new Uint8Array() },
    { path: 'bytes.bin', bytes: Uint8Array.from({ length: 70_000 }, (_, n) => n % 251) },
  ]
  const most = { files: 10, archiveBytes: 1e6, bytes: 1e6 }
  const read = readZip(
    Buffer.concat(storedZip(files)),
    () => true,
    most,
    (bytes) => inflateRawSync(bytes),
  )
  expect(read.problems).toEqual([])
  expect([...read.files].map(([path, bytes]) => ({ path, bytes: Uint8Array.from(bytes) }))).toEqual(files)
})

it('packs nothing into an archive that is one', () => {
  const most = { files: 0, archiveBytes: 100, bytes: 0 }
  expect(
    readZip(
      Buffer.concat(storedZip([])),
      () => true,
      most,
      (bytes) => bytes,
    ),
  ).toEqual({
    files: new Map(),
    problems: [],
  })
})
