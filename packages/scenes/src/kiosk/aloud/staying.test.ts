import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { staying } from './staying.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a visit does not end in the middle of a long text, and its time runs from the end of it', async () => {
  const onStay = vi.fn<() => void>()
  let end: (value: string) => void = () => {}
  const done = staying(new Promise((resolve) => (end = resolve)), onStay)
  await vi.advanceTimersByTimeAsync(90_000)
  expect(onStay).toHaveBeenCalledTimes(90)
  end('said')
  await done
  await vi.advanceTimersByTimeAsync(90_000)
  expect(onStay).toHaveBeenCalledTimes(90)
})

test('a reading that broke off keeps nobody', async () => {
  const onStay = vi.fn<() => void>()
  const done = staying(Promise.reject(new Error('broke off')), onStay)
  await expect(done).rejects.toThrow('broke off')
  await vi.advanceTimersByTimeAsync(9000)
  expect(onStay).not.toHaveBeenCalled()
})
