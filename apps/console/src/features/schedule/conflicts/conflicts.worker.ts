import { conflictsOf } from '@akari/programme'
import type { ConflictsAnswer, ConflictsJob } from './conflicts-job.ts'

/** Looks for conflicts off the page's thread, with the function of the CMS. */
addEventListener('message', ({ data }: MessageEvent<ConflictsJob>) => {
  const { entries, displays, from, to, calendar, dayparts, about } = data
  const found = conflictsOf(entries, displays, from, to, {
    ...(calendar && { calendar }),
    ...(dayparts && { dayparts }),
    ...(about !== null && { about }),
  })
  postMessage({ found } satisfies ConflictsAnswer)
})
