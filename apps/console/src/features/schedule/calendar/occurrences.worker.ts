import { occurrences, ruleContext } from '@akari/programme'
import type { Answer, Job } from './occurrences-job.ts'

/** Milliseconds between two answers: soon enough to be seen to grow, and for a newer question to be heard. */
const PART_MS = 80

let newest = 0

/** Unrolls rules off the page's thread, with the code of the player; a newer job ends an older one. */
addEventListener('message', ({ data }: MessageEvent<Job>) => {
  newest = data.job
  void answer(data)
})

async function answer({ job, scope, rules, from, to, calendar, dayparts }: Job): Promise<void> {
  const context = ruleContext({ ...(calendar && { calendar }), ...(dayparts && { dayparts }) })
  let found: Answer['found'][number][] = []
  let startedMs = performance.now()
  for (const [index, { key, entryId, rule }] of rules.entries()) {
    const due = occurrences(rule, from, to, context)
    found.push({ key, occurrences: due.map((one) => ({ entryId, ...one })) })
    if (performance.now() - startedMs < PART_MS && index < rules.length - 1) continue
    postMessage({ scope, found } satisfies Answer)
    found = []
    // Lets a message in.
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (job !== newest) return
    startedMs = performance.now()
  }
}
