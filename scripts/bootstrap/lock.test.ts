import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'akari-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a second installation waits until the first has finished', async () => {
  const events: string[] = []
  const first = await takeLock(join(folder, 'lock'), () => events.push('first waits'))
  const second = takeLock(join(folder, 'lock'), () => {
    events.push('second waits')
    first.release()
  })
  ;(await second).release()
  expect(events).toEqual(['second waits'])
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('what goes on after its holder was killed keeps the lock until it ends', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const npm = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  mkdirSync(join(folder, 'lock'))
  writeFileSync(join(folder, 'lock', 'pid'), `${pid}\n${npm.pid}\n`)
  let waited = false
  const lock = await takeLock(join(folder, 'lock'), () => {
    waited = true
    npm.stdin.end()
  })
  expect(waited).toBe(true)
  lock.share(process.pid)
  expect(readFileSync(join(folder, 'lock', 'pid'), 'utf8')).toBe(`${process.pid}\n${process.pid}\n`)
  lock.release()
})

test('the lock of a process that has died is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  mkdirSync(join(folder, 'lock'))
  writeFileSync(join(folder, 'lock', 'pid'), String(pid))
  let waited = false
  const lock = await takeLock(join(folder, 'lock'), () => {
    waited = true
  })
  lock.release()
  expect(waited).toBe(false)
})
