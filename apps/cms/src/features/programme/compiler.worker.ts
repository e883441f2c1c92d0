import { parentPort } from 'node:worker_threads'
import { type CompilerAnswer, CompilerQuestion } from './compiler-messages.ts'
import { compileAll, differencesOf, warningsOf } from './compiling.ts'

/** The thread that compiles: the server stays free for alerts meanwhile. */
const port = parentPort
if (port === null) throw new Error('compiler.worker.ts runs as a thread')

const say = (answer: CompilerAnswer): void => {
  port.postMessage(answer)
}

port.on('message', (message: unknown) => {
  const { id, task } = CompilerQuestion.parse(message)
  try {
    switch (task.kind) {
      case 'compile':
        return say({ kind: 'compile', id, compiled: compileAll(task, (done) => say({ kind: 'progress', id, done })) })
      case 'warnings':
        return say({ kind: 'warnings', id, warnings: warningsOf(task) })
      case 'differences':
        return say({ kind: 'differences', id, groups: differencesOf(task) })
    }
  } catch (err) {
    say({ kind: 'failed', id, message: err instanceof Error ? (err.stack ?? err.message) : String(err) })
  }
})
