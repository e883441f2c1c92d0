import { sentence } from '../messages.mjs'
import type { SkippedTest, SuiteResult } from './suite-result.ts'

/** A runner's end: what it left behind, if anything, and the exit code or signal it ended with. */
export type SuiteEnd = { suite: string; exit: number | string; result: SuiteResult | undefined }

export type Summary = { passed: number; failed: number; skipped: number; skips: string[]; troubles: string[] }

/**
 * Adds up what the runners left behind. A runner that died, ran nothing, or failed outside its tests counts as one
 * failed test, and so does every skip that gives no reason: the last line can only be green when everything is.
 */
export function summarise(ends: readonly SuiteEnd[]): Summary {
  const summary: Summary = { passed: 0, failed: 0, skipped: 0, skips: [], troubles: [] }
  for (const end of ends) {
    const trouble = troubleOf(end)
    if (trouble !== undefined) {
      summary.failed += 1
      summary.troubles.push(trouble)
    }
    summary.passed += end.result?.passed ?? 0
    summary.failed += end.result?.failed ?? 0
    for (const test of end.result?.skipped ?? []) addSkip(summary, test)
  }
  return summary
}

/** The line that ends every run. */
export function lastLine(summary: Summary): string {
  return `${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`
}

function addSkip(summary: Summary, test: SkippedTest): void {
  const reason = test.reason ?? reasonInName(test.name)
  if (reason === undefined) summary.failed += 1
  else summary.skipped += 1
  summary.skips.push(`${test.name}: ${(reason ?? sentence('skippedWithoutReason')).replaceAll('\n', ' / ')}`)
}

/** `describe.skipIf` cannot carry a note: a test that names the corpus it waits for has said enough. */
function reasonInName(name: string): string | undefined {
  return /corpus/i.test(name) ? sentence('corpusNeeded') : undefined
}

function troubleOf({ suite, exit, result }: SuiteEnd): string | undefined {
  if (result === undefined) return sentence('suiteCrashed', { suite, code: exit })
  if (result.passed + result.failed + result.skipped.length === 0) return sentence('suiteEmpty', { suite })
  if (result.broken || (exit !== 0 && result.failed === 0)) return sentence('suiteBroken', { suite, code: exit })
  return undefined
}
