import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { supervisor } from './children.ts'

it('starts a child that keeps ending again and again, and says so once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'akari-children-'))
  const entry = join(folder, 'child.mjs')
  await writeFile(entry, `process.stdout.write('here\\n')\n`)
  const told: string[] = []
  let ends = 0
  // One that ends every ten seconds has ended six times in the minute before, at each end.
  const pace = () => ({ ended: () => ({ waitMs: 1, recent: Math.min((ends += 1), 6) }) })
  const children = supervisor(folder, (name) => told.push(name), pace)
  onTestFinished(async () => {
    await children.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  children.start({ name: 'child', entry })
  await expect.poll(() => ends, { timeout: 20_000 }).toBeGreaterThan(8)
  expect(told).toEqual(['child'])
  expect((await readFile(join(folder, 'child.log'), 'utf8')).split('\n').length).toBeGreaterThan(6)
})
