import { existsSync, readFileSync } from 'node:fs'

export type SkippedTest = { name: string; reason: string | null }

/** What one test runner leaves behind for `scripts/test.ts`; its reporter writes it as JSON. */
export type SuiteResult = {
  passed: number
  failed: number
  skipped: SkippedTest[]
  /** The runner met trouble that belongs to no test: a file that would not load, an unhandled rejection. */
  broken: boolean
}

/** The variable that tells a runner's reporter where its result belongs. */
export const resultFileVariable = 'AKARI_TEST_RESULT'

/** Reads a reporter's result; `undefined` when the runner died before it wrote one. */
export function readSuiteResult(file: string): SuiteResult | undefined {
  if (!existsSync(file)) return undefined
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return isSuiteResult(value) ? value : undefined
}

function isSuiteResult(value: unknown): value is SuiteResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'passed' in value &&
    typeof value.passed === 'number' &&
    'failed' in value &&
    typeof value.failed === 'number' &&
    'skipped' in value &&
    Array.isArray(value.skipped) &&
    'broken' in value &&
    typeof value.broken === 'boolean'
  )
}
