import { expect, test } from 'vitest'
import { readLine } from './log-lines.ts'

test('a line of the log is read with its time, its weight and what is particular to it', () => {
  const line = readLine(
    '{"level":40,"time":1795834800000,"pid":1,"hostname":"x","name":"player-agent","code":"link","msg":"fault"}',
    3,
  )
  expect(line).toEqual({
    key: '3',
    at: '2026-11-28T03:00:00.000Z',
    level: 'warn',
    message: 'fault',
    rest: 'code: link',
  })
})

test('what is no line of the logger is shown as it is', () => {
  expect(readLine('{"level":40,"ti', 0)).toMatchObject({ at: null, message: '{"level":40,"ti' })
  expect(readLine('null', 0)).toMatchObject({ message: 'null' })
})
