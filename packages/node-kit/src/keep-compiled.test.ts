import { execFileSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'akari-compiled-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const KEEPER = join(import.meta.dirname, 'keep-compiled.ts')

/** A program that keeps its compiled code, then loads a module and says what is in it. */
function start(kept: string): string {
  const program = join(folder, 'program.mjs')
  writeFileSync(join(folder, 'module.mjs'), `export const said = ${JSON.stringify('as written '.repeat(200))}.length`)
  writeFileSync(
    program,
    `const { keepCompiled } = await import(${JSON.stringify(KEEPER)})
     keepCompiled(${JSON.stringify(kept)}, import.meta.filename)
     const { said } = await import('./module.mjs')
     process.stdout.write(String(said))`,
  )
  const { NODE_COMPILE_CACHE: _, ...env } = process.env // it would be kept there instead
  return execFileSync(process.execPath, [program], { encoding: 'utf8', env })
}

function filesIn(kept: string): string[] {
  return readdirSync(kept, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('compiled code is kept, and what another version left is not', () => {
  const kept = join(folder, 'kept')
  mkdirSync(join(kept, 'of-another-version'), { recursive: true })
  start(kept)
  expect(readdirSync(kept)).toHaveLength(1)
  expect(readdirSync(kept)).not.toContain('of-another-version')
  expect(filesIn(kept).length).toBeGreaterThan(0)
})

test('damaged compiled code is compiled again', () => {
  const kept = join(folder, 'kept')
  const said = start(kept)
  for (const path of filesIn(kept)) {
    const bytes = readFileSync(path)
    bytes.fill(0xff, bytes.length / 2)
    writeFileSync(path, bytes)
  }
  expect(start(kept)).toBe(said)
})

test('a folder that cannot be used keeps nobody from starting', () => {
  const kept = join(folder, 'a-file')
  writeFileSync(kept, '')
  expect(start(kept)).toBe('2200')
})
