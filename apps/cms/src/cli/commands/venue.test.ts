import { join } from 'node:path'
import { samplePath } from '@akari/content-samples'
import { describe, expect, it } from 'vitest'
import { runAkari } from '../../testing/command-line.ts'

const akari = (...args: string[]) => runAkari(['venue', ...args])

describe('akari venue', () => {
  it('checks a floor map and says what it holds', async () => {
    const { code, stdout } = await akari('check', samplePath('venue'), '--json')
    expect(JSON.parse(stdout)).toEqual({
      format: 'imdf',
      levels: 4,
      units: 110,
      openings: 122,
      occupants: 34,
      amenities: 62,
      components: 1,
      unreachable: [],
      problems: [],
    })
    expect(code).toBe(0)
  })

  it.each([
    ['nothing at that path', 'nowhere', 'file-missing'],
    ['something that is no floor map', 'package.json', 'format-unknown'],
  ])('says in the same shape that there is no floor map, for %s', async (_what, path, problem) => {
    const { code, stdout } = await akari('check', join(import.meta.dirname, '../../..', path), '--json')
    expect(JSON.parse(stdout)).toEqual({
      format: null,
      levels: 0,
      units: 0,
      openings: 0,
      occupants: 0,
      amenities: 0,
      components: 0,
      unreachable: [],
      problems: [expect.objectContaining({ code: problem })],
    })
    expect(code).toBe(1)
  })

  it('guides from a display to a counter on another level, by name and without steps', async () => {
    const journey = ['--from', '総合案内前', '--to', 'ごみ対策課', '--profile', 'step-free']
    const { code, stdout } = await akari('route', samplePath('venue'), ...journey, '--json')
    const route: unknown = JSON.parse(stdout)
    expect(route).toMatchObject({ found: true, levels: ['1F', '2F'], reason: null })
    expect(route).toMatchObject({
      steps: [
        { kind: 'walk', level: '1F' },
        { kind: 'elevator', level: '2F', text: { ja: 'エレベーターで2Fへ行きます', en: 'Take the lift to 2F' } },
        { kind: 'walk', level: '2F' },
        { kind: 'arrive', level: '2F', metres: 0 },
      ],
    })
    expect(code).toBe(0)
  })

  it('says why there is no way, and exits with 1', async () => {
    const { code, stdout } = await akari(
      'route',
      samplePath('venue'),
      '--from',
      '総合案内前',
      '--to',
      '水族館',
      '--json',
    )
    expect(JSON.parse(stdout)).toEqual({
      found: false,
      metres: 0,
      seconds: 0,
      levels: [],
      steps: [],
      reason: 'to-unknown',
    })
    expect(code).toBe(1)
  })

  it('says which option lacks what, and what to write there', async () => {
    const route = (...args: string[]) => akari('route', samplePath('venue'), ...args)
    const from = await route('--from')
    expect(from).toMatchObject({ code: 1, stdout: '' })
    expect(from.stderr).toContain('--from <value> の後に値を書いてください')
    expect((await route('--from', '--to', 'ごみ対策課')).stderr).toContain('--from の後に値を書いてください')
    expect((await route('--from', '', '--to', 'ごみ対策課')).stderr).toMatch(
      /^--from に、出発する場所の名前.* \/ give --from/,
    )
    expect((await route('--from', '総合案内前')).stderr).toMatch(/^--to に、行き先の名前.* \/ give --to/)
    const profile = await route('--from', '総合案内前', '--to', 'ごみ対策課', '--profile', 'flying')
    expect(profile.stderr).toContain('there is no profile flying; choose one of shortest')
  })

  it('says in a sentence what is wrong with a floor map that cannot be read', async () => {
    const { code, stderr } = await akari(
      'route',
      join(samplePath('venue'), 'level.geojson'),
      '--from',
      'a',
      '--to',
      'b',
    )
    expect(code).toBe(1)
    expect(stderr).toMatch(/^館内図を読めません: .*level\.geojson/)
    expect(stderr).toContain('  unit.geojson がありません / unit.geojson is missing\n')
    expect(stderr).not.toContain('file-missing')
  })
})
