import { createLogger, faultText, reportToSystemd, START_ME_AGAIN } from '@akari/node-kit'
import { startAgent } from './agent.ts'
import { ConfigError, readConfig } from './config.ts'
import { logRing } from './device/log-ring.ts'

/** The agent as a process: configuration from the environment, stops on SIGTERM and SIGINT. */
export async function run(): Promise<void> {
  try {
    const config = readConfig()
    const ring = logRing()
    const log = createLogger('player-agent', { level: config.logLevel, destination: ring.before(process.stdout) })
    const restart = (): void => {
      log.info('agent starts again')
      process.exitCode = START_ME_AGAIN
      void agent.close()
    }
    const agent = await startAgent(config, { log, recentLog: ring.lines, restart })
    const systemd = reportToSystemd()
    const stop = (signal: NodeJS.Signals) => {
      log.info({ signal }, 'agent stopping')
      systemd.close()
      void agent.close()
    }
    // Before it says that it is there: whoever hears that may end it at once.
    process.once('SIGTERM', stop).once('SIGINT', stop)
    log.info({ url: agent.url }, 'agent listening')
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : faultText(error)}\n`)
    process.exitCode = 1
  }
}
