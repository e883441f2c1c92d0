import { writeFileSync } from 'node:fs'
import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { resultFileVariable, type SkippedTest, type SuiteResult } from './suite-result.ts'

/** Leaves Playwright's counts, and the reason of every skipped test, where `scripts/test.ts` looks for them. */
export default class ResultReporter implements Reporter {
  #suite: Suite | undefined
  #errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite
  }

  onError(): void {
    this.#errors += 1
  }

  onEnd(run: FullResult): void {
    const file = process.env[resultFileVariable]
    if (file === undefined) return
    const tests = this.#suite?.allTests() ?? []
    const failed = tests.filter((test) => test.outcome() === 'unexpected' || test.outcome() === 'flaky').length
    const result: SuiteResult = {
      passed: tests.filter((test) => test.outcome() === 'expected').length,
      failed,
      skipped: tests.filter((test) => test.outcome() === 'skipped').map(skipped),
      broken: this.#errors > 0 || (run.status !== 'passed' && failed === 0),
    }
    writeFileSync(file, JSON.stringify(result))
  }
}

function skipped(test: TestCase): SkippedTest {
  const note = test.annotations.find((annotation) => annotation.type === 'skip' || annotation.type === 'fixme')
  return { name: test.titlePath().filter(Boolean).join(' > '), reason: note?.description ?? null }
}
