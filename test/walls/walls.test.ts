import { execFile } from 'node:child_process'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'
import { type Plant, plants } from './plants.ts'

const root = join(import.meta.dirname, '..', '..')

/** The planted folder has no @types: just what the plants touch. */
const ambient = `declare const process: { env: Record<string, string | undefined> }
declare const console: { log(text: string): void }
`

type Diagnostic = { code: string; filename: string }

let folder: TemporaryFolder
let found: Map<string, string[]>

beforeAll(async () => {
  folder = await temporaryFolder('walls')
  await cp(join(root, '.oxlintrc.json'), join(folder.path, '.oxlintrc.json'))
  await cp(join(root, 'tsconfig.base.json'), join(folder.path, 'tsconfig.base.json'))
  await writeFile(
    join(folder.path, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.base.json', include: ['**/*'] }),
  )
  await writeFile(join(folder.path, 'globals.d.ts'), ambient)
  for (const plant of plants) await put(plant)
  found = await lint(folder.path)
})
afterAll(() => folder.remove())

test.each(plants.filter((plant) => plant.rule !== null))('reported: $wall ($file)', ({ file, rule }) => {
  expect(found.get(file) ?? []).toContain(rule)
})

test.each(plants.filter((plant) => plant.rule === null))('let pass: $wall ($file)', ({ file }) => {
  expect(found.get(file) ?? []).toEqual([])
})

async function put(plant: Plant): Promise<void> {
  const file = join(folder.path, plant.file)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, plant.code, { flag: 'wx' })
}

/** The rules that the repository's own configuration reports, by file. */
async function lint(path: string): Promise<Map<string, string[]>> {
  const flags = ['--type-aware', '--format=json', '.']
  const output = await new Promise<string>((resolve, reject) => {
    execFile(
      join(root, 'node_modules/.bin/oxlint'),
      flags,
      { cwd: path, maxBuffer: 1 << 24 },
      (error, stdout, stderr) =>
        stdout.startsWith('{') ? resolve(stdout) : reject(new Error(`oxlint: ${stderr}${stdout}`, { cause: error })),
    )
  })
  const { diagnostics } = JSON.parse(output) as { diagnostics: Diagnostic[] }
  const byFile = Map.groupBy(diagnostics, (diagnostic) => diagnostic.filename)
  return new Map([...byFile].map(([file, list]) => [file, list.map((diagnostic) => diagnostic.code)]))
}
