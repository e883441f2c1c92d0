import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { z } from 'zod'
import { node } from '../../support/processes.ts'
import { HostMessage, type HostQuestion } from './host-messages.ts'
import type { Process } from './kept.ts'
import { GlassLook } from './look.ts'

export type Host = Process & {
  /** Null where nothing answers in time: no browser, no page, or one that stands still. */
  look: () => Promise<GlassLook | null>
  /** The same for anything else that can be asked; null also where the answer is not of the schema. */
  ask: <T>(question: HostQuestion, answer: z.ZodType<T>, limitMs: number) => Promise<T | null>
  /** The browser at the last answer. */
  browserPid: () => number | null
}

const LOOK_MS = 3_000

/** Starts the kiosk host with a headless Chromium for this agent. */
export function startHost(options: { screenOrigin: string; chromium: string; folder: string }): Promise<Host> {
  const child = fork(join(import.meta.dirname, 'host.process.ts'), {
    execPath: node,
    env: {
      ...process.env,
      AKARI_SCREEN_URL: options.screenOrigin,
      AKARI_CHROMIUM: options.chromium,
      AKARI_CHROMIUM_FLAGS: '--headless=new --window-size=960,540',
      AKARI_KIOSK_DATA: options.folder,
      AKARI_KIOSK_COMPILED: `${options.folder}-compiled`,
      AKARI_LOG: 'fatal',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, (answer: unknown) => void>()
  let browser: number | null = null
  let last = 0
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ask: Host['ask'] = async (question, schema, limitMs) => {
    if (!child.connected) return null
    last += 1
    const id = last
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const timer = setTimeout(resolve, limitMs, null)
    waiting.set(id, resolve)
    child.send({ id, question }, (error) => error === null || resolve(null))
    const answer = await promise
    clearTimeout(timer)
    waiting.delete(id)
    return schema.safeParse(answer).data ?? null
  }
  const host: Host = {
    pid: child.pid ?? 0,
    exited,
    browserPid: () => browser,
    ask,
    look: () => ask({ kind: 'look' }, GlassLook, LOOK_MS),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the kiosk host ended with ${code}`)))
    child.on('message', (raw) => {
      const message = HostMessage.parse(raw)
      if (message.kind === 'started') return resolve(host)
      browser = message.browser
      waiting.get(message.id)?.(message.answer)
    })
  })
}
