import { expect, it } from 'vitest'
import { lastKnown } from './last-known.ts'

const away = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })

function rig() {
  const state = { answer: (_key: string): Promise<string | null> => Promise.resolve('clerk'), now: new Date(0) }
  const known = lastKnown((key: string) => state.answer(key), { waitMs: 20, keepMs: 1000, now: () => state.now })
  return { state, known }
}

it('answers from memory while the database is away, and for nobody it did not know', async () => {
  const { state, known } = rig()
  await known.read('a')
  state.answer = () => Promise.reject(away)
  expect(await known.read('a')).toBe('clerk')
  await expect(known.read('b')).rejects.toBe(away)
})

it('does not wait for a database that hangs when it knows an answer', async () => {
  const { state, known } = rig()
  await known.read('a')
  state.answer = () => new Promise(() => undefined)
  expect(await known.read('a')).toBe('clerk')
})

it('passes on any other trouble', async () => {
  const { state, known } = rig()
  await known.read('a')
  state.answer = () => Promise.reject(new Error('column does not exist'))
  await expect(known.read('a')).rejects.toThrow('column does not exist')
})

it('forgets who was refused, who was too long ago, and everybody when told to', async () => {
  const { state, known } = rig()
  const refuse = async (before: () => Promise<unknown>) => {
    state.answer = () => Promise.resolve('clerk')
    await known.read('a')
    await before()
    state.answer = () => Promise.reject(away)
    await expect(known.read('a')).rejects.toBe(away)
  }
  await refuse(async () => {
    state.answer = () => Promise.resolve(null)
    expect(await known.read('a')).toBeNull()
  })
  await refuse(async () => {
    state.now = new Date(1001)
  })
  await refuse(async () => known.forget())
})

it('does not take an answer that was under way when it was told to forget', async () => {
  const { state, known } = rig()
  const slow = Promise.withResolvers<string>()
  state.answer = () => slow.promise
  const reading = known.read('a')
  known.forget()
  slow.resolve('clerk')
  expect(await reading).toBe('clerk')
  state.answer = () => Promise.reject(away)
  await expect(known.read('a')).rejects.toBe(away)
})
