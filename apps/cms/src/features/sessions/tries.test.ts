import { expect, it } from 'vitest'
import { signInTries } from './tries.ts'

function watched() {
  const waits: number[] = []
  const tries = signInTries({
    wait: async (ms) => {
      waits.push(ms)
    },
  })
  return { waits, tries }
}

it('shuts an account to the address that guesses, and to no other', async () => {
  const { tries } = watched()
  for (let i = 0; i < 5; i++) await tries.atSignIn('sato', '192.0.2.1')
  await expect(tries.atSignIn('sato', '192.0.2.1')).rejects.toMatchObject({ code: 'too-many-tries' })
  await expect(tries.atSignIn('sato', '192.0.2.2')).resolves.toBeUndefined()
  await expect(tries.atSignIn('abe', '192.0.2.1')).resolves.toBeUndefined()
})

it('shuts out an address that goes through the names', async () => {
  const { tries } = watched()
  for (let i = 0; i < 30; i++) await tries.atSignIn(`name-${i}`, '192.0.2.1')
  await expect(tries.atSignIn('sato', '192.0.2.1')).rejects.toMatchObject({ code: 'too-many-tries' })
})

it('takes all addresses of one IPv6 line for one, and those of another line for another', async () => {
  const { tries } = watched()
  for (let i = 0; i < 5; i++) await tries.atSignIn('sato', `2001:db8:1:2::${i}`)
  await expect(tries.atSignIn('sato', '2001:db8:1:2:ffff::1')).rejects.toMatchObject({ code: 'too-many-tries' })
  await expect(tries.atSignIn('sato', '2001:db8:1:3::1')).resolves.toBeUndefined()
})

it('lets an account that is guessed at from everywhere wait, two seconds at most, and refuses nobody', async () => {
  const { tries, waits } = watched()
  for (let i = 0; i < 50; i++) await tries.atSignIn('sato', `192.0.2.${i}`)
  expect(waits).toEqual([])
  for (let i = 50; i < 90; i++) await tries.atSignIn('sato', `192.0.2.${i}`)
  expect(waits.slice(0, 3)).toEqual([100, 200, 300])
  expect(waits.at(-1)).toBe(2000)
  await tries.atSignIn('abe', '192.0.2.200')
  expect(waits).toHaveLength(40)
})

it('forgets what was tried before a reset, from every address', async () => {
  const { tries, waits } = watched()
  for (let i = 0; i < 60; i++) await tries.atSignIn('sato', `192.0.2.${i % 12}`)
  await expect(tries.atSignIn('sato', '192.0.2.1')).rejects.toMatchObject({ code: 'too-many-tries' })
  tries.forget('sato')
  const before = waits.length
  await tries.atSignIn('sato', '192.0.2.1')
  expect(waits).toHaveLength(before)
})
