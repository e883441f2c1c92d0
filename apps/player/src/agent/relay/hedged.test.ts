import { expect, it, vi } from 'vitest'
import { hedged } from './hedged.ts'

const never = (signal: AbortSignal) =>
  new Promise<string>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))))
const how = (signal = new AbortController().signal) => ({ most: 3, afterMs: 5, signal })

it('asks again beside a question without an answer, and ends what is left when one came', async () => {
  const ended: boolean[] = []
  let asked = 0
  const question = vi.fn<typeof never>((signal) => {
    asked += 1
    signal.addEventListener('abort', () => ended.push(true))
    return asked < 3 ? never(signal) : Promise.resolve('here')
  })
  expect(await hedged(question, how())).toBe('here')
  expect(question).toHaveBeenCalledTimes(3)
  expect(ended).toHaveLength(3)
})

it('does not ask again after a refusal', async () => {
  const question = vi.fn<typeof never>(() => Promise.reject(new Error('no')))
  await expect(hedged(question, how())).rejects.toThrow('no')
  expect(question).toHaveBeenCalledTimes(1)
})

it('ends with its signal, never with more questions than allowed', async () => {
  const question = vi.fn<typeof never>(never)
  await expect(hedged(question, how(AbortSignal.timeout(60)))).rejects.toThrow('ended')
  expect(question).toHaveBeenCalledTimes(3)
})
