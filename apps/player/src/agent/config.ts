import { resolve } from 'node:path'
import { StreetsBy } from '@akari/protocol'
import { z } from 'zod'
import { DEFAULT_FOLDER } from './folder.config.ts'
import { type ContentConfig, ContentEnvironment, contentConfigOf } from './content/content-config.ts'
import { type PanelConfig, PanelEnvironment, panelConfigOf } from './panel/panel-config.ts'
import { type PowerConfig, PowerEnvironment, powerConfigOf } from './power/power-config.ts'
import { Command } from './run-program.ts'
import { type RelayConfig, RelayEnvironment, relayConfigOf } from './relay/relay-config.ts'

/** How often things repeat, in milliseconds. Fixed in production; tests shorten them. */
export type Timing = {
  alertPollOfflineMs: number
  alertPollOnlineMs: number
  programmePollMs: number
  screenWaitMs: number
  screenRequestMs: number
  pairingPollMs: number
  revokedRetryMs: number
  healthMs: number
  playsMs: number
  probeMs: number
  doubtMs: number
  probeTimeoutMs: number
  reconnectCapMs: number
  alertFolderMs: number
  /** How long a neighbour may be silent before it is asked anew beside the first time. */
  askAgainMs: number
}

export const TIMING: Timing = {
  alertPollOfflineMs: 5_000,
  alertPollOnlineMs: 30_000,
  programmePollMs: 60_000,
  screenWaitMs: 1_500,
  screenRequestMs: 10_000,
  pairingPollMs: 2_000,
  revokedRetryMs: 15_000,
  healthMs: 10_000,
  playsMs: 60_000,
  probeMs: 2_000,
  doubtMs: 1_500,
  probeTimeoutMs: 3_000,
  reconnectCapMs: 3_000,
  alertFolderMs: 1_000,
  askAgainMs: 350,
}

export type AgentConfig = {
  /** Origins of the CMS nodes, in order of preference. */
  cmsUrls: readonly [string, ...string[]]
  dataFolder: string
  port: number
  screenFolder: string
  /** Whether systemd or a launcher starts the agent again when it ends. */
  supervised: boolean
  /** What starts this device anew, for example `systemctl reboot`; null: staff cannot ask for it. */
  rebootCommand: Readonly<Command> | null
  logLevel: string
  content: ContentConfig
  power: PowerConfig
  panel: PanelConfig
  relay: RelayConfig
  /** Who draws the streets beneath maps; `auto`: the page finds out whether it can. */
  streets: StreetsBy | 'auto'
  timing: Timing
}

/** A setting that cannot be used; the message names the variable. */
export class ConfigError extends Error {}

const CmsUrls = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)).min(1))

const Environment = z.object({
  AKARI_CMS_URLS: CmsUrls.prefault('http://127.0.0.1:8080'),
  AKARI_AGENT_DATA: z.string().min(1).default(DEFAULT_FOLDER),
  AKARI_AGENT_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  AKARI_SCREEN_DIR: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, '../../dist/screen')),
  AKARI_AGENT_SUPERVISED: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  AKARI_REBOOT_COMMAND: Command.optional(),
  AKARI_LOG: z.enum(['fatal', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  AKARI_STREETS: z.enum(['auto', ...StreetsBy.options]).default('auto'),
  ...ContentEnvironment.shape,
  ...PowerEnvironment.shape,
  ...PanelEnvironment.shape,
  ...RelayEnvironment.shape,
})

/** Reads the environment; throws ConfigError naming the first variable that cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): AgentConfig {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message}`)
  }
  const settings = parsed.data
  const panel = panelConfigOf(settings)
  if (panel === null)
    throw new ConfigError('AKARI_PANEL_ON, AKARI_PANEL_OFF: rs232 needs the bytes of the panel’s manual')
  const [first, ...others] = settings.AKARI_CMS_URLS
  if (first === undefined) throw new ConfigError('AKARI_CMS_URLS: empty')
  return {
    cmsUrls: [first, ...others],
    dataFolder: resolve(settings.AKARI_AGENT_DATA),
    port: settings.AKARI_AGENT_PORT,
    screenFolder: resolve(settings.AKARI_SCREEN_DIR),
    supervised: settings.AKARI_AGENT_SUPERVISED === '1',
    rebootCommand: settings.AKARI_REBOOT_COMMAND ?? null,
    logLevel: settings.AKARI_LOG,
    content: contentConfigOf(settings),
    power: powerConfigOf(settings),
    panel,
    relay: relayConfigOf(settings),
    streets: settings.AKARI_STREETS,
    timing: TIMING,
  }
}
