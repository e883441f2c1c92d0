import { join, resolve } from 'node:path'
import { buildPages } from './build-pages.ts'
import { say, sentence } from './messages.mjs'
import { type Supervisor, supervisor } from './start/children.ts'
import { cmsReady } from './start/cms.ts'
import { pairLobby } from './start/pair-lobby.ts'
import { dataArgument, startOptions } from './start/options.ts'
import { checkPort } from './start/ports.ts'
import { type Shown, showScreen } from './start/show-screen.ts'

const LOBBY = '1階ロビー'
const root = resolve(import.meta.dirname, '..')
const dataDir = dataDirOrEnd()
const agentPort = await portOf('AKARI_AGENT_PORT', '8090')
const streamPort = await portOf('AKARI_STREAM_PORT', '8091')
const feedsPort = await portOf('AKARI_FEEDS_PORT', '8093')
const agentUrl = `http://127.0.0.1:${agentPort}`

const children = startSupervisor()
let screen: Shown = { by: 'nobody', why: 'no-desktop' }
let ending: Promise<never> | null = null

/** Stops the screen and every child; safe to call again (Ctrl-C twice). */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    if (screen.by !== 'nobody') screen.child.kill('SIGTERM')
    await children.close()
    process.exit(code)
  })()
  return ending
}
process.on('SIGINT', () => void end(0)).on('SIGTERM', () => void end(0))

if (!(await buildPages(root))) process.exit(1)
say('starting')
children.start({
  name: 'council-stream',
  entry: join(root, 'content-samples/council-stream/main.ts'),
  args: ['--port', streamPort],
})
children.start({
  name: 'town-feeds',
  entry: join(root, 'content-samples/town-feeds/main.ts'),
  args: ['--port', feedsPort],
})
const cms = children.start({
  name: 'cms',
  entry: join(root, 'apps/cms/src/main.ts'),
  env: {
    AKARI_DATA: dataDir,
    AKARI_SEED: 'sample',
    AKARI_SAMPLE_SITTINGS: process.env['AKARI_SAMPLE_SITTINGS'] ?? 'on',
    AKARI_SAMPLE_STREAM_URL: `http://127.0.0.1:${streamPort}`,
    AKARI_SAMPLE_FEEDS_URL: `http://127.0.0.1:${feedsPort}`,
    // The feeds of the sample's town and the stream of its council are on this machine.
    AKARI_FEED_PRIVATE_HOSTS: '127.0.0.1',
    AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1',
  },
})
const ready = await cmsReady(cms)
if (ready === null) await end(1)
else {
  children.start({
    name: 'player',
    entry: join(root, 'apps/player/src/agent/main.ts'),
    env: {
      AKARI_CMS_URLS: ready.url,
      AKARI_AGENT_DATA: join(dataDir, 'player'),
      AKARI_AGENT_PORT: agentPort,
      AKARI_AGENT_SUPERVISED: '1',
      // One display has no neighbours, and a trial opens no port to the network.
      AKARI_RELAY: 'off',
      AKARI_SCREEN_DIR: join(root, 'apps/player/dist/screen'),
    },
  })
  if ((await pairLobby(agentUrl, LOBBY, { root, dataDir })) === 'not-paired') say('notPaired', { name: LOBBY })
  screen = await showScreen(agentUrl, root, dataDir)
  process.stdout.write(`${panel(ready.url, ready.firstAdmin)}\n`)
}

function panel(consoleUrl: string, firstAdmin: { username: string; password: string } | null): string {
  const shown = screen.by === 'nobody' ? screen.why : screen.by
  const data = dataArgument(dataDir, process.env['AKARI_DATA'])
  return [
    sentence('panelConsole', { url: consoleUrl }),
    sentence('panelScreen', { url: agentUrl }),
    sentence(`panelShown-${shown}`),
    firstAdmin === null ? sentence('panelKnownAdmin', { data }) : sentence('panelFirstAdmin', firstAdmin),
    sentence('panelDrill', { data }),
    sentence('panelStop'),
  ].join('\n\n')
}

/** Where the data live; where help was asked for, or what nobody knows, that is said, and the end. */
function dataDirOrEnd(): string {
  const options = startOptions(process.argv.slice(2), process.env['AKARI_DATA'])
  switch (options.kind) {
    case 'run':
      return options.dataDir
    case 'help':
      process.stdout.write(`${sentence('startUsage')}\n`)
      process.exit(0)
    case 'wrong':
      say('startWrong', { option: options.option })
      say('startUsage')
      process.exit(2)
  }
}

/** A port that can be listened on; otherwise one sentence that names the variable, and the end. */
async function portOf(variable: string, usual: string): Promise<string> {
  const checked = await checkPort(process.env[variable] ?? usual)
  if (checked.state === 'free') return String(checked.port)
  say(checked.state === 'taken' ? 'portTaken' : 'portInvalid', { variable, port: checked.text })
  process.exit(1)
}

function startSupervisor(): Supervisor {
  try {
    return supervisor(join(dataDir, 'logs'), (name) => {
      say('childKeepsEnding', { name, log: join(dataDir, 'logs', `${name}.log`) })
    })
  } catch (error) {
    say('dataUnwritable', { folder: dataDir, why: error instanceof Error ? error.message : String(error) })
    process.exit(1)
  }
}
