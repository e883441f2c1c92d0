import { createLogger, reportToSystemd } from '@akari/node-kit'
import { configFrom, StartupError } from './config/config.ts'
import { readEnvironment } from './config/environment.ts'
import { type RunningServer, startServer } from './server.ts'

/** Starts the CMS as a process: one sentence and exit 1 when it cannot, a clean stop on SIGTERM and SIGINT. */
export async function run(): Promise<void> {
  let server: RunningServer
  try {
    const config = configFrom(readEnvironment(), process.cwd())
    server = await startServer(config, { log: createLogger('cms', { level: config.logLevel }), now: () => new Date() })
  } catch (err) {
    if (!(err instanceof StartupError)) throw err
    process.stderr.write(`${err.message}\n`)
    process.exitCode = 1
    return
  }
  announce(server)
  server.getReady()
  const systemd = reportToSystemd()
  const stop = () => {
    systemd.close()
    server.close().then(
      () => process.exit(0),
      (err: unknown) => {
        process.stderr.write(`${String(err)}\n`)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}

/** To the launcher over IPC when there is one, else to the terminal. The first password is told nowhere else. */
function announce(server: RunningServer): void {
  const { url, firstAdmin, seeded } = server
  if (process.send !== undefined) {
    process.send({ type: 'ready', url, firstAdmin, seeded })
    return
  }
  process.stdout.write(`Akari CMS ${url}\n`)
  if (firstAdmin !== null) {
    process.stdout.write(
      `最初の管理者 / first administrator: ${firstAdmin.username}  ${firstAdmin.password}\n(この表示は一度だけです / shown only once)\n`,
    )
  }
}
