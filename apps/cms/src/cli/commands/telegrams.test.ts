import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAkari } from '../../testing/command-line.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akari-cli-'))
  await writeFile(join(folder, 'rain.xml'), rain('43', '18:00:00'))
  await writeFile(join(folder, 'less.xml'), rain('10', '18:30:00'))
  await writeFile(join(folder, 'quake.xml'), quake())
  await writeFile(join(folder, 'spoilt.xml'), '<!DOCTYPE a><a/>')
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs the command line in an empty place: no server, no data folder. */
async function akari(...args: string[]): Promise<{ code: number; lines: string[]; stderr: string }> {
  const { stdout, ...outcome } = await runAkari(args, { cwd: folder })
  return { lines: stdout.split('\n').filter((line) => line !== ''), ...outcome }
}
const parsed = (lines: readonly string[]): unknown[] => lines.map((line) => JSON.parse(line))

describe('akari alerts read', () => {
  test('says in one line of JSON for each file what it means here', async () => {
    const { code, lines, stderr } = await akari('alerts', 'read', 'rain.xml', 'quake.xml', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines[0]).toBe(
      '{"file":"rain.xml","format":"jma","code":"VPWW55","eventId":null,"serial":null,"channel":"live","effect":"raise",' +
        '"hazard":"heavy-rain","level":4,"class":"danger","intensity":null,"reason":"warning-in-force"}',
    )
    expect(parsed(lines)[1]).toEqual({
      file: 'quake.xml',
      format: 'jma',
      code: 'VXSE51',
      eventId: '20260920175900',
      serial: null,
      channel: 'drill',
      effect: 'raise',
      hazard: 'earthquake',
      level: null,
      class: 'info',
      intensity: { from: '5-', to: '5-' },
      reason: 'observed-in-area',
    })
  })

  test('goes on after a file that cannot be read, and exits with 1', async () => {
    const { code, lines } = await akari('alerts', 'read', 'spoilt.xml', 'nowhere.xml', 'rain.xml', '--json')
    expect(code).toBe(1)
    expect(parsed(lines)).toMatchObject([
      { file: 'spoilt.xml', error: 'doctype: a DOCTYPE is refused' },
      { file: 'nowhere.xml', error: expect.stringContaining('nowhere.xml') },
      { file: 'rain.xml', effect: 'raise' },
    ])
  })

  test('judges at another time when told so; without an offset it is the time of Japan', async () => {
    const later = await akari('alerts', 'read', 'quake.xml', '--json', '--at', '2026-09-20T20:00:00')
    expect(parsed(later.lines)).toMatchObject([{ effect: 'none', reason: 'expired' }])
    const nonsense = await akari('alerts', 'read', 'quake.xml', '--at', 'tomorrow')
    expect(nonsense).toMatchObject({ code: 1, lines: [] })
    expect(nonsense.stderr).toContain('tomorrow')
  })

  test('speaks to people without --json', async () => {
    const { lines } = await akari('alerts', 'read', 'rain.xml')
    expect(lines).toEqual(['rain.xml\tVPWW55\tlive\traise\theavy-rain L4 danger\twarning-in-force'])
  })
})

describe('akari alerts replay', () => {
  test('folds the files and tells after each what is in force', async () => {
    const { code, lines } = await akari('alerts', 'replay', 'rain.xml', 'less.xml', 'quake.xml', 'rain.xml', '--json')
    expect(code).toBe(0)
    const l2 = { hazard: 'heavy-rain', level: 2, class: 'advisory', channel: 'live', expiresAt: null }
    const shaken = { hazard: 'earthquake', level: null, class: 'info', channel: 'drill' }
    expect(parsed(lines)).toMatchObject([
      { file: 'rain.xml', inForce: [{ hazard: 'heavy-rain', level: 4, class: 'danger', channel: 'live' }] },
      { file: 'less.xml', inForce: [l2] },
      { file: 'quake.xml', inForce: [l2, { ...shaken, expiresAt: '2026-09-20T10:35:00.000Z' }] },
      { file: 'rain.xml', inForce: [l2, shaken] },
    ])
  })
})

function rain(code: string, time: string): string {
  const item = `<Item><Kind><Code>${code}</Code><Status>発表</Status></Kind><Area><Code>1321000</Code></Area></Item>`
  const body = `<Warning type="気象警報・注意報（市町村等）">${item}</Warning>`
  return report('気象警報・注意報（Ｒ０６）（大雨）', '通常', time, '', 'meteorology1', body)
}

function quake(): string {
  const area = '<Area><Code>351</Code><MaxInt>5-</MaxInt></Area>'
  const body = `<Intensity><Observation><Pref>${area}</Pref></Observation></Intensity>`
  return report('震度速報', '訓練', '18:35:00', '20260920175900', 'seismology1', body)
}

function report(title: string, status: string, time: string, eventId: string, ns: string, body: string): string {
  const root = 'http://xml.kishou.go.jp/jmaxml1/'
  return `<Report xmlns="${root}"><Control><Title>${title}</Title><DateTime>2026-09-20T09:00:10Z</DateTime>
<Status>${status}</Status><EditorialOffice>気象庁本庁</EditorialOffice></Control>
<Head xmlns="${root}informationBasis1/"><Title>x</Title><ReportDateTime>2026-09-20T${time}+09:00</ReportDateTime>
<EventID>${eventId}</EventID><InfoType>発表</InfoType><Serial></Serial><InfoKind>x</InfoKind></Head>
<Body xmlns="${root}body/${ns}/">${body}</Body></Report>`
}
