import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { releaseShell } from './shell.ts'

/** Electron's own mark of where its fuses are. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let root: string
let turn = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'akari-shell-'))
  await mkdir(join(root, 'built'))
  await writeFile(join(root, 'built', 'main.js'), 'export {}')
  await writeFile(join(root, 'built', 'preload.cjs'), "'use strict' // 灯り")
})
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 3 }))

/** A folder as Electron's archive unpacks to; the fuses are what is to be found in it. */
async function releasedFrom(...parts: readonly Buffer[]): Promise<string> {
  turn += 1
  const electron = join(root, `electron-${turn}`)
  await mkdir(join(electron, 'resources'), { recursive: true })
  await writeFile(join(electron, 'electron'), Buffer.concat([randomBytes(5_000_000), ...parts, randomBytes(1_000)]))
  await writeFile(join(electron, 'resources', 'default_app.asar'), 'anything')
  await writeFile(join(electron, 'resources.pak'), 'pak')
  const folder = join(root, `shell-${turn}`)
  await releaseShell({ electron, built: join(root, 'built') }, folder)
  return folder
}

const wired = (states: string, version = 1) => [
  Buffer.from(SENTINEL),
  Buffer.from([version, states.length]),
  Buffer.from(states),
]

it('burns into the binary that it is no Node, has no debugger, and loads nothing but its archive', async () => {
  const folder = await releasedFrom(...wired('1011001101'))
  const binary = await readFile(join(folder, 'akari-shell'))
  const at = binary.indexOf(SENTINEL) + SENTINEL.length + 2
  // Run as Node, cookies encrypted, NODE_OPTIONS, --inspect, hash of the archive, archive only, own snapshot, file://; then
  // what we say nothing of.
  expect(binary.toString('latin1', at, at + 10)).toBe('0100010001')
  expect(binary).toHaveLength(5_000_000 + SENTINEL.length + 2 + 10 + 1_000)
  expect(existsSync(join(folder, 'electron'))).toBe(false)
  expect(existsSync(join(folder, 'resources.pak'))).toBe(true)
})

it('packs our two files and a manifest, each found where the header says', async () => {
  const folder = await releasedFrom(...wired('10110011'))
  expect(existsSync(join(folder, 'resources', 'default_app.asar'))).toBe(false)
  const archive = await readFile(join(folder, 'resources', 'app.asar'))
  expect([archive.readUInt32LE(0), archive.readUInt32LE(8)]).toEqual([4, archive.readUInt32LE(4) - 4])
  const { files } = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)))
  const contentOf = (name: string): string => {
    const start = 8 + archive.readUInt32LE(4) + Number(files[name].offset)
    return archive.toString('utf8', start, start + files[name].size)
  }
  expect(Object.keys(files)).toEqual(['package.json', 'main.js', 'preload.cjs'])
  expect(JSON.parse(contentOf('package.json'))).toMatchObject({ main: 'main.js', type: 'module' })
  expect(contentOf('preload.cjs')).toBe("'use strict' // 灯り")
})

it.each([
  ['has no fuses', []],
  ['has too few of them', wired('1011')],
  ['has fuses of another kind', wired('10110011', 2)],
  ['has lost one of ours', wired('r0110011')],
])('refuses a binary that %s', async (_what, parts) => {
  await expect(releasedFrom(...parts)).rejects.toThrow(/fuse/i)
})
