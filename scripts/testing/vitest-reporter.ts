import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { SerializedError } from 'vitest'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { resultFileVariable, type SkippedTest, type SuiteResult } from './suite-result.ts'

/** Leaves vitest's counts, and the reason of every skipped test, where `scripts/test.ts` looks for them. */
export default class ResultReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<SerializedError>): void {
    const file = process.env[resultFileVariable]
    if (file === undefined) return
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const states = tests.map((test) => test.result().state)
    const result: SuiteResult = {
      passed: states.filter((state) => state === 'passed').length,
      failed: states.filter((state) => state === 'failed').length,
      skipped: tests.filter((test) => test.result().state === 'skipped').map(skipped),
      broken: errors.length > 0 || modules.some((module) => module.errors().length > 0) || states.includes('pending'),
    }
    writeFileSync(file, JSON.stringify(result))
  }
}

function skipped(test: TestCase): SkippedTest {
  const result = test.result()
  const reason = result.state === 'skipped' ? result.note : undefined
  return { name: `${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`, reason: reason ?? null }
}
