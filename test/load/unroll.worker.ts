import { parentPort } from 'node:worker_threads'
import { unroll } from '@akari/programme'
import { largeProgramme } from './large-programme.ts'

/** Unrolls the large programme over the days it is asked for, and answers in milliseconds and windows. */
const programme = largeProgramme()
parentPort?.on('message', ({ from, to }: { from: string; to: string }) => {
  const started = performance.now()
  const { list, interrupts } = unroll(programme, from, to)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ ms: performance.now() - started, windows: list.length + interrupts.length })
})
