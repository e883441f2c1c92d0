import { WHOLE } from '@akari/protocol'
import { expect, it } from 'vitest'
import { cutFor, purposeFor } from './rendition-purpose.ts'

const glass = (widthPx: number, heightPx: number) => ({ widthPx, heightPx })
const region = { x: 0.1, y: 0, width: 0.5, height: 1 }
const wide = { x: 0, y: 0.2, width: 1, height: 0.5 }

it('takes the crop for glass of about its shape, and no crop for any other', () => {
  const framing = { focus: null, crops: { '16:9': wide, '9:16': region } }
  const kinds = [glass(1920, 1080), glass(1920, 1200), glass(1080, 1920), glass(1024, 768), glass(3840, 1080)].map(
    (size) => cutFor(framing, size),
  )
  expect(kinds).toEqual([
    { kind: 'crop', region: wide },
    { kind: 'crop', region: wide },
    { kind: 'crop', region },
    { kind: 'whole' },
    { kind: 'whole' },
  ])
})

it('fills other glass around the point, and shows the whole where there is none', () => {
  const framing = { focus: { x: 0.2, y: 0.4 }, crops: { '16:9': wide } }
  expect(cutFor(framing, glass(1080, 1920))).toEqual({ kind: 'fill' })
  expect(cutFor(WHOLE, glass(1080, 1920))).toEqual({ kind: 'whole' })
})

it('gives every way of showing a name of its own, so that changing one’s mind never shows the old picture', () => {
  const size = glass(1920, 1080)
  const cuts = [{ kind: 'whole' }, { kind: 'fill' }, { kind: 'crop', region }, { kind: 'crop', region: wide }] as const
  const names = cuts.map((cut) => purposeFor(size, cut))
  expect(new Set(names).size).toBe(cuts.length)
  expect(names[0]).toBe('1920x1080')
})
