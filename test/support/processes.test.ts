import { expect, test } from 'vitest'
import { startProcess } from './processes.ts'

function script(code: string): readonly string[] {
  return ['--eval', code]
}

test('a process is handed over once it has said the awaited line', async () => {
  const child = await startProcess({
    arguments: script(`console.log('listening on', process.env.WHERE); setInterval(() => console.error('tick'), 20)`),
    env: { WHERE: 'http://127.0.0.1:1234' },
    ready: /listening on (\S+)/,
  })
  expect(child.readyLine[1]).toBe('http://127.0.0.1:1234')
  await child.waitFor(/tick/, 5_000)
  expect(await child.stop()).toBe('SIGTERM')
  expect(child.logs()).toContain('tick')
})

test('a process that ends too early is reported with what it wrote', async () => {
  const early = startProcess({ arguments: script(`console.error('port taken'); process.exit(1)`), ready: /ready/ })
  await expect(early).rejects.toThrow(/ended before .*\n.*port taken/)
})

test('a silent process is killed when its time is up', async () => {
  const silent = startProcess({
    arguments: script(`console.log('pid', process.pid); setInterval(() => {}, 1000)`),
    ready: /ready/,
    limitMs: 1_000,
  })
  const error: unknown = await silent.catch((reason: unknown) => reason)
  const pid = Number(/pid (\d+)/.exec(String(error))?.[1])
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('kill -9 leaves the process no last word', async () => {
  const child = await startProcess({
    arguments: script(`process.on('SIGTERM', () => {}); console.log('ready'); setInterval(() => {}, 1000)`),
    ready: /ready/,
  })
  expect(await child.stop('SIGKILL')).toBe('SIGKILL')
})
