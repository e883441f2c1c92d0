import { createLogger, faultText } from '@akari/node-kit'
import { startAgent } from './agent.ts'
import { ConfigError, readConfig } from './config.ts'

/** The agent as a process: configuration from the environment, stops on SIGTERM and SIGINT. */
export async function run(): Promise<void> {
  try {
    const config = readConfig()
    const log = createLogger('player-agent', { level: config.logLevel })
    const agent = await startAgent(config, { log })
    log.info({ url: agent.url }, 'agent listening')
    const stop = (signal: NodeJS.Signals) => {
      log.info({ signal }, 'agent stopping')
      void agent.close()
    }
    process.once('SIGTERM', stop).once('SIGINT', stop)
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : faultText(error)}\n`)
    process.exitCode = 1
  }
}
