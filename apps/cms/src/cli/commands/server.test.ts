import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CarriedAlerts, DisplayView } from '@akari/protocol'
import { expect, test } from 'vitest'
import { runAkari } from '../../testing/command-line.ts'
import { startCms } from '../../testing/running-cms.ts'
import { LOBBY } from '../../testing/test-player.ts'

const { name } = LOBBY.profile

/** Runs the command line on a data folder. */
const akari = (dataDir: string, ...args: string[]) => runAkari(args, { dataDir })

test('names the argument that is missing', async () => {
  const { dataDir } = await startCms()
  const missing = async (...args: string[]) => {
    const { code, stdout, stderr } = await akari(dataDir, ...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    return stderr
  }
  const says = (argument: string) => `引数が足りません / missing argument: ${argument}\n`
  expect(await missing('alerts', 'ingest')).toBe(says('FILE'))
  expect(await missing('alerts', 'raise')).toBe(says('TEMPLATE'))
  expect(await missing('alerts', 'end')).toBe(says('ID|all'))
  expect(await missing('users', 'reset-password')).toBe(says('USERNAME'))
  expect(await missing('displays', 'pair')).toBe(says('CODE'))
  expect(await missing('displays', 'pair', '123456')).toBe(says('--name NAME'))
}, 30_000)

test('says which displays there are when none has the name', async () => {
  const cms = await startCms()
  const pair = () => akari(cms.dataDir, 'displays', 'pair', '123456', '--name', '受付')
  expect((await pair()).stderr).toContain('今ある端末: (なし / none)')
  const made = await cms.call('POST', '/api/displays', { as: cms.local, body: LOBBY })
  expect(DisplayView.parse(made.body).profile.name).toBe(name)
  expect(await pair()).toMatchObject({
    code: 1,
    stderr: `この名前の端末はありません: 受付。今ある端末: ${name} / no display has this name; there are: ${name}\n`,
  })
}, 30_000)

test('names what was not found and the command that lists it', async () => {
  const { dataDir } = await startCms()
  const raised = await akari(dataDir, 'alerts', 'raise', 'godzilla')
  expect(raised).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/no such template: godzilla; akari alerts templates/),
  })
  const ended = await akari(dataDir, 'alerts', 'end', 'operator:nothing')
  expect(ended).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/not in force on drill: operator:nothing; akari alerts list/),
  })
}, 30_000)

test('prints a refusal of the server in both languages with its code', async () => {
  const cms = await startCms()
  await cms.call('POST', '/api/displays', { as: cms.local, body: LOBBY })
  const { code, stderr } = await akari(cms.dataDir, 'displays', 'pair', 'ZZZZ-ZZZZ', '--name', name)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^[^ -~].* \/ [A-Z].* \([a-z-]+\)/)
}, 30_000)

test('answers a mistyped option with one sentence in both languages', async () => {
  expect(await akari('nowhere', 'alerts', 'list', '--lvie')).toEqual({
    code: 1,
    stdout: '',
    stderr: '知らないオプションです: --lvie。akari --help をご覧ください / unknown option --lvie; see akari --help\n',
  })
  expect((await akari('nowhere', 'displays', 'pair', 'X', '--name')).stderr).toContain('--name <value>')
})

test('writes the file that a stick carries: of the drill, or with --live the real thing, and says what it does', async () => {
  const { dataDir } = await startCms()
  const folder = join(dataDir, 'stick')
  await mkdir(folder)
  const carry = (...flags: string[]) => akari(dataDir, 'alerts', 'carry', folder, ...flags)
  expect(await carry()).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing is in force') })
  expect(await carry('--live')).toMatchObject({ code: 0, stderr: '' })
  const files = (await readdir(folder)).toSorted()
  expect(files).toMatchObject([expect.stringMatching(/^akari-drill-/), expect.stringMatching(/^akari-live-/)])
  const [drill, live] = await Promise.all(
    files.map(async (file) => CarriedAlerts.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  )
  expect(Object.keys(drill ?? {})).toEqual(['akari', 'keys', 'drill'])
  expect(Object.keys(live ?? {})).toEqual(['akari', 'keys', 'live'])
  const missing = await akari(dataDir, 'alerts', 'carry', join(dataDir, 'no-such-folder'))
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot write:') })
}, 60_000)
