import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { node } from '../support/processes.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)
const recipes = join(import.meta.dirname, '..', '..', 'kiosk-images')
const SYSTEM_UNITS = '/lib/systemd/system'
/** From 5 on systemd itself calls a service exposed. */
const MOST_EXPOSED = 3.5

let folder: TemporaryFolder
let release: string

beforeAll(async () => {
  folder = await temporaryFolder('units')
  release = join(folder.path, 'release')
  for (const part of ['agent', 'cms', 'shell']) {
    await mkdir(join(release, part), { recursive: true })
    await writeFile(join(release, part, 'main.js'), `// ${part}`)
  }
})
afterAll(() => folder.remove())

const install = (kind: string, root: string, from = release) =>
  run('sh', [join(recipes, 'install.sh'), kind, from, node], { env: { ...process.env, DESTDIR: root } })
const unitsOf = async (root: string) =>
  (await readdir(join(root, 'etc/systemd/system'))).filter((name) => name.endsWith('.service')).toSorted()

test.each([
  ['player', ['akari-agent', 'akari-console-words', 'akari-screen'], ['agent', 'node']],
  ['shell', ['akari-agent', 'akari-console-words', 'akari-screen'], ['agent', 'node', 'shell']],
  ['cms', ['akari-cms'], ['cms', 'node']],
])('a %s is installed whole into an image', async (kind, units, programs) => {
  const root = join(folder.path, kind)
  await install(kind, root)
  expect(await unitsOf(root)).toEqual(units.map((name) => `${name}.service`))
  expect((await readdir(join(root, 'opt/akari'))).toSorted()).toEqual(programs)
  const started = await readdir(join(root, 'etc/systemd/system/multi-user.target.wants'))
  expect(started.toSorted()).toEqual(
    units.filter((name) => name !== 'akari-console-words').map((name) => `${name}.service`),
  )
})

test('a second installation replaces the programs and leaves the city’s settings', async () => {
  const root = join(folder.path, 'again')
  await install('player', root)
  await writeFile(join(root, 'etc/akari/player.env'), 'AKARI_CMS_URLS=https://cms.example.jp\nAKARI_AGENT_PORT=8190\n')
  await writeFile(join(root, 'opt/akari/agent/old.js'), '')
  await install('player', root)
  expect(await readFile(join(root, 'etc/akari/player.env'), 'utf8')).toContain('cms.example.jp')
  expect(await readdir(join(root, 'opt/akari/agent'))).toEqual(['main.js'])
  const policies = await readFile(join(root, 'etc/chromium/policies/managed/akari.json'), 'utf8')
  expect(policies).toContain('"URLAllowlist": ["127.0.0.1:8190"')
  expect(policies).not.toContain('8090')
})

test('a display that gets the other host has that one alone, and nothing of an installation that was cut off', async () => {
  const root = join(folder.path, 'other')
  await install('player', root)
  await mkdir(join(root, 'opt/akari/agent.new'))
  await writeFile(join(root, 'opt/akari/agent.new/torn.js'), '')
  await install('shell', root)
  const dropIns = join(root, 'etc/systemd/system/akari-screen.service.d')
  expect(await readdir(dropIns)).toEqual(['host.conf'])
  expect(await readFile(join(dropIns, 'host.conf'), 'utf8')).toContain('/opt/akari/shell/akari-shell')
  expect(await readdir(join(root, 'opt/akari/agent'))).toEqual(['main.js'])
})

test('what is missing is named before anything is written', async () => {
  const root = join(folder.path, 'nothing')
  await expect(install('player', root, folder.path)).rejects.toMatchObject({
    stderr: expect.stringContaining('/agent'),
  })
  await expect(install('lamp', root)).rejects.toMatchObject({ stderr: expect.stringContaining('player, shell or cms') })
  expect(existsSync(root)).toBe(false)
})

test('every unit says that it lives, is never given up, and belongs to nobody else', async () => {
  for (const name of await readdir(join(recipes, 'units'))) {
    if (name === 'akari-console-words.service') continue
    const unit = await readFile(join(recipes, 'units', name), 'utf8')
    // What reportToSystemd counts on: systemd-notify is another process than the one that is watched.
    for (const line of ['Type=notify', 'NotifyAccess=all', 'Restart=always']) expect(unit).toContain(`\n${line}\n`)
    expect(unit).toMatch(/\nWatchdogSec=\d+\n/)
    expect(unit).toMatch(/\nStartLimitIntervalSec=0\n|\nOnFailure=akari-console-words\.service\n/)
    expect(unit).toMatch(/\nUser=akari-\w+\n/)
    expect(unit).not.toMatch(/(Requires|BindsTo|PartOf)=/)
  }
})

test.for(['player', 'shell'])('systemd finds no fault with the units of a %s', async (host, { skip }) => {
  const version = await run('systemd-analyze', ['--version']).catch(() => null)
  if (version === null || !existsSync(SYSTEM_UNITS)) return skip('this needs systemd-analyze and the units of systemd')
  const root = join(folder.path, `verified ${host}`)
  const units = await readdir(join(recipes, 'units'))
  await cp(join(recipes, 'units'), join(root, 'etc/systemd/system'), { recursive: true })
  const dropIn = join(root, 'etc/systemd/system/akari-screen.service.d/host.conf')
  await cp(join(recipes, 'hosts', `${host}.conf`), dropIn)
  await cp(SYSTEM_UNITS, join(root, SYSTEM_UNITS), { recursive: true, verbatimSymlinks: true })
  for (const program of ['/usr/bin/cage', '/bin/sh', '/bin/sleep', '/opt/akari/node/bin/node']) {
    await mkdir(join(root, dirname(program)), { recursive: true })
    await cp('/bin/true', join(root, program), { dereference: true })
  }
  const verified = await run('systemd-analyze', ['verify', '--man=no', `--root=${root}`, ...units])
  expect(verified).toEqual({ stdout: '', stderr: '' })
  for (const unit of units) {
    const { stdout } = await run('systemd-analyze', [
      'security',
      '--offline=true',
      '--no-pager',
      `--root=${root}`,
      unit,
    ])
    const exposure = Number(/exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1])
    process.stdout.write(`${unit}: exposure ${exposure}\n`)
    expect(exposure).toBeLessThan(MOST_EXPOSED)
  }
})
