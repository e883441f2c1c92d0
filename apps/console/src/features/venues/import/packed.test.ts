import { readVenue, unzip } from '@akari/wayfinding'
import { expect, test } from 'vitest'
import { packed } from './packed.ts'

const SAMPLE = import.meta.glob<string>('../../../../../../content-samples/venue/*.{json,geojson}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('a single file goes as it is', async () => {
  const plan = new File(['<svg/>'], 'hall_1.svg')
  expect(await packed([{ file: plan, folders: ['plans'] }])).toEqual({ name: 'hall_1.svg', body: plan })
})

test('the files of a dropped folder arrive as the same venue', async () => {
  const chosen = Object.entries(SAMPLE).map(([path, text]) => ({
    file: new File([text], path.split('/').at(-1) ?? ''),
    folders: ['市役所'],
  }))
  const { name, body } = await packed(chosen)
  expect(name).toBe('市役所.zip')
  const problems: unknown[] = []
  const files = unzip(
    new Uint8Array(await body.arrayBuffer()),
    name,
    (bytes) => bytes,
    (problem) => problems.push(problem),
  )
  expect(problems).toEqual([])
  expect([...files.keys()]).toHaveLength(chosen.length)
  expect(readVenue(files).venue?.levels).toHaveLength(4)
})
