import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { startCms } from '../testing/running-cms.ts'

const COMMITTED = join(import.meta.dirname, '../../../../docs/openapi.json')
const Document = z.looseObject({ components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }) })

it('is what docs/openapi.json says: `npm run openapi` writes it anew where the routes have changed on purpose', async () => {
  const cms = await startCms()
  const { body } = await cms.call('GET', '/api/openapi.json')
  await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot(COMMITTED)
})

it('describes everything that it names, and not by its name alone', async () => {
  const cms = await startCms()
  const { body } = await cms.call('GET', '/api/openapi.json')
  const schemas = Object.entries(Document.parse(body).components.schemas)
  const named = schemas.filter(
    ([name, schema]) => z.strictObject({ $ref: z.literal(`#/components/schemas/${name}`) }).safeParse(schema).success,
  )
  expect(named.map(([name]) => name)).toEqual([])
})

it('refers to nothing that it does not describe', async () => {
  const cms = await startCms()
  const { body } = await cms.call('GET', '/api/openapi.json')
  const described = new Set(Object.keys(Document.parse(body).components.schemas))
  const referred = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference = '']) => reference)
  expect(referred.length).toBeGreaterThan(100)
  const lost = referred.filter((reference) => !described.has(reference.replace(/^#\/components\/schemas\//, '')))
  expect([...new Set(lost)]).toEqual([])
})
