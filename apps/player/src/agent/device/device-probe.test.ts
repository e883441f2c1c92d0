import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeviceVitals } from '@akari/protocol'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { probe } from './device-probe.ts'
import { vitalsBook } from './vitals.ts'

const folder = await temporaryFolder()

it('tells disk, memory and the hottest sensor, and passes over sensors that tell nonsense', async () => {
  const roots = { proc: folder, thermal: join(folder, 'thermal') }
  await writeFile(join(folder, 'meminfo'), 'MemTotal: 4000 kB\nMemAvailable:   1234 kB\n')
  for (const [zone, temp] of [
    ['thermal_zone0', '51250\n'],
    ['thermal_zone1', '-274000\n'],
    ['cooling_device0', '90000\n'],
  ] as const) {
    await mkdir(join(roots.thermal, zone), { recursive: true })
    await writeFile(join(roots.thermal, zone, 'temp'), temp)
  }
  const found = await probe(folder, roots)
  expect(found.temperatureC).toBe(51.3)
  expect(found.memory.availableBytes).toBe(1234 * 1024)
  expect(found.storage.freeBytes).toBeLessThanOrEqual(found.storage.totalBytes)
  expect(DeviceVitals.parse(found)).toEqual(found)
})

it('leaves the temperature out where there is no sensor', async () => {
  expect(await probe(folder, { proc: folder, thermal: join(folder, 'none') })).not.toHaveProperty('temperatureC')
})

it('holds what each room tells until that room takes it back', () => {
  const vitals = vitalsBook()
  vitals.tell({ temperatureC: 40, bootId: 'a' })
  vitals.tell({ temperatureC: undefined })
  expect(vitals.current()).toEqual({ bootId: 'a' })
})
