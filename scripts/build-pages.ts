import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { say } from './messages.mjs'

type Page = { name: string; folder: string; config: string; sources: string[]; output: string }

/** Workspaces whose code the pages bundle; a change in any of them makes what is built stale. */
const shared = [
  'packages/{protocol,zip,programme,alerts,wayfinding,transit,text,scenes}/{src/**,package.json}',
  'package-lock.json',
  'scripts/woff2-only.ts',
]

const pages: readonly Page[] = [
  {
    name: 'console',
    folder: 'apps/console',
    config: 'vite.config.ts',
    sources: ['apps/console/{src/**,public/**,index.html,package.json,vite.config.ts}'],
    output: 'apps/console/dist',
  },
  {
    name: 'screen',
    folder: 'apps/player',
    config: 'vite.config.ts',
    sources: ['apps/player/{src/screen/**,public/**,index.html,package.json,vite.config.ts}'],
    output: 'apps/player/dist/screen',
  },
  {
    name: 'shell',
    folder: 'apps/player',
    config: 'vite.shell.config.ts',
    sources: [
      'apps/player/{src/shell/**,src/host/**,package.json,vite.shell.config.ts}',
      'packages/node-kit/{src/**,package.json}',
    ],
    output: 'apps/player/dist/shell',
  },
]

/**
 * Builds the console, the screen and the shell around it where their sources (or the packages they bundle) have changed since the last
 * build; `names` picks some of them. Vite's output goes to stderr. Returns whether all are ready; a failure has been told
 * by then.
 */
export async function buildPages(root: string, names: readonly string[] = pages.map((p) => p.name)): Promise<boolean> {
  for (const page of pages.filter((p) => names.includes(p.name))) {
    const stampFile = join(root, page.output, '.sources')
    const wanted = sourcesHash(root, page)
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) continue
    say('building', { page: page.name })
    if (!(await viteBuild(root, page))) {
      say('buildFailed', { page: page.name })
      return false
    }
    writeFileSync(stampFile, wanted)
  }
  return true
}

function sourcesHash(root: string, page: Page): string {
  const files = globSync([...page.sources, ...shared], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function viteBuild(root: string, page: Page): Promise<boolean> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vite, 'build', '--config', page.config, '--logLevel', 'warn'], {
      cwd: join(root, page.folder),
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
