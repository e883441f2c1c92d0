import { inflateRawSync } from 'node:zlib'
import type { InflateRaw } from '@akari/zip'
import { zipFile, type ZipEntry } from '@akari/zip/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyVenue } from '../testing/tiny-venue.ts'
import type { ImportProblem } from './import-problem.ts'
import { readVenue } from './read-venue.ts'
import { unzip } from './zip.ts'

const inflate: InflateRaw = (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes })

function opened(bytes: Uint8Array) {
  const problems: ImportProblem[] = []
  const files = unzip(bytes, 'hall.zip', inflate, (problem) => problems.push(problem))
  return { files, problems: problems.map(({ code, file }) => `${code} ${file}`) }
}

const entries = [...tinyVenue()].map(([path, content]): ZipEntry => ({ path: `hall/${path}`, content }))

describe('a venue in a zip archive', () => {
  it('is read like the folder, packed or not, with folders in it, and what an operating system adds', () => {
    const extras: ZipEntry[] = [
      { path: '__MACOSX/hall/._unit.geojson', content: 'rubbish' },
      { path: 'hall/.DS_Store', content: 'rubbish' },
      { path: 'hall/readme.txt', content: 'rubbish' },
    ]
    for (const method of [0, 8] as const) {
      const { files, problems } = opened(zipFile([...entries.map((entry) => ({ ...entry, method })), ...extras]))
      expect(problems).toEqual([])
      const read = readVenue(files)
      expect(read.problems).toEqual([])
      expect(read.venue?.units.map(({ id }) => id)).toEqual(['hall', 'citizens', 'toilet'])
    }
  })

  it.each(['../unit.geojson', '/etc/unit.geojson', 'C:\\unit.geojson', 'a/../../unit.geojson', '..\\unit.geojson'])(
    'does not follow %s out of itself',
    (path) => {
      const { files, problems } = opened(
        zipFile([
          { path, content: '{}' },
          { path: 'level.geojson', content: '{}' },
        ]),
      )
      expect([...files.keys()]).toEqual(['level.geojson'])
      expect(problems).toEqual([`archive-path-unsafe ${path}`])
    },
  )

  it('is not unpacked where it announces more than a venue is', () => {
    const bomb = { path: 'unit.geojson', content: '0'.repeat(1000), size: 300 * 1024 * 1024 }
    expect(opened(zipFile([bomb]))).toEqual({ files: new Map(), problems: ['archive-too-large hall.zip'] })
    const many = Array.from({ length: 2001 }, (_, n): ZipEntry => ({ path: `${n}.json`, content: '' }))
    expect(opened(zipFile(many)).problems).toEqual(['archive-too-large hall.zip'])
  })

  it('gives no file that holds more than it announces, or something else', () => {
    const lies: ZipEntry[] = [
      { path: 'a.json', content: '0'.repeat(100_000), size: 10 },
      { path: 'b.json', content: '{}', crc: 1 },
      { path: 'c.json', content: '{}', flags: 1 },
      { path: 'd.json', content: '{}' },
    ]
    const { files, problems } = opened(zipFile(lies))
    expect([...files.keys()]).toEqual(['d.json'])
    expect(problems).toEqual(['archive-broken a.json', 'archive-broken b.json', 'archive-unsupported c.json'])
  })

  it('may be torn or damaged anywhere without anything being thrown', () => {
    const whole = zipFile(entries)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isTorn) => {
        const bytes = isTorn ? whole.subarray(0, at) : whole.with(at, byte)
        const { files, problems } = opened(bytes)
        if (isTorn) expect(files.size === entries.length || problems.length > 0).toBe(true)
        const read = readVenue(files)
        if (read.venue === null) expect(read.problems.length + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})
