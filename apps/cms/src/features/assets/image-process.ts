import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inTurn } from '@akari/node-kit'
import { ImageAnswer, ImageTask } from './image-task.ts'

/** Where the image process starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
export const IMAGE_WORKER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './image.worker.ts' : './image.worker.js',
  import.meta.url,
)

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never
export type ImageQuestion = WithoutId<ImageTask>
export type ImageOutcome =
  | { ok: true; mediaType: string; width: number; height: number }
  | { ok: false; reason: 'tooManyPixels' | 'undecodable' | 'tooSlow'; detail: string }

export type ImageProcess = { ask: (question: ImageQuestion) => Promise<ImageOutcome>; close: () => Promise<void> }

/**
 * One child process for pictures, started at the first question, one question at a time, gone after `idleMs` without any.
 * It inherits no environment. A question that takes longer than `timeoutMs` ends with `tooSlow`, a decoder that crashes
 * with `undecodable`; the next question gets a new process.
 */
export function startImageProcess(options: { entry: URL; timeoutMs: number; idleMs: number }): ImageProcess {
  let child: ChildProcess | null = null
  let lastId = 0
  const turn = inTurn()
  let idle: NodeJS.Timeout | undefined

  const running = (): ChildProcess => {
    if (child !== null) return child
    const started = fork(fileURLToPath(options.entry), [], {
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.once('exit', () => {
      if (child === started) child = null
    })
    child = started
    return started
  }
  const stop = async (): Promise<void> => {
    clearTimeout(idle)
    const stopping = child
    child = null
    if (stopping !== null) await killed(stopping)
  }
  const askNow = async (question: ImageQuestion): Promise<ImageOutcome> => {
    clearTimeout(idle)
    lastId += 1
    const answer = await answered(running(), ImageTask.parse({ ...question, id: lastId }), options.timeoutMs)
    if (answer === 'tooSlow') {
      await stop()
      return { ok: false, reason: 'tooSlow', detail: '' }
    }
    if (answer === 'crashed') return { ok: false, reason: 'undecodable', detail: 'the decoder crashed' }
    idle = setTimeout(() => void stop(), options.idleMs).unref()
    return answer
  }
  return {
    ask: (question) => turn(() => askNow(question)),
    close: () => turn(stop),
  }
}

function answered(
  child: ChildProcess,
  task: ImageTask,
  timeoutMs: number,
): Promise<ImageAnswer | 'tooSlow' | 'crashed'> {
  return new Promise((resolve) => {
    const end = (answer: ImageAnswer | 'tooSlow' | 'crashed') => {
      clearTimeout(timer)
      child.off('message', hear)
      child.off('exit', crash)
      child.off('error', crash)
      resolve(answer)
    }
    const hear = (message: unknown) => {
      const answer = ImageAnswer.safeParse(message)
      if (answer.success && answer.data.id === task.id) end(answer.data)
    }
    const crash = () => end('crashed')
    const timer = setTimeout(() => end('tooSlow'), timeoutMs)
    child.on('message', hear)
    child.once('exit', crash)
    child.once('error', crash)
    child.send(task, (error) => {
      if (error !== null) crash()
    })
  })
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
