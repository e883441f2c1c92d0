import { expect, test, vi } from 'vitest'
import { newestCode } from './newest-code.ts'

const HOUR_MS = 3_600_000
const gone = () => Promise.reject(new Error('no such file'))

function consoleThat({ answers = true, runningMs = HOUR_MS }) {
  const startOver = vi.fn<() => void>()
  return { startOver, wanted: newestCode({ answers: async () => answers, startOver, runningMs: () => runningMs }) }
}

test('code that is there is what it is', async () => {
  const { startOver, wanted } = consoleThat({})
  await expect(wanted(async () => 'page')).resolves.toBe('page')
  expect(startOver).not.toHaveBeenCalled()
})

test('code that is no more makes the console start again, where the server has a newer one', async () => {
  const { startOver, wanted } = consoleThat({})
  const settled = vi.fn<() => void>()
  void wanted(gone).then(settled, settled)
  await vi.waitFor(() => expect(startOver).toHaveBeenCalledOnce())
  expect(settled).not.toHaveBeenCalled()
})

test('without a server the console stays as it is', async () => {
  const { startOver, wanted } = consoleThat({ answers: false })
  await expect(wanted(gone)).rejects.toThrow('no such file')
  expect(startOver).not.toHaveBeenCalled()
})

test('a console that has just begun does not begin again and again', async () => {
  const { startOver, wanted } = consoleThat({ runningMs: 2_000 })
  await expect(wanted(gone)).rejects.toThrow('no such file')
  expect(startOver).not.toHaveBeenCalled()
})
