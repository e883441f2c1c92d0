import { createLogger } from '@akari/node-kit'
import { describe, expect, it } from 'vitest'
import { faultBook } from './faults.ts'

function someBook() {
  const at = { ms: 0, changes: 0 }
  const lines: string[] = []
  const log = createLogger('test', { destination: { write: (line) => void lines.push(line) } })
  const faults = faultBook({ log, monotonicMs: () => at.ms, changed: () => void (at.changes += 1), noted: () => {} })
  return { at, lines, faults }
}

describe('faultBook', () => {
  it('reports a fault until it is cleared', () => {
    const { faults, at } = someBook()
    faults.report('disk', 'ENOSPC')
    expect(faults.active()).toEqual([{ code: 'disk', detail: 'ENOSPC' }])
    faults.clear('disk')
    expect(faults.active()).toEqual([])
    expect(at.changes).toBe(2)
  })

  it('forgets one that has not come again for ten minutes', () => {
    const { faults, at } = someBook()
    faults.report('blip', 'x')
    at.ms = 10 * 60_000
    expect(faults.active()).toEqual([])
  })

  it('logs a fault that repeats once a minute and announces it once', () => {
    const { faults, at, lines } = someBook()
    for (at.ms = 0; at.ms < 120_000; at.ms += 100) faults.report('storm', 'x')
    expect(lines).toHaveLength(2)
    expect(at.changes).toBe(1)
  })

  it('fits the health report whatever is wrong', () => {
    const { faults } = someBook()
    for (let n = 0; n < 50; n++) faults.report(`code-${n}`, 'x'.repeat(1_000))
    expect(faults.active()).toHaveLength(20)
    expect(faults.active().every(({ detail }) => detail.length <= 300)).toBe(true)
  })
})
