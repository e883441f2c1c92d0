import { z } from 'zod'
import { LoopbackOrigin } from '../host/loopback-origin.ts'
import { MemoryMb } from '../host/memory-ceiling.ts'

export type ShellConfig = {
  /** Where the agent serves the screen, for example `http://127.0.0.1:8090`; always this machine. */
  screenOrigin: string
  /** Which monitor, counted from the left and the top, beginning with 0; null is the primary one. */
  display: number | null
  /** Whether a launcher or systemd starts the shell again when it ends; otherwise it does so itself. */
  supervised: boolean
  /** Memory of the page in MiB from which it is loaded anew at a quiet moment. */
  ceilingMb: number
  logLevel: string
}

/** A setting that cannot be used; the message names the variable. */
export class ConfigError extends Error {}

const Environment = z.object({
  AKARI_SCREEN_URL: LoopbackOrigin.prefault('http://127.0.0.1:8090'),
  AKARI_SCREEN_DISPLAY: z
    .string()
    .regex(/^\d{1,2}$/, { error: 'must be a number: 0 is the leftmost monitor' })
    .transform(Number)
    .optional(),
  AKARI_SHELL_SUPERVISED: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  AKARI_SCREEN_MEMORY_MB: MemoryMb.prefault('1200'),
  AKARI_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Reads the environment; throws ConfigError naming the first variable that cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): ShellConfig {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message}`)
  }
  return {
    screenOrigin: parsed.data.AKARI_SCREEN_URL,
    display: parsed.data.AKARI_SCREEN_DISPLAY ?? null,
    supervised: parsed.data.AKARI_SHELL_SUPERVISED === '1',
    ceilingMb: parsed.data.AKARI_SCREEN_MEMORY_MB,
    logLevel: parsed.data.AKARI_LOG_LEVEL,
  }
}
