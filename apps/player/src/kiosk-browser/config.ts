import { resolve } from 'node:path'
import { z } from 'zod'
import { LoopbackOrigin } from '../host/loopback-origin.ts'
import { MemoryMb } from '../host/memory-ceiling.ts'
import { DEFAULT_FOLDER } from './folder.config.ts'

export type KioskConfig = {
  /** Where the agent serves the screen, for example `http://127.0.0.1:8090`; always this machine. */
  screenOrigin: string
  /** The browser's program: a path, or a name that is looked for on PATH. */
  chromium: string
  /** Chromium's own files; kept for the next start. */
  profileFolder: string
  /** Flags beside our own, for example `--ozone-platform=wayland`. */
  moreFlags: readonly string[]
  /** What Vite built for the built-in page. */
  lookFile: string
  /** Memory of the page in MiB from which it is loaded anew at a quiet moment. */
  ceilingMb: number
  logLevel: string
}

/** A setting that cannot be used; the message names the variable. */
export class ConfigError extends Error {}

const A_PORT = /^--remote-(debugging-(port|address)|allow-origins)/
/** What would take off the lock; the way a browser looks and draws is the machine's own business. */
const A_KEY =
  /^--(no-)?(proxy|host-(resolver-)?rules|disable-web-security|allow-running|unsafely|ignore-certificate|load-extension|disable-extensions-except|user-data-dir|app=|enable-logging|log-file|allow-file-access)/

const Flags = z
  .string()
  .transform((text) => text.split(/\s+/).filter((flag) => flag !== ''))
  .refine((flags) => flags.every((flag) => flag.startsWith('--')), { error: 'must be flags that begin with --' })
  .refine((flags) => !flags.some((flag) => A_PORT.test(flag)), {
    error: 'must not open a debugging port: whoever reaches it owns the glass',
  })
  .refine((flags) => !flags.some((flag) => A_KEY.test(flag)), {
    error: 'must not let the page reach more than the agent, or Chromium more than its own folder',
  })

const Environment = z.object({
  AKARI_SCREEN_URL: LoopbackOrigin.prefault('http://127.0.0.1:8090'),
  AKARI_CHROMIUM: z.string().min(1).default('chromium'),
  AKARI_KIOSK_DATA: z.string().min(1).default(DEFAULT_FOLDER),
  AKARI_CHROMIUM_FLAGS: Flags.prefault(''),
  AKARI_KIOSK_LOOK: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, '../../dist/shell/look.js')),
  AKARI_SCREEN_MEMORY_MB: MemoryMb.prefault('1200'),
  AKARI_LOG: z.enum(['fatal', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Reads the environment; throws ConfigError naming the first variable that cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): KioskConfig {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message}`)
  }
  const settings = parsed.data
  return {
    screenOrigin: settings.AKARI_SCREEN_URL,
    chromium: settings.AKARI_CHROMIUM,
    profileFolder: resolve(settings.AKARI_KIOSK_DATA),
    moreFlags: settings.AKARI_CHROMIUM_FLAGS,
    lookFile: resolve(settings.AKARI_KIOSK_LOOK),
    ceilingMb: settings.AKARI_SCREEN_MEMORY_MB,
    logLevel: settings.AKARI_LOG,
  }
}
