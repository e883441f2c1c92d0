import { expect, test } from 'vitest'
import { en } from './en.ts'
import { ja } from './ja.ts'

type Tree = { [name: string]: string | Tree }

/** `a.b` → text; the plural forms that English needs and Japanese has not count as one key. */
function flat(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(tree)) {
    const key = prefix + name.replace(/_(one|other)$/, '')
    if (typeof value === 'string') found.set(key, value)
    else for (const [inner, text] of flat(value, `${key}.`)) found.set(inner, text)
  }
  return found
}

function gaps(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
}

const japanese = flat(ja)
const english = flat(en)

test('every text is there in both languages', () => {
  expect([...english.keys()].sort()).toEqual([...japanese.keys()].sort())
})

test('both languages fill in the same values', () => {
  for (const [key, text] of japanese) expect([key, gaps(english.get(key) ?? '')]).toEqual([key, gaps(text)])
})

test('English counts one and many', () => {
  const source = JSON.stringify(en)
  const ones = [...source.matchAll(/"(\w+)_one"/g)].map(([, name]) => name)
  const others = [...source.matchAll(/"(\w+)_other"/g)].map(([, name]) => name)
  expect(ones.length).toBeGreaterThan(10)
  expect(ones).toEqual(others)
})

const SOURCES = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })

test('no text that people read stands in the code', () => {
  const sources = Object.entries(SOURCES).filter(([path]) => !/\.test\.ts$|\/testing\//.test(path))
  expect(sources.length).toBeGreaterThan(50)
  const inJapanese = sources.filter(([, source]) => {
    const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace('[ァ-ヶ]', '')
    return /[\u3040-\u30ff\u4e00-\u9fff]/.test(code)
  })
  expect(inJapanese.map(([path]) => path)).toEqual([])
})
