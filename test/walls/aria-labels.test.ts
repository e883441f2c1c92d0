import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '..', '..', 'packages', 'scenes', 'src')
/** An attribute that is read out, and words that may hold readings. */
const READ_OUT = /\b(?:aria-label|aria-description|alt)=\{(?!withoutRuby\()([^\n]*?\b(?:\w*[wW]ords?|say|textIn)\(.*)/g

test('what is read out to people who do not see holds no marks of readings', () => {
  const found = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) =>
      [...readFileSync(join(SOURCES, name), 'utf8').matchAll(READ_OUT)].map(([attribute]) => `${name}: ${attribute}`),
    )
  expect(found).toEqual([])
})
