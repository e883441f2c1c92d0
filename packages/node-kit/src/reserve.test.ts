import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskReserve, withRoom } from './reserve.ts'

const MIB = 1024 * 1024
const full = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))

// What it is worth on a disk that is really full: test/faults/full-disk.test.ts.
describe('the reserve of a disk', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'akari-reserve-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const some = (mostBytes: number) => {
    const path = join(folder, 'reserve')
    const given = { times: 0 }
    const reserve = diskReserve({ path, mostBytes, gave: () => void (given.times += 1) })
    return { reserve, given, size: () => stat(path).then(({ size }) => size) }
  }

  it('is given up piece by piece: half of it for reports, the rest for emergencies alone, and grows again', async () => {
    const { reserve, given, size } = some(2 * MIB)
    expect(await reserve.refill()).toBe(true)
    expect(await size()).toBe(2 * MIB)
    await expect(withRoom(full, reserve.second)).rejects.toThrow('no space left')
    expect(await size()).toBe(MIB)
    await expect(withRoom(full, reserve.first)).rejects.toThrow('no space left')
    expect(await size()).toBe(0)
    expect(given.times).toBe(4)
    expect(await reserve.refill()).toBe(true)
    expect(await size()).toBe(2 * MIB)
  })

  it('gives no more than what is asked for needs, and nothing for another error', async () => {
    const { reserve, size } = some(2 * MIB)
    await reserve.refill()
    let tries = 0
    expect(await withRoom(() => (++tries < 2 ? full() : Promise.resolve('kept')), reserve.first)).toBe('kept')
    await expect(withRoom(() => Promise.reject(new Error('EIO')), reserve.first)).rejects.toThrow('EIO')
    expect(await size()).toBe(1.5 * MIB)
  })

  it('of nothing is whole, and gives nothing', async () => {
    const { reserve } = some(0)
    expect(await reserve.refill()).toBe(true)
    expect(await reserve.first()).toBe(false)
  })
})
