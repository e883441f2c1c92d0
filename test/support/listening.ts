import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

const LISTEN = '0A'

/** TCP ports that a process or any of its descendants listens on, as Linux tells in /proc. */
export function listeningPorts(pid: number): number[] {
  const sockets = new Set(familyOf(pid).flatMap(socketsOf))
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((table) => existsSync(table))
    .flatMap((table) => readFileSync(table, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === LISTEN && sockets.has(columns[9] ?? ''))
    .map((columns) => Number.parseInt(columns[1]?.split(':').at(-1) ?? '', 16))
}

/** A process and everything that descends from it. */
export function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const)
  const family = [pid]
  for (const member of family) family.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child))
  return family
}

function parentOf(pid: string): number {
  try {
    // The name in brackets may hold anything: what counts comes after its last bracket.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return 0 // ended while we looked
  }
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1]
      return inode === undefined ? [] : [inode]
    })
  } catch {
    return [] // ended while we looked
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return '' // closed while we looked
  }
}
