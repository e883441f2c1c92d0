import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { runFolder } from './run-folder.ts'

it('a run removes what a killed one left, and nothing of a run that goes on or of anybody else', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'akari-runs-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  const killed = join(parent, `akari-test-${child.pid}-killed`)
  mkdirSync(join(killed, 'database'), { recursive: true })
  writeFileSync(join(killed, 'database', 'pages'), 'left')
  const others = ['akari-test-plan.txt', 'chromium-1']
  for (const name of others) mkdirSync(join(parent, name))

  const during = runFolder(parent)
  expect(existsSync(killed)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const after = runFolder(parent)
  expect(existsSync(killed)).toBe(false)
  for (const kept of [during, after, ...others.map((name) => join(parent, name))]) expect(existsSync(kept)).toBe(true)
})
