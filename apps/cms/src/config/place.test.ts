import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KOGANEI } from '@akari/alerts'
import { Place } from '@akari/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { readPlace } from './place.ts'

test('Koganei is the shipped default, and a place by its own schema', async () => {
  expect(await readPlace(null)).toBe(KOGANEI)
  expect(Place.parse(KOGANEI)).toEqual(KOGANEI)
})

test('another city is a file of its own', async () => {
  const file = join(await folder(), 'fuchu.json')
  const fuchu = { ...KOGANEI, city: { code: '1320600', name: { ja: '府中市', en: 'Fuchu City' } } }
  await writeFile(file, JSON.stringify(fuchu))
  expect(await readPlace(file)).toEqual(fuchu)
})

test('what is wrong with the file is named', async () => {
  const file = join(await folder(), 'wrong.json')
  await expect(readPlace(file)).rejects.toThrow(/cannot read the place file/)
  await writeFile(file, '{')
  await expect(readPlace(file)).rejects.toThrow(/JSON/)
  await writeFile(file, JSON.stringify({ ...KOGANEI, earthquakeArea: { code: '3510', name: { ja: 'x' } } }))
  await expect(readPlace(file)).rejects.toThrow(/earthquakeArea\.code/)
})

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'akari-place-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}
