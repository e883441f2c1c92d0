import { readFileSync } from 'node:fs'
import { familyOf } from '../../support/listening.ts'
import type { Display } from './display.ts'
import type { Fault } from './fault-kinds.ts'

/** A process of the display, to be signalled. Null while it does not run. */
export type Find = (display: Display) => number | null

const cms: Find = (display) => display.cms.now()?.pid ?? null
export const agent: Find = (display) => display.agent.now()?.pid ?? null
const host: Find = (display) => display.host.now()?.pid ?? null
export const browser: Find = (display) => display.host.now()?.browserPid() ?? null
export const renderer: Find = (display) => childOf(browser(display), '--type=renderer')
const gpu: Find = (display) => childOf(browser(display), '--type=gpu-process')

export const processFaults: readonly Fault[] = [
  killed('CMS', cms, false),
  killed('agent', agent, true),
  killed('kiosk host', host, true),
  killed('browser', browser, true),
  killed('renderer', renderer, true),
  killed('graphics process', gpu, true),
  stopped('CMS', cms, {}),
  stopped('agent', agent, {}),
  stopped('kiosk host', host, { stands: true }),
  stopped('renderer', renderer, { stands: true }),
]

function killed(name: string, find: Find, leavesAPath: boolean): Fault {
  return {
    name: `${name} killed`,
    leavesAPath,
    begin: async (display) => {
      killFound(display, find)
      return async () => {} // whoever keeps it starts it again
    },
  }
}

function stopped(name: string, find: Find, { stands = false }): Fault {
  return {
    name: `${name} stopped`,
    leavesAPath: false,
    stands,
    begin: async (display) => {
      const pid = find(display)
      signal(pid, 'SIGSTOP')
      return async () => signal(pid, 'SIGCONT')
    },
  }
}

/** Kills -9. Throws when the process does not run. */
export function killFound(display: Display, find: Find): void {
  signal(find(display), 'SIGKILL')
}

function signal(pid: number | null, name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  if (pid === null) throw new Error('the process to be signalled does not run')
  try {
    process.kill(pid, name)
  } catch (error) {
    // A stopped one may have been replaced by its keeper: then there is nothing to wake.
    if (name !== 'SIGCONT' || !(error instanceof Error) || !error.message.includes('ESRCH')) throw error
  }
}

function childOf(parent: number | null, argument: string): number | null {
  if (parent === null) return null
  return familyOf(parent).find((pid) => commandLine(pid).includes(argument)) ?? null
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // ended while we looked
  }
}
