import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Happening, LADDER, opening, type Order, patienceMs, step, type Watch } from './watchdog.ts'

const happenings: readonly Happening[] = [
  'agentAnswered',
  'agentSilent',
  'painting',
  'screenFailed',
  'rendererGone',
  'noFrames',
  'silent',
  'still',
  'memoryHigh',
  'unresponsive',
  'responsive',
  'timeUp',
]

/** Lets things happen one second apart (or as told) and collects every order. */
function live(story: readonly (Happening | [Happening, number])[], from: Watch = opening().watch) {
  let watch = from
  let nowMs = 0
  const orders: Order[] = []
  for (const chapter of story) {
    const [happening, afterMs] = typeof chapter === 'string' ? ([chapter, 1_000] as const) : chapter
    nowMs += afterMs
    const next = step(watch, happening, nowMs)
    watch = next.watch
    orders.push(...next.orders)
  }
  return { watch, orders, phase: watch.phase.name }
}

const playing = live(['agentAnswered', 'painting']).watch

describe('starting', () => {
  it('asks for the agent before it shows anything, and shows the screen when the agent answers', () => {
    expect(opening().orders).toEqual(['knock'])
    expect(live(['agentAnswered']).orders).toEqual(['showScreen'])
    expect(playing.phase.name).toBe('playing')
  })

  it('shows the built-in page once while the agent is not up, and keeps knocking ever more slowly up to the cap', () => {
    const rests: (number | null)[] = []
    let watch = opening().watch
    const orders: Order[] = []
    for (let knock = 0; knock < 6; knock += 1) {
      for (const happening of ['agentSilent', 'timeUp'] as const) {
        const next = step(watch, happening, knock)
        if (happening === 'agentSilent') rests.push(patienceMs(next.watch.phase))
        watch = next.watch
        orders.push(...next.orders)
      }
    }
    expect(orders).toEqual(['showFallback', 'knock', 'knock', 'knock', 'knock', 'knock', 'knock'])
    expect(rests).toEqual([250, 500, 1000, 1000, 1000, 1000])
  })

  it('goes back to the built-in page when the screen does not load, and waits longer each time', () => {
    const first = live(['agentAnswered', 'screenFailed'])
    expect(first.orders).toEqual(['showScreen', 'showFallback'])
    const second = live(['timeUp', 'agentAnswered', 'timeUp'], first.watch)
    expect(second.orders).toEqual(['knock', 'showScreen', 'fellRenderer', 'fellGpu', 'showFallback'])
    expect(patienceMs(second.watch.phase)).toBe(2 * (patienceMs(first.watch.phase) ?? 0))
  })
})

describe('a lost renderer', () => {
  it('is replaced at once, with no built-in page in between', () => {
    expect(live(['rendererGone'], playing)).toMatchObject({ orders: ['showScreen'], phase: 'loading' })
  })

  it('brings the built-in page back when it was that page that died', () => {
    expect(live(['agentSilent', 'rendererGone']).orders).toEqual(['showFallback', 'showFallback'])
  })

  it('gets a rest on the built-in page after the third within a minute', () => {
    const { orders, watch } = live(['rendererGone', 'painting', 'rendererGone', 'painting', 'rendererGone'], playing)
    expect(orders).toEqual(['showScreen', 'showScreen', 'showFallback'])
    expect(patienceMs(watch.phase)).toBe(LADDER.restMs)
  })

  it('starts the shell over after the fifth within a minute, and nothing after that', () => {
    const { orders, phase } = live(Array<Happening>(8).fill('rendererGone'), playing)
    expect(orders).toEqual(['showScreen', 'showScreen', 'showFallback', 'showFallback', 'startOver'])
    expect(phase).toBe('ending')
  })

  it('never starts over when losses are rarer than that', () => {
    const story = Array.from({ length: 40 }, () => [['rendererGone', 20_001] as const, 'painting' as const]).flat()
    expect(live(story as [], playing).orders).not.toContain('startOver')
  })
})

describe('a page that is no longer the screen', () => {
  it('gives way to the built-in page at once, and to the screen as soon as the agent answers', () => {
    const { orders } = live(['screenFailed', 'timeUp', 'agentAnswered', 'painting'], playing)
    expect(orders).toEqual(['showFallback', 'knock', 'showScreen'])
  })
})

describe('a renderer that takes no input', () => {
  it('is left alone when it comes back within five seconds', () => {
    const hanging = live(['unresponsive'], playing)
    expect(patienceMs(hanging.watch.phase)).toBe(5_000)
    expect(live(['responsive'], hanging.watch)).toMatchObject({ orders: [], phase: 'playing' })
  })

  it('is ended when it does not, and replaced as soon as it is gone', () => {
    expect(live(['unresponsive', 'timeUp', 'rendererGone'], playing).orders).toEqual(['fellRenderer', 'showScreen'])
  })

  it('makes the shell start over when not even that ends it', () => {
    expect(live(['unresponsive', 'timeUp', 'timeUp'], playing).orders).toEqual(['fellRenderer', 'startOver'])
  })
})

describe('a screen that has painted and stops', () => {
  it('has its renderer ended when that no longer answers, and is loaded again as soon as it is gone', () => {
    expect(live(['silent', 'rendererGone', 'painting'], playing)).toMatchObject({
      orders: ['fellRenderer', 'showScreen'],
      phase: 'playing',
    })
  })

  it('has what draws ended when the page still answers, and is not loaded again', () => {
    expect(live(['noFrames', 'painting'], playing)).toMatchObject({ orders: ['fellGpu'], phase: 'playing' })
  })

  it('makes everything start over when frames do not come back after that', () => {
    const mending = live(['noFrames', 'noFrames'], playing)
    expect(patienceMs(mending.watch.phase)).toBe(LADDER.mendMs)
    expect(live(['timeUp'], mending.watch)).toMatchObject({ orders: ['startOver'], phase: 'ending' })
  })

  it.each(['noFrames', 'silent', 'still'] as const)(
    'is not touched by %s before it ever painted: the panel may be asleep',
    (sign) => {
      const loading = live(['agentAnswered']).watch
      expect(step(loading, sign, 1).orders).toEqual([])
    },
  )

  it('gets eight seconds for its first frame, and longer with each vain attempt up to half a minute', () => {
    const waits: (number | null)[] = []
    let { watch } = opening()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      watch = step(watch, 'agentAnswered', attempt).watch
      waits.push(patienceMs(watch.phase))
      watch = live(['timeUp', 'timeUp'], watch).watch
    }
    expect(waits).toEqual([8_000, 16_000, 24_000, 30_000, 30_000])
  })

  it('that hangs while the built-in page stands in has that page brought back by another renderer', () => {
    expect(live(['agentSilent', 'silent', 'rendererGone']).orders).toEqual([
      'showFallback',
      'fellRenderer',
      'showFallback',
    ])
  })

  it('that never paints has what draws ended once, not every time: the panel may be asleep', () => {
    const attempt: Happening[] = ['agentAnswered', 'timeUp', 'timeUp']
    const { orders } = live([...attempt, ...attempt, ...attempt, ...attempt])
    expect(orders.filter((order) => order === 'fellGpu')).toHaveLength(1)
  })

  it('is loaded anew, in one step, when it has grown too large', () => {
    expect(live(['memoryHigh', 'painting'], playing)).toMatchObject({ orders: ['showScreen'], phase: 'playing' })
  })
})

describe('a playing screen', () => {
  it.each(['agentSilent', 'agentAnswered', 'responsive', 'timeUp'] as const)('is not disturbed by %s', (happening) => {
    expect(step(playing, happening, 1)).toEqual({ watch: playing, orders: [] })
  })
})

describe('whatever happens', () => {
  const stories = fc.array(fc.tuple(fc.constantFrom(...happenings), fc.integer({ min: 0, max: 30_000 })))

  it('the glass is never left waiting for something that cannot come', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { phase } = live(story).watch
        const comesByItself = phase.name === 'knocking' || phase.name === 'playing' || phase.name === 'ending'
        expect(comesByItself || patienceMs(phase) !== null).toBe(true)
      }),
    )
  })

  it('every entry into loading shows the screen and every knock is ordered', () => {
    fc.assert(
      fc.property(stories, fc.constantFrom(...happenings), (story, happening) => {
        const before = live(story).watch
        const { watch, orders } = step(before, happening, 1e9)
        const entered = watch.phase !== before.phase ? watch.phase.name : null
        expect(orders.includes('showScreen')).toBe(entered === 'loading')
        if (entered === 'knocking' && before.phase.name !== 'knocking') expect(orders).toEqual(['knock'])
      }),
    )
  })
})
