import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reportToSystemd } from './systemd.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp(environment: Record<string, string>) {
  const said: string[] = []
  const reports = reportToSystemd(environment, async (program, args) => void said.push([program, ...args].join(' ')))
  return { said, reports }
}

test('says that it is ready, and three times within the watchdog’s time that it lives', () => {
  const { said, reports } = setUp({ NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '9000000' })
  expect(said).toEqual(['systemd-notify --ready'])
  vi.advanceTimersByTime(9_000)
  expect(said.slice(1)).toEqual(Array(3).fill('systemd-notify WATCHDOG=1'))
  reports.close()
  vi.advanceTimersByTime(60_000)
  expect(said).toHaveLength(4)
})

test('says nothing where no systemd listens, and only that it is ready where no watchdog is set', () => {
  expect(setUp({ WATCHDOG_USEC: '9000000' }).said).toEqual([])
  const { said } = setUp({ NOTIFY_SOCKET: '/run/systemd/notify' })
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual(['systemd-notify --ready'])
})
