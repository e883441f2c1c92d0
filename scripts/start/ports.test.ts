import { createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { checkPort } from './ports.ts'

it('tells a free port from a taken one and from what is no port', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const address = other.address()
  const taken = typeof address === 'object' && address !== null ? String(address.port) : ''
  expect(await checkPort(taken)).toEqual({ state: 'taken', text: taken })
  expect(await checkPort('abc')).toEqual({ state: 'invalid', text: 'abc' })
  expect(await checkPort('70000')).toMatchObject({ state: 'invalid' })
  await new Promise((resolve) => other.close(resolve))
  expect(await checkPort(taken)).toEqual({ state: 'free', port: Number(taken) })
})
