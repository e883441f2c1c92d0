import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAkari } from '../../testing/command-line.ts'

const ROOT = join(import.meta.dirname, '../../../../..')
const SPAN = ['--from', '2026-11-02T07:30:00+09:00', '--to', '2026-11-02T18:30:00+09:00']
let folder = ''
let documented: string[] = []
let documentedZones: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akari-cli-'))
  const text = await readFile(join(ROOT, 'docs/programme-format.md'), 'utf8')
  const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? ''
  documented = block('jsonl').trim().split('\n')
  const [, shared = ''] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, inner]) => inner ?? '')
  const [, sharedLines = ''] = [...text.matchAll(/```jsonl\n([\s\S]*?)```/g)].map(([, inner]) => inner ?? '')
  documentedZones = sharedLines.trim().split('\n')
  await writeFile(join(folder, 'layout.json'), shared)
  const nested = JSON.stringify(JSON.parse(shared)).replace('"playlistId":"posters"', '"playlistId":"lobby"')
  await writeFile(join(folder, 'nested.json'), nested)
  await writeFile(join(folder, 'documented.json'), block('json'))
  await writeFile(join(folder, 'broken.json'), '{"entries": [')
  await writeFile(join(folder, 'malformed.json'), '{"playlists": [{"id": "a", "items": [{"id": "x", "seconds": 0}]}]}')
  const rule = { start: '2026-11-02T09:00', timeZone: 'Asia/Koganei' }
  const entries = [{ id: 'nowhere', playlistId: 'a', rule }]
  await writeFile(join(folder, 'nowhere.json'), JSON.stringify({ entries }))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs the command line in an empty place: no server, no data folder. */
async function akari(...args: string[]): Promise<{ code: number; lines: string[]; stderr: string }> {
  const { stdout, ...outcome } = await runAkari(args, { cwd: folder })
  return { lines: stdout.split('\n').filter((line) => line !== ''), ...outcome }
}

describe('akari programme resolve', () => {
  test('prints the changes that the documentation of the format prints for its example', async () => {
    const { code, lines, stderr } = await akari('programme', 'resolve', 'documented.json', ...SPAN, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines).toEqual(documented)
  })

  test('prints the changes of the zones of a layout as documented', async () => {
    const span = ['--from', '2026-11-02T00:00:00+09:00', '--to', '2026-11-02T00:02:00+09:00']
    const { code, lines, stderr } = await akari('programme', 'resolve', 'layout.json', ...span, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines).toEqual(documentedZones)
    const { lines: words } = await akari('programme', 'resolve', 'layout.json', ...span)
    expect(words[0]).toBe('2026-11-02T00:00:00+09:00\tdefault\t–\treception\tmain=fair side=counters')
  })

  test('prints a line of words without --json', async () => {
    const { lines } = await akari('programme', 'resolve', 'documented.json', ...SPAN)
    expect(lines[2]).toBe('2026-11-02T08:30:00+09:00\tscheduled\toffice\twaiting')
  })

  test.each([
    ['a file that is not there', 'gone.json', 'gone.json'],
    ['a file that is not JSON', 'broken.json', 'not JSON'],
    ['a value that may not stand there, by its place', 'malformed.json', 'playlists.0.items.0.seconds'],
    ['a layout in a zone, by its place', 'nested.json', 'playlists.0.items.0'],
    ['a rule that cannot be followed, by its entry', 'nowhere.json', 'nowhere cannot be followed: unknown-zone'],
  ])('says a sentence about %s, and exits with 1', async (_, file, words) => {
    const { code, lines, stderr } = await akari('programme', 'resolve', file, ...SPAN, '--json')
    expect({ code, lines }).toEqual({ code: 1, lines: [] })
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('wants a span that ends after it begins', async () => {
    const span = ['--from', '2026-11-02T09:00', '--to', '2026-11-02T09:00']
    expect((await akari('programme', 'resolve', 'documented.json', ...span)).stderr).toContain('--to')
    expect((await akari('programme', 'resolve', 'documented.json', '--to', '2026-11-02T09:00')).stderr).toContain(
      '--from',
    )
    const years = ['--from', '2026-01-01', '--to', '2037-01-01']
    expect((await akari('programme', 'resolve', 'documented.json', ...years)).stderr).toContain('3653 days at most')
    const mistaken = ['--from', '2026-02-30', '--to', '2026-03-01']
    expect((await akari('programme', 'resolve', 'documented.json', ...mistaken)).stderr).toContain('2026-02-30')
  })
})
