import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeFolder } from './make-folder.ts'

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'akari-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

it('makes every missing level, for its owner alone, and leaves what is there', () => {
  const path = join(scratch(), 'a/b/c')
  makeFolder(path)
  makeFolder(path)
  expect(statSync(path).mode & 0o777).toBe(0o700)
})

it('throws when a file stands in the way, or the file system takes no folders', () => {
  const file = join(scratch(), 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(file)).toThrow(/EEXIST/)
  expect(() => makeFolder(join(file, 'below'))).toThrow(/ENOTDIR/)
  if (process.platform === 'linux') expect(() => makeFolder('/proc/akari/data')).toThrow(/ENOENT|EACCES/)
})
