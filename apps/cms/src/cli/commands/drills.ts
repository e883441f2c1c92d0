import { DrillBoard, DrillRun, SelfTestBoard, SelfTestRun } from '@akari/protocol'
import type { Command } from '../main.ts'
import { CliError, required, sentence } from '../say.ts'

/** `akari drills …` */
export const drillCommands: Record<string, Command> = {
  list: async (client) => {
    const { plans } = await client.get('/drills', DrillBoard)
    const lines = plans.map(({ name, state, nextAt, id }) => `${state}\t${name}\t${nextAt ?? '-'}\t${id}`)
    return { json: plans, text: lines.length === 0 ? sentence('none') : lines.join('\n') }
  },
  /** Runs a checked plan now; the server refuses one that nobody has checked. */
  run: async (client, { args }) => {
    const name = required(args, 0, 'NAME')
    const { plans } = await client.get('/drills', DrillBoard)
    const plan = plans.find((each) => each.name === name || each.id === name)
    if (plan === undefined) {
      const names = plans.map((each) => each.name).join(', ')
      throw new CliError(sentence('noDrill', { name, names: names === '' ? sentence('none') : names }))
    }
    const run = await client.post(`/drills/${encodeURIComponent(plan.id)}/run`, {}, DrillRun)
    const values = { name: run.name, displays: String(run.displays), id: run.id }
    return { json: run, text: sentence('drillStarted', values) }
  },
}

/** `akari self-test …` */
export const selfTestCommands: Record<string, Command> = {
  /** Exit 1 when it failed, for whoever watches from outside. */
  run: async (client) => {
    const run = await client.post('/self-test/run', {}, SelfTestRun)
    return { json: run, text: lineOf(run), failed: run.outcome !== 'passed' }
  },
  history: async (client) => {
    const { runs } = await client.get('/self-test?days=90', SelfTestBoard)
    return { json: runs, text: runs.length === 0 ? sentence('none') : runs.map(lineOf).join('\n') }
  },
}

function lineOf({ acceptedAt, outcome, reason, broadcastMs, receivedMs, shownMs, seenMs }: SelfTestRun): string {
  const stages = Object.entries({ broadcast: broadcastMs, received: receivedMs, shown: shownMs, seen: seenMs })
  const took = stages.map(([stage, ms]) => `${stage} ${ms ?? '-'}`).join(' ms\t')
  return `${acceptedAt}\t${reason ?? outcome}\t${took} ms`
}
