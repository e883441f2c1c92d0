import { describe, expect, it } from 'vitest'
import { createLogger } from './logger.ts'

describe('createLogger', () => {
  it('writes fields but no secrets', () => {
    const lines: string[] = []
    const log = createLogger('test', { destination: { write: (line) => lines.push(line) } })
    log.info({ displayId: 'd1', token: 'abc', req: { headers: { authorization: 'Bearer abc' } } }, 'hello')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      name: 'test',
      displayId: 'd1',
      token: '[redacted]',
      msg: 'hello',
    })
    expect(lines.join()).not.toContain('abc')
  })
})
