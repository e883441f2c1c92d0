import { z } from 'zod'

/** Severity in a player's log; pino counts in tens from trace. */
const WARN = 40
const ERROR = 50

const Written = z.looseObject({ level: z.number(), time: z.number(), msg: z.string().default('') })
/** What every line of one process has. */
const EVERYWHERE = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'name'])

export type LogLine = {
  key: string
  at: string | null
  level: 'info' | 'warn' | 'error'
  message: string
  rest: string
}

/** Reads a line of a player's log; what is no line of pino is shown as it is. */
export function readLine(text: string, index: number): LogLine {
  const read = Written.safeParse(jsonOrNull(text))
  if (!read.success) return { key: String(index), at: null, level: 'info', message: text, rest: '' }
  const { level, time, msg } = read.data
  const rest = Object.entries(read.data).filter(([name]) => !EVERYWHERE.has(name))
  return {
    key: String(index),
    at: new Date(time).toISOString(),
    level: level >= ERROR ? 'error' : level >= WARN ? 'warn' : 'info',
    message: msg,
    rest: rest
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join('  '),
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Cut off, or not written by the logger: shown as it is.
    return null
  }
}
