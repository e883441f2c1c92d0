import { appendFile, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@akari/node-kit'
import { expect, it, onTestFinished } from 'vitest'
import { sourceMonitor } from './source-monitor.ts'
import { settableClock } from './testing/clock.ts'
import { rememberingIngest } from './testing/ingest.ts'
import { openWatchFolder } from './watch-folder.ts'

async function rig() {
  const folder = await mkdtemp(join(tmpdir(), 'akari-drop-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const clock = settableClock('2026-09-07T14:00:00Z')
  const into = rememberingIngest()
  const monitor = sourceMonitor({
    id: 'watch-folder',
    kind: 'watch-folder',
    label: folder,
    now: clock.now,
    rhythm: null,
  })
  const log = createLogger('test', { level: 'silent' })
  const watch = await openWatchFolder({ folder, ingest: into.ingest, monitor, now: clock.now, log })
  onTestFinished(watch.close)
  const drop = (name: string, text: string) => writeFile(join(folder, name), text)
  const inside = async (where: string) => (await readdir(join(folder, where))).toSorted()
  return { folder, into, monitor, drop, inside, ...watch }
}

it('takes a file once it has stopped growing, and puts it away', async () => {
  const { folder, into, monitor, drop, inside, look } = await rig()
  expect(monitor.view().state).toBe('off')
  await drop('a.xml', '<Report>')
  await look()
  await appendFile(join(folder, 'a.xml'), '</Report>')
  await look()
  expect(into.taken).toEqual([])
  await look()
  await look()
  expect(into.taken).toEqual([{ fileName: 'a.xml', text: '<Report></Report>' }])
  expect(await inside('done')).toEqual(['a.20260907T140000.000Z.xml'])
  expect(monitor.view()).toMatchObject({ state: 'ok', telegrams: 1 })
})

it('puts what cannot be read aside with the reason', async () => {
  const { folder, monitor, drop, inside, look } = await rig()
  await drop('b.xml', 'broken')
  await drop('huge.xml', 'x'.repeat(6_000_000))
  await look()
  await look()
  expect(await inside('refused')).toEqual([
    'b.20260907T140000.000Z.xml',
    'b.20260907T140000.000Z.xml.txt',
    'huge.20260907T140000.000Z.xml',
    'huge.20260907T140000.000Z.xml.txt',
  ])
  const reason = await readFile(join(folder, 'refused', 'b.20260907T140000.000Z.xml.txt'), 'utf8')
  expect(reason).toBe('malformed: not a telegram\n')
  expect(monitor.view()).toMatchObject({ state: 'failing', errors: 2 })
})

it('leaves unfinished files, links and folders alone', async () => {
  const { folder, into, drop, look } = await rig()
  const elsewhere = await mkdtemp(join(tmpdir(), 'akari-secret-'))
  onTestFinished(() => rm(elsewhere, { recursive: true, force: true }))
  const outside = join(elsewhere, 'secret.xml')
  await writeFile(outside, 'secret')
  await symlink(outside, join(folder, 'link.xml'))
  await drop('.hidden.xml', 'a')
  await drop('c.xml.part', 'b')
  await look()
  await look()
  expect(into.taken).toEqual([])
})

it('keeps a file that could not be stored and takes it at the next look', async () => {
  const { into, drop, inside, look } = await rig()
  await drop('d.xml', '<Report/>')
  into.trouble.next = 1
  await look()
  await look()
  expect(await inside('done')).toEqual([])
  await look()
  expect(into.taken).toHaveLength(1)
  expect(await inside('done')).toHaveLength(1)
})
