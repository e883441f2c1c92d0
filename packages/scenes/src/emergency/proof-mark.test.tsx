import { encodeMark } from '@akari/protocol'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type ProofOf, ProofProvider, StripProof, TakeoverProof } from './proof-mark.tsx'

const live: ProofOf = { channel: 'live', epoch: 3, revision: 1_795_000_000_123 }

/** The cells of every mark in a piece of page, as the two paths say. */
function cellsIn(html: string): boolean[][] {
  return [...html.matchAll(/<svg.*?<\/svg>/g)].map(([svg]) => {
    const [lit = ''] = [...svg.matchAll(/ d="(.*?)"/g)].map(([, d = '']) => d)
    const light = new Set([...lit.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => Number(y) * 4 + Number(x)))
    return Array.from({ length: 88 }, (_, cell) => light.has(cell))
  })
}

test('a takeover says in each corner which state it was drawn from', () => {
  const html = renderToStaticMarkup(
    <ProofProvider value={[live]}>
      <TakeoverProof channel="live" />
    </ProofProvider>,
  )
  expect(cellsIn(html)).toEqual([0, 1, 2, 3].map((part) => encodeMark({ ...live, shape: 'takeover', part, parts: 4 })))
})

test('the second of two strips says which parts it is', () => {
  const html = renderToStaticMarkup(
    <ProofProvider value={[live]}>
      <StripProof channel="live" nth={1} count={2} />
    </ProofProvider>,
  )
  expect(cellsIn(html)).toEqual([2, 3].map((part) => encodeMark({ ...live, shape: 'strip', part, parts: 4 })))
})

test('nothing is claimed of another channel, nor where nobody says what was drawn', () => {
  expect(renderToStaticMarkup(<TakeoverProof channel="live" />)).toBe('')
  const html = renderToStaticMarkup(
    <ProofProvider value={[live]}>
      <TakeoverProof channel="drill" />
    </ProofProvider>,
  )
  expect(html).toBe('')
})
