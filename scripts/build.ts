import { globSync } from 'node:fs'
import { cp, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from './build-pages.ts'
import { electronBinary } from './electron.ts'
import { say } from './messages.mjs'
import { bundle } from './releasing/bundle.ts'
import { finishRelease } from './releasing/release-folder.ts'
import { copyRuntimePackages } from './releasing/runtime-packages.ts'
import { releaseShell } from './releasing/shell.ts'

const root = dirname(import.meta.dirname)
const samples = '@akari/content-samples'
/** What of the sample is no content: its code, and what is only there to make it. */
const notContent = new Set(['authoring', 'build', 'node_modules', 'package.json', 'src', 'town-feeds', 'tsconfig.json'])

const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'release') } } })
const release = resolve(values.out)

if (!(await buildPages(root))) process.exit(1)
await releaseCms(join(release, 'cms'))
await releaseAgent(join(release, 'agent'))
const electron = electronBinary(root)
if (electron === null || process.platform !== 'linux') say('shellLeftOut')
else
  await releaseShell(
    { electron: dirname(electron), built: join(root, 'apps/player/dist/shell') },
    join(release, 'shell'),
  )
await cp(join(root, 'kiosk-images'), join(release, 'kiosk-images'), { recursive: true })
await cp(join(root, 'docs', 'operations.md'), join(release, 'docs', 'operations.md'))
say('released', { folder: release })

/** The server, its command line and its worker processes, with the console beside them. */
async function releaseCms(folder: string): Promise<void> {
  const source = join(root, 'apps', 'cms', 'src')
  const workers = globSync('**/*.worker.ts', { cwd: source }).map((file): [string, string] => [
    basename(file, '.ts'),
    join(source, file),
  ])
  const packages = ['better-sqlite3', 'sharp', '@node-rs/argon2', 'swagger-ui-dist', 'lindera-wasm-nodejs-ipadic']
  const imported = await bundle({
    entries: { main: join(source, 'main.ts'), akari: join(source, 'cli', 'main.ts'), ...Object.fromEntries(workers) },
    outDir: folder,
    chunkFolder: '',
    external: [...packages, samples],
  })
  await copyRuntimePackages(packages, root, folder)
  if (imported.has(samples)) await releaseSamples(join(folder, 'node_modules', samples))
  await cp(join(root, 'apps', 'console', 'dist'), join(folder, 'console'), { recursive: true })
  await cp(join(root, 'docs', 'notices'), join(folder, 'notices'), { recursive: true })
  await finishRelease({ name: 'cms', folder, root })
}

/** The sample city hall as a package of its own: its code finds its files by their place beside it. */
async function releaseSamples(folder: string): Promise<void> {
  const source = join(root, 'content-samples')
  await bundle({
    entries: { 'src/index': join(source, 'src', 'index.ts') },
    outDir: folder,
    chunkFolder: 'src/',
    external: [],
  })
  for (const name of (await readdir(source)).filter((each) => !notContent.has(each))) {
    await cp(join(source, name), join(folder, name), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  }
  const manifest = {
    name: samples,
    version: '0.1.0',
    private: true,
    type: 'module',
    exports: { '.': './src/index.js' },
  }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** One display's agent with its screen, in the places where the agent looks for it, and the host of its Chromium. */
async function releaseAgent(folder: string): Promise<void> {
  const player = join(root, 'apps', 'player')
  await bundle({
    entries: {
      main: join(player, 'src', 'agent', 'main.ts'),
      kiosk: join(player, 'src', 'kiosk-browser', 'main.ts'),
    },
    outDir: folder,
    chunkFolder: 'src/agent/',
    external: [],
  })
  await cp(join(player, 'dist', 'screen'), join(folder, 'dist', 'screen'), { recursive: true })
  await cp(join(player, 'dist', 'shell', 'look.js'), join(folder, 'dist', 'shell', 'look.js'))
  await finishRelease({ name: 'agent', folder, root })
}
