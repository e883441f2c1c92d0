import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { canInstall, install } from './apt.ts'
import { buildPages } from './build-pages.ts'
import { findChromium } from './chromium.ts'
import { say } from './messages.mjs'
import { roomyFolder } from './testing/roomy-folder.ts'
import { runFolder } from './testing/run-folder.ts'
import { runSuite, type Suite } from './testing/run-suite.ts'
import { lastLine, summarise, type SuiteEnd } from './testing/summary.ts'

const root = dirname(import.meta.dirname)

const suites: readonly (Suite & { kind: string })[] = [
  {
    kind: 'unit',
    name: 'vitest',
    command: 'vitest',
    arguments: ['run', '--reporter=default', '--reporter=./scripts/testing/vitest-reporter.ts'],
  },
  {
    kind: 'e2e',
    name: 'playwright',
    command: 'playwright',
    arguments: ['test', '--reporter=list,./scripts/testing/playwright-reporter.ts'],
  },
]

/** Programs for media, by Debian's package: what needs one is left out, with its reason, where it cannot be had. */
const MEDIA_PACKAGES = { ffmpeg: ['ffmpeg', 'ffprobe'], 'poppler-utils': ['pdftoppm', 'pdfinfo'] }

const wanted = wantedSuites()
const chromium = wanted === undefined ? undefined : await chromiumOrExplain()
if (wanted === undefined || chromium === undefined || !(await buildPages(root))) process.exit(1)
await mediaToolsOrExplain()
// Everything the suites write outside the repository, so that even an interrupted run leaves nothing behind.
const temporary = runFolder(roomyFolder(process.env))
// The servers that suites start compile their code once, not each of them again: a third of the work of a start.
const compiled = { NODE_COMPILE_CACHE: join(temporary, 'compiled') }
// Without any locale Chromium cannot name a file in Japanese.
const locale = process.env['LC_ALL'] === undefined && process.env['LANG'] === undefined ? { LANG: 'C.UTF-8' } : {}
const code = await run(wanted, { ...process.env, ...locale, ...compiled, AKARI_CHROMIUM: chromium, TMPDIR: temporary })
rmSync(temporary, { recursive: true, force: true, maxRetries: 3 })
process.exit(code)

/** Runs the suites one after the other (two browsers and a database at once would starve a small machine). */
async function run(wantedRuns: readonly Suite[], environment: NodeJS.ProcessEnv): Promise<number> {
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort())
  const ends: SuiteEnd[] = []
  for (const suite of wantedRuns) {
    if (!interruption.signal.aborted) ends.push(await runSuite(suite, root, environment, interruption.signal))
  }
  if (interruption.signal.aborted) {
    say('interrupted')
    return 130
  }
  return report(ends)
}

/** Prints every skip and its reason, what went wrong outside the tests, and, last of all, the counts. */
function report(ends: readonly SuiteEnd[]): number {
  const summary = summarise(ends)
  if (summary.skips.length > 0) say('skipped')
  for (const line of [...summary.skips.map((skip) => `  ${skip}`), ...summary.troubles]) console.error(line)
  console.log(lastLine(summary))
  return summary.failed === 0 ? 0 : 1
}

async function chromiumOrExplain(): Promise<string | undefined> {
  const corpus = process.env['AKARI_CORPUS']
  if (corpus === undefined) say('corpusUnset')
  else say('corpusSet', { path: corpus })
  let found = await findChromium(process.env)
  if (found.state === 'missing' && canInstall()) {
    say('chromiumInstalling')
    if (await install('chromium')) found = await findChromium(process.env)
  }
  switch (found.state) {
    case 'found':
      say('chromiumUsing', { path: found.path })
      return found.path
    case 'wrong':
      say('chromiumWrong', { path: found.path })
      return undefined
    case 'missing':
      say('chromiumMissing')
      return undefined
  }
}

async function mediaToolsOrExplain(): Promise<void> {
  for (const [name, programs] of Object.entries(MEDIA_PACKAGES)) {
    if (programs.every(starts)) continue
    if (canInstall()) {
      say('toolInstalling', { name })
      if ((await install(name)) && programs.every(starts)) continue
    }
    say('toolMissing', { name })
  }
}

function starts(program: string): boolean {
  return spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined
}

function wantedSuites(): readonly Suite[] | undefined {
  const known = suites.map((suite) => `--only ${suite.kind}`).join(', ')
  const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, strict: false })
  const chosen = suites.filter((suite) => values['only'] === undefined || values['only'] === suite.kind)
  const stranger = Object.keys(values).find((name) => name !== 'only') ?? positionals[0]
  if (chosen.length > 0 && stranger === undefined) return chosen
  say('unknownOption', { option: stranger ?? `--only ${String(values['only'])}`, known })
  return undefined
}
