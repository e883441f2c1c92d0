import type { OrderKind, OrderOutcome } from '@akari/protocol'
import { type Command, runProgram } from '../run-program.ts'
import type { HostDesk } from './host-desk.ts'

const REBOOT_WITHIN_MS = 20_000

export type DeedsDeps = {
  host: HostDesk
  /** Shows the display's own name on the glass for a while. */
  identify: () => void
  /** Ends this process in a way that whoever supervises it starts it again; null: nobody does. */
  restart: (() => void) | null
  /** Program and arguments by which this device is started anew, from its own configuration; null: not set up. */
  rebootCommand: Readonly<Command> | null
  /** Null: nothing switches this panel. */
  panel: { switchTo: (state: 'on' | 'off') => Promise<void> } | null
  /** When what is on the glass of an alert now was received, on the monotonic clock; null: nothing of an alert is. */
  emergencySinceMs: () => number | null
  /** Deletes what the glass does not need and reads all the rest. */
  clearCache: () => Promise<void>
  sendPicture: () => Promise<void>
  sendLog: () => Promise<void>
}

/** `after`: what is done once the outcome is safe on the disk, because it ends this process. */
export type Deed = { outcome: OrderOutcome; after?: () => Promise<void> | void }

const DONE: Deed = { outcome: { state: 'done', detail: '' } }
const unsupported = (detail: string): Deed => ({ outcome: { state: 'unsupported', detail } })
const failed = (detail: string): Deed => ({ outcome: { state: 'failed', detail } })

/** What somebody asked, and when, on the monotonic clock of the display. */
export type Asked = { kind: OrderKind; askedAtMs: number }

/**
 * Carries out what was asked. Rejects when it went wrong. Nothing in here comes from the order but its kind and its age: whoever
 * asked for a restart before an alert came did not know that the glass would be needed. Asked for since, it is what they want.
 */
export async function carryOut({ kind, askedAtMs }: Asked, deps: DeedsDeps): Promise<Deed> {
  const sinceMs = deps.emergencySinceMs()
  const isOvertaken = sinceMs !== null && askedAtMs <= sinceMs
  switch (kind) {
    case 'identify':
      deps.identify()
      return DONE
    case 'screenshot':
      await deps.sendPicture()
      return DONE
    case 'logs':
      await deps.sendLog()
      return DONE
    case 'reload':
      await deps.host.ask('reload')
      return DONE
    case 'clear-cache':
      await deps.clearCache()
      return DONE
    case 'restart':
      if (isOvertaken) return failed('emergency')
      return deps.restart === null ? unsupported('not-supervised') : { ...DONE, after: deps.restart }
    case 'reboot': {
      if (isOvertaken) return failed('emergency')
      const command = deps.rebootCommand
      if (command === null) return unsupported('no-reboot-command')
      return {
        ...DONE,
        after: async () => {
          await runProgram(command, REBOOT_WITHIN_MS)
        },
      }
    }
    case 'panel-on':
    case 'panel-off':
      return switchPanel(kind === 'panel-on' ? 'on' : 'off', deps)
  }
}

async function switchPanel(state: 'on' | 'off', { panel, emergencySinceMs }: DeedsDeps): Promise<Deed> {
  if (panel === null) return unsupported('no-panel-control')
  if (state === 'off' && emergencySinceMs() !== null) return failed('emergency')
  await panel.switchTo(state)
  return DONE
}
