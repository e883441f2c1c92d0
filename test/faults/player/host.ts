import { fork } from 'node:child_process'
import { join } from 'node:path'
import { node } from '../../support/processes.ts'
import type { Process } from './kept.ts'
import { type GlassLook, HostMessage } from './look.ts'

export type Host = Process & {
  /** Null where nothing answers in time: no browser, no page, or one that stands still. */
  look: () => Promise<GlassLook | null>
  /** The browser at the last look. */
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
      AKARI_LOG: 'fatal',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, (look: GlassLook | null) => void>()
  let browser: number | null = null
  let last = 0
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const host: Host = {
    pid: child.pid ?? 0,
    exited,
    browserPid: () => browser,
    look: () => {
      if (!child.connected) return Promise.resolve(null)
      last += 1
      const id = last
      const { promise, resolve } = Promise.withResolvers<GlassLook | null>()
      const timer = setTimeout(resolve, LOOK_MS, null)
      waiting.set(id, resolve)
      child.send({ id }, (error) => error === null || resolve(null))
      return promise.finally(() => {
        clearTimeout(timer)
        waiting.delete(id)
      })
    },
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
      waiting.get(message.id)?.(message.look)
    })
  })
}
