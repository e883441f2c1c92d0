import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { node } from '../support/processes.ts'

const root = join(import.meta.dirname, '..', '..')

/** What Node imports or starts directly; scenes and the pages are Vite's. */
const entries = [
  ...globSync('packages/*/src/index.ts', { cwd: root, exclude: ['packages/scenes/**'] }),
  ...globSync(
    '{content-samples/src/index,apps/cms/src/server,apps/player/src/agent/agent,apps/player/src/kiosk-browser/run}.ts',
    { cwd: root },
  ),
]

test('there are entries to load', () => {
  expect(entries).toEqual(expect.arrayContaining(['packages/protocol/src/index.ts', 'content-samples/src/index.ts']))
})

test.each(entries)('%s loads in plain Node 24', async (entry) => {
  const load = `const { pathToFileURL } = await import('node:url'); await import(pathToFileURL(${JSON.stringify(join(root, entry))}))`
  const run = promisify(execFile)(node, ['--input-type=module', '--eval', load], { cwd: root, timeout: 20_000 })
  await expect(run).resolves.toMatchObject({ stdout: '' })
})
