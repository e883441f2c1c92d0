import { readFileSync } from 'node:fs'
import { familyOf } from '../../support/listening.ts'
import type { Display } from './display.ts'
import type { Fault } from './fault-kinds.ts'

/**
 * The processes of the display that are to be signalled; none while it does not run. Of renderers all: the browser holds one
 * in reserve, and nothing tells from outside which of them has the page.
 */
export type Find = (display: Display) => readonly number[]

const cms: Find = (display) => one(display.cms.now()?.pid)
export const agent: Find = (display) => one(display.agent.now()?.pid)
const host: Find = (display) => one(display.host.now()?.pid)
export const browser: Find = (display) => one(display.host.now()?.browserPid())
export const renderer: Find = (display) => childrenOf(browser(display), '--type=renderer')
const gpu: Find = (display) => childrenOf(browser(display), '--type=gpu-process')

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
      const pids = find(display)
      signal(pids, 'SIGSTOP')
      return async () => signal(pids, 'SIGCONT')
    },
  }
}

/** Kills -9. Throws when the process does not run. */
export function killFound(display: Display, find: Find): void {
  signal(find(display), 'SIGKILL')
}

function signal(pids: readonly number[], name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  if (pids.length === 0) throw new Error('the process to be signalled does not run')
  for (const pid of pids) signalOne(pid, name)
}

function signalOne(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    // It ended since it was found, or was replaced by its keeper while it was stopped.
    if (!(error instanceof Error) || !error.message.includes('ESRCH')) throw error
  }
}

function one(pid: number | null | undefined): readonly number[] {
  return pid === null || pid === undefined ? [] : [pid]
}

function childrenOf(parents: readonly number[], argument: string): readonly number[] {
  return parents.flatMap(familyOf).filter((pid) => commandLine(pid).includes(argument))
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // ended while we looked
  }
}
