import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { samplePath } from '@akari/content-samples'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { readVenueFolder } from './venue-folder.ts'

async function folderOf(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akari-venue-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of names) await cp(samplePath(`venue/${name}`), join(folder, name), { recursive: true })
  return folder
}

it('says what of a floor map was left out', async () => {
  const folder = await folderOf('.')
  expect((await readVenueFolder(folder)).problems).toEqual([])
  const path = join(folder, 'amenity.geojson')
  const { features, ...rest } = z
    .looseObject({ features: z.array(z.looseObject({})) })
    .parse(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, JSON.stringify({ ...rest, features: [...features, { ...features[0] }] }))
  expect((await readVenueFolder(folder)).problems).toMatchObject([{ code: 'duplicate-id', file: 'amenity.geojson' }])
})

it('refuses what is no whole floor map, in sentences of both languages', async () => {
  const refused = await readVenueFolder(await folderOf('level.geojson')).catch((err: unknown) => err)
  expect(refused).toMatchObject({ code: 'media-refused' })
  expect(String(refused)).toContain(
    '館内図（IMDF）を読み取れません：venue.geojson がありません · unit.geojson がありません',
  )
  expect(String(refused)).toContain(
    'The venue (IMDF) cannot be read: venue.geojson is missing · unit.geojson is missing',
  )
})
