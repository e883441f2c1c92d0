import { Worker } from 'node:worker_threads'
import type { ChangeGroup, PublishWarning } from '@akari/protocol'
import { CompilerAnswer, type CompilerQuestion } from './compiler-messages.ts'
import {
  type CompiledProgramme,
  compileAll,
  type CompileTask,
  differencesOf,
  type DifferencesTask,
  type WarningsTask,
  warningsOf,
} from './compiling.ts'

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
export const COMPILER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './compiler.worker.ts' : './compiler.worker.js',
  import.meta.url,
)

/** Compiles and compares programmes. `report` hears how many displays are done. */
export type Compiler = {
  compile: (task: Omit<CompileTask, 'kind'>, report?: (done: number) => void) => Promise<CompiledProgramme[]>
  warnings: (task: Omit<WarningsTask, 'kind'>) => Promise<PublishWarning[]>
  differences: (task: Omit<DifferencesTask, 'kind'>) => Promise<ChangeGroup[]>
  close: () => Promise<void>
}

type Waiting = {
  answered: (answer: CompilerAnswer) => void
  failed: (err: Error) => void
  report: ((done: number) => void) | undefined
}

/**
 * One thread for all of it, started at the first question and gone after `idleMs` without any. A thread that dies fails the
 * questions it had; the next one gets a new thread.
 */
export function startCompiler(options: { entry: URL; idleMs: number }): Compiler {
  let thread: Worker | null = null
  let lastId = 0
  let idle: NodeJS.Timeout | undefined
  const waiting = new Map<number, Waiting>()

  const running = (): Worker => {
    if (thread !== null) return thread
    const started = new Worker(options.entry)
    started.unref()
    started.on('message', (message: unknown) => {
      const answer = CompilerAnswer.parse(message)
      if (answer.kind === 'progress') waiting.get(answer.id)?.report?.(answer.done)
      else waiting.get(answer.id)?.answered(answer)
    })
    const gone = (err: Error) => {
      if (thread === started) thread = null
      for (const { failed } of waiting.values()) failed(err)
    }
    started.on('error', gone)
    started.on('exit', () => gone(new Error('the compiling thread ended')))
    thread = started
    return started
  }
  const stop = async (): Promise<void> => {
    clearTimeout(idle)
    await thread?.terminate()
  }
  const ask = async (task: CompilerQuestion['task'], report?: (done: number) => void): Promise<CompilerAnswer> => {
    clearTimeout(idle)
    lastId += 1
    const id = lastId
    try {
      return await new Promise<CompilerAnswer>((resolve, reject) => {
        waiting.set(id, { answered: resolve, failed: reject, report })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        running().postMessage({ id, task } satisfies CompilerQuestion)
      })
    } finally {
      waiting.delete(id)
      if (waiting.size === 0) idle = setTimeout(() => void stop(), options.idleMs).unref()
    }
  }
  return {
    compile: async (task, report) => {
      const answer = await ask({ kind: 'compile', ...task }, report)
      return answer.kind === 'compile' ? answer.compiled : refuse(answer)
    },
    warnings: async (task) => {
      const answer = await ask({ kind: 'warnings', ...task })
      return answer.kind === 'warnings' ? answer.warnings : refuse(answer)
    },
    differences: async (task) => {
      const answer = await ask({ kind: 'differences', ...task })
      return answer.kind === 'differences' ? answer.groups : refuse(answer)
    },
    close: stop,
  }
}

/** The same without a thread, for a handful of displays. */
export function compilerHere(): Compiler {
  return {
    compile: (task, report) => Promise.resolve(compileAll(task, report)),
    warnings: (task) => Promise.resolve(warningsOf(task)),
    differences: (task) => Promise.resolve(differencesOf(task)),
    close: () => Promise.resolve(),
  }
}

function refuse(answer: CompilerAnswer): never {
  throw new Error(answer.kind === 'failed' ? answer.message : 'the compiling thread answered something else')
}
