import { expect, it } from 'vitest'
import { momentsOf } from './dry-run.ts'

const matter = { kind: 'template', templateId: 'building-fire' } as const

it('names each moment of a drill once, ends before beginnings, and its end', () => {
  const steps = [
    { afterSeconds: 0, matter, endAfterSeconds: 60 },
    { afterSeconds: 60, matter, endAfterSeconds: null },
  ]
  expect(momentsOf({ steps, autoEndMinutes: 5 })).toEqual([
    { afterSeconds: 0, what: [{ kind: 'begins', step: 0 }] },
    {
      afterSeconds: 60,
      what: [
        { kind: 'ends', step: 0 },
        { kind: 'begins', step: 1 },
      ],
    },
    { afterSeconds: 300, what: [{ kind: 'over' }] },
  ])
})

it('is over when the last step is, and never later than its automatic end', () => {
  const steps = [{ afterSeconds: 0, matter, endAfterSeconds: 90 }]
  expect(momentsOf({ steps, autoEndMinutes: 5 }).at(-1)).toEqual({
    afterSeconds: 90,
    what: [{ kind: 'ends', step: 0 }, { kind: 'over' }],
  })
  expect(momentsOf({ steps, autoEndMinutes: 1 })).toEqual([
    { afterSeconds: 0, what: [{ kind: 'begins', step: 0 }] },
    { afterSeconds: 60, what: [{ kind: 'over' }] },
  ])
})
