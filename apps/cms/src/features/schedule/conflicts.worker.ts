import { parentPort } from 'node:worker_threads'
import { conflictsOf } from '@akari/programme'
import type { ConflictTask } from './conflict-finder.ts'

parentPort?.once('message', ({ entries, displays, from, to, calendar, dayparts, about }: ConflictTask) => {
  const found = conflictsOf(entries, displays, from, to, {
    dayparts: [...dayparts],
    ...(calendar === undefined ? {} : { calendar }),
    ...(about === undefined ? {} : { about }),
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(found)
})
