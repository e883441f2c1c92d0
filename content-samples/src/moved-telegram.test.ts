import { expect, test } from 'vitest'
import { recentTelegram, sampleTelegram } from './index.ts'

const reported = (xml: Buffer) => /<ReportDateTime>([^<]+)/.exec(xml.toString('utf8'))?.[1] ?? ''

test('a recent telegram is of the days before, at its own time of day and in its own order', () => {
  const now = new Date('2029-03-01T12:00:00+09:00')
  const names = ['vpww55-level2.xml', 'vpww55-level4.xml', 'vpww55-release.xml']
  for (const name of names) {
    const [was, is] = [reported(sampleTelegram(name)), reported(recentTelegram(name, now))]
    expect(is.slice(10)).toBe(was.slice(10))
    const days = (now.getTime() - Date.parse(is)) / 86_400_000
    expect(days).toBeGreaterThan(0)
    expect(days).toBeLessThan(10)
  }
  const inOrder = (telegrams: readonly Buffer[]) =>
    telegrams.map(reported).toSorted((a, b) => Date.parse(a) - Date.parse(b))
  const moved = names.map((name) => recentTelegram(name, now))
  const order = inOrder(names.map(sampleTelegram)).map((time) =>
    names.map((name) => reported(sampleTelegram(name))).indexOf(time),
  )
  expect(inOrder(moved).map((time) => moved.map(reported).indexOf(time))).toEqual(order)
})
