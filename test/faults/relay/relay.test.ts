import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { noNetworks } from './network.ts'
import { SHORT } from './scenarios.ts'

const WHY_NOT = await noNetworks()
const Line = z.object({ name: z.string(), displays: z.literal(3), ms: z.array(z.number()).min(1) })

describe('three displays on a network of their own, without the CMS', () => {
  beforeEach(({ skip }) => skip(WHY_NOT !== null, WHY_NOT ?? ''))

  it('all show what one was told by a stick: on good lines, on bad ones, and where multicast is pruned', async () => {
    const main = join(import.meta.dirname, 'main.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [main, '--short'])
    const lines = stdout.trim().split('\n')
    expect(lines.map((line) => Line.parse(JSON.parse(line)).name)).toEqual(SHORT.map(({ name }) => name))
  }, 120_000)
})
