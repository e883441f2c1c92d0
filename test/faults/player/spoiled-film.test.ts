import { readFile } from 'node:fs/promises'
import { samplePath } from '@akari/content-samples'
import { expect, test } from 'vitest'
import { spoiledFilm } from './spoiled-film.ts'

test('a spoiled film is as long as it was, begins as it did, and two of them differ', async () => {
  const film = await readFile(samplePath('media/kingfisher.mp4'))
  const spoiled = spoiledFilm(film, { fromShare: 0.5, with: 'one' })
  expect(spoiled).toHaveLength(film.length)
  expect(spoiled.subarray(0, 1000).equals(film.subarray(0, 1000))).toBe(true)
  expect(spoiled.equals(film)).toBe(false)
  expect(spoiledFilm(film, { fromShare: 0.5, with: 'two' }).equals(spoiled)).toBe(false)
})

test('what is no film is not spoiled', () => {
  expect(() => spoiledFilm(Buffer.alloc(100), { fromShare: 0, with: '' })).toThrow('mdat')
})
