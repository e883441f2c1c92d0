import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runningOnNode24, workspaceNode } from './node-version.ts'

const run = promisify(execFile)

describe('runningOnNode24', () => {
  it('is true here', () => {
    expect(runningOnNode24(import.meta.filename)).toBe(true)
  })

  it('starts the entry again on the workspace’s Node, with its arguments and its exit code', async () => {
    const folder = await emptyFolder('akari-node-')
    const entry = join(folder, 'entry.ts')
    await writeFile(entry, `process.stdout.write('second start ' + process.argv.slice(2)); process.exitCode = 7`)
    const kit = JSON.stringify(join(import.meta.dirname, 'node-version.ts'))
    // The starter installs a Node beside the entry and claims to be Node 20 itself.
    const starter = `import { runningOnNode24 } from ${kit}
      import { symlinkSync, mkdirSync } from 'node:fs'
      mkdirSync(${JSON.stringify(join(folder, 'node_modules', '.bin'))}, { recursive: true })
      symlinkSync(process.execPath, ${JSON.stringify(join(folder, 'node_modules', '.bin', 'node'))})
      runningOnNode24(${JSON.stringify(entry)}, { version: '20.20.2', args: ['--port', '0'] })`
    await writeFile(join(folder, 'starter.ts'), starter)
    const failed = await run(process.execPath, [join(folder, 'starter.ts')]).catch((error: unknown) => error)
    expect(failed).toMatchObject({ code: 7, stdout: 'second start --port,0' })
  })
})

describe('workspaceNode', () => {
  it('finds none outside a workspace', async () => {
    expect(workspaceNode(await emptyFolder('akari-none-'))).toBe(null)
  })
})

async function emptyFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}
