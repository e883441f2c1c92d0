import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProgrammeFile } from './programme-file.ts'
import { CliError } from './say.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akari-programme-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(text: string): Promise<string> {
  const file = join(folder, 'programme.json')
  await writeFile(file, text)
  return file
}

function withRule(rule: unknown): string {
  return JSON.stringify({ entries: [{ id: 'x', playlistId: 'a', rule }] })
}

describe('a programme file', () => {
  test('may leave out whatever has an obvious value', async () => {
    const programme = await readProgrammeFile(await written('{"playlists": [{"id": "a", "items": []}]}'))
    expect(programme).toMatchObject({ timeZone: 'Asia/Tokyo', entries: [], defaultPlaylistId: null })
  })

  test.each([
    ['a list', '[]', 'malformed'],
    ['brackets without end', '['.repeat(100_000), 'not JSON'],
    ['a file that was cut off', '{"playlists": [{"id": "a", "ite', 'not JSON'],
    ['a field that is mistyped', '{"playlists": [{"id": "a", "items": [], "synk": true}]}', 'playlists.0.synk'],
    ['a field of a prototype', '{"__proto__": {"entries": 1}}', 'no such field'],
    ['an id that is none', '{"playlists": [{"id": "", "items": []}]}', 'playlists.0.id'],
    [
      'a rule that never occurs',
      withRule({ start: '2026-02-01T09:00', rrule: 'FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2' }),
      'never-occurs',
    ],
    [
      'two ends at once',
      withRule({ start: '2026-02-01T09:00', rrule: 'FREQ=DAILY;COUNT=2;UNTIL=20260301T000000Z' }),
      'contradictory',
    ],
    ['a date that does not exist', withRule({ start: '2026-02-30T09:00' }), 'unreadable'],
    ['no length', withRule({ start: '2026-02-01T09:00', durationMinutes: 0 }), 'entries.0.rule.durationMinutes'],
    ['an unknown zone', '{"timeZone": "Asia/Koganei"}', 'Asia/Koganei'],
  ])('with %s is refused with a sentence', async (_, text, words) => {
    const refused = readProgrammeFile(await written(text))
    await expect(refused).rejects.toThrow(words)
    await expect(refused).rejects.toBeInstanceOf(CliError)
  })

  test('that is far too large, or a folder, is not read at all', async () => {
    const file = await written('')
    await truncate(file, 64_000_001)
    await expect(readProgrammeFile(file)).rejects.toThrow('larger than 64 MB')
    await expect(readProgrammeFile(folder)).rejects.toThrow('cannot read')
  })
})
