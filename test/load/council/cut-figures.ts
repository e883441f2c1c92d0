import { setTimeout as pause } from 'node:timers/promises'
import { figures, round } from '../figures.ts'
import { type CouncilDisplay, councilDisplay } from './council-display.ts'
import { type UnwatchedPage, unwatchedPage } from './unwatched-page.ts'

const CUT_MS = 10_000
const GIVEN_UP_MS = 60_000
const WANTED_MS = 3000
/** The last quarter against the second: the first one warms up. */
const MOST_GROWTH = 0.05

type Cut = { slateMs: number | null; backMs: number | null; memoryMiB: number }

/**
 * `count` cuts of ten seconds, one every `everySeconds`, with nobody near: how soon after each the slate and the picture are there,
 * and what the page holds in each quarter of the time. `broken` names in sentences what does not hold.
 */
export async function cutFigures(count: number, everySeconds: number) {
  const display = await councilDisplay()
  try {
    return await cutsOf(display, count, everySeconds)
  } finally {
    await display.close()
  }
}

async function cutsOf(display: CouncilDisplay, count: number, everySeconds: number) {
  const page = await unwatchedPage(display.url)
  try {
    if (!(await comes(page, 'moving'))) throw new Error('the stream is not there')
    await page.evaluate(`document.documentElement.setAttribute('data-kept', '')`)
    const cuts: Cut[] = []
    for (let n = 0; n < count; n++) {
      cuts.push(await cut(display, page, everySeconds * 1000))
      process.stderr.write(`cut ${n + 1}: ${JSON.stringify(cuts.at(-1))}\n`)
    }
    const isKept = await page.evaluate(`document.documentElement.hasAttribute('data-kept')`)
    return resultOf(cuts, isKept === true)
  } finally {
    await page.close()
  }
}

async function cut({ stream }: CouncilDisplay, page: UnwatchedPage, everyMs: number): Promise<Cut> {
  const begunMs = Date.now()
  /** How long it takes from now; null where it does not come. */
  const until = async (picture: string): Promise<number | null> => {
    const fromMs = Date.now()
    return (await comes(page, picture)) ? Date.now() - fromMs : null
  }
  stream.trouble('gone')
  const slateMs = await until('stopped')
  await pause(Math.max(0, CUT_MS - (Date.now() - begunMs)))
  stream.trouble('none')
  const backMs = await until('moving')
  await pause(Math.max(0, everyMs - (Date.now() - begunMs)))
  return { slateMs, backMs, memoryMiB: round(await page.memoryMiB()) }
}

/** Whether the picture comes to be so, at the latest after `GIVEN_UP_MS`. */
async function comes(page: UnwatchedPage, picture: string): Promise<boolean> {
  const isSo = `document.querySelector('.ak-council[data-picture="${picture}"]') !== null`
  const found = await page.evaluate(`new Promise((done) => {
    const look = () => (${isSo}) && (clearInterval(looking), done(true))
    const looking = setInterval(look, 20)
    setTimeout(() => (clearInterval(looking), done(false)), ${GIVEN_UP_MS})
    look()
  })`)
  return found === true
}

function resultOf(cuts: readonly Cut[], isKept: boolean) {
  const [slate, back] = [cuts.flatMap((each) => each.slateMs ?? []), cuts.flatMap((each) => each.backMs ?? [])]
  const quarters = quartersOf(cuts.map(({ memoryMiB }) => memoryMiB))
  const growth = quarters.length < 4 ? null : (quarters[3] ?? 0) / (quarters[1] ?? 1) - 1
  const missed = 2 * cuts.length - slate.length - back.length
  const broken = [
    ...(missed > 0 ? [`${missed} slates or pictures did not come within ${GIVEN_UP_MS} ms`] : []),
    ...(Math.max(...slate) > WANTED_MS ? [`a slate came later than ${WANTED_MS} ms`] : []),
    ...(Math.max(...back) > WANTED_MS ? [`a picture was back later than ${WANTED_MS} ms`] : []),
    ...(growth !== null && growth > MOST_GROWTH ? [`the page grew by ${round(100 * growth)} %`] : []),
    ...(isKept ? [] : ['the page was loaded anew']),
  ]
  return {
    cuts: cuts.length,
    slateAfterMs: figures(slate, 0),
    backAfterMs: figures(back, 0),
    memoryMiB: { quarters, growthPercent: growth === null ? null : round(100 * growth) },
    broken,
  }
}

/** The median of each quarter; none where there are too few for that. */
function quartersOf(samples: readonly number[]): number[] {
  if (samples.length < 8) return []
  return [0, 1, 2, 3].map((quarter) => {
    const [from, to] = [quarter, quarter + 1].map((at) => Math.round((at * samples.length) / 4))
    return figures(samples.slice(from, to)).p50
  })
}
