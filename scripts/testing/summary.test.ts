import { expect, test } from 'vitest'
import type { SuiteResult } from './suite-result.ts'
import { lastLine, summarise } from './summary.ts'

function result(parts: Partial<SuiteResult>): SuiteResult {
  return { passed: 0, failed: 0, skipped: [], broken: false, ...parts }
}

test('the last line adds up all suites', () => {
  const summary = summarise([
    { suite: 'vitest', exit: 0, result: result({ passed: 3, skipped: [{ name: 'a', reason: 'no video here' }] }) },
    { suite: 'playwright', exit: 1, result: result({ passed: 4, failed: 2 }) },
  ])
  expect(lastLine(summary)).toBe('7 passed, 2 failed, 1 skipped')
  expect(summary.skips).toEqual(['a: no video here'])
  expect(summary.troubles).toEqual([])
})

test('a skip without a reason is a failure', () => {
  const skipped = [{ name: 'somebody was lazy', reason: null }]
  expect(lastLine(summarise([{ suite: 'vitest', exit: 0, result: result({ passed: 1, skipped }) }]))).toBe(
    '1 passed, 1 failed, 0 skipped',
  )
})

test('a skipped test that names the corpus has said why', () => {
  const skipped = [{ name: 'corpus.test.ts > reads every telegram', reason: null }]
  expect(lastLine(summarise([{ suite: 'vitest', exit: 0, result: result({ passed: 1, skipped }) }]))).toBe(
    '1 passed, 0 failed, 1 skipped',
  )
})

test.each([
  ['died without a result', { suite: 'playwright', exit: 'SIGSEGV', result: undefined }],
  ['had no test', { suite: 'playwright', exit: 0, result: result({}) }],
  ['met an unhandled rejection', { suite: 'vitest', exit: 1, result: result({ passed: 5, broken: true }) }],
  ['ended badly although every test passed', { suite: 'vitest', exit: 1, result: result({ passed: 5 }) }],
])('a runner that %s counts as a failure', (_, end) => {
  const summary = summarise([end])
  expect(summary.failed).toBe(1)
  expect(summary.troubles[0]).toContain(end.suite)
})
