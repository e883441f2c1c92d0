import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildGraph } from './graph/build-graph.ts'
import { componentsOf } from './graph/components.ts'
import { readVenue } from './import/read-venue.ts'
import { costsFor, type Profile } from './route/profiles.ts'
import { guide } from './route/guide.ts'

const folder = venuesFolder()

/** The folder of real venues; null, and a printed reason, where there is none. */
function venuesFolder(): string | null {
  const corpus = process.env['AKARI_CORPUS']
  if (corpus === undefined) {
    process.stdout.write('skipped: AKARI_CORPUS is not set, so the venues of the corpus are not read\n')
    return null
  }
  const found = join(corpus, 'venues')
  if (!existsSync(found)) throw new Error(`AKARI_CORPUS has no venues folder: ${found}`)
  return found
}

function read(name: string) {
  const path = join(folder ?? '', name)
  const { venue, problems } = readVenue(
    new Map(readdirSync(path).map((file) => [file, readFileSync(join(path, file))])),
  )
  if (venue === null) throw new Error(`${name} cannot be read: ${JSON.stringify(problems[0])}`)
  return { venue, problems, built: buildGraph(venue) }
}

describe.skipIf(folder === null)('the venues of the corpus', () => {
  it('lead through Shinjuku: all of it on foot, and without steps as far as an independent count says', () => {
    const { venue, problems, built } = read('shinjuku')
    const { graph } = built
    const nodes = (venue.network?.nodes ?? []).flatMap(({ id }) => graph.places.get(id)?.slice(0, 1) ?? [])
    const largest = (profile: Profile) => {
      const costs = costsFor(graph, profile)
      const { of } = componentsOf(graph, (edge) => (costs[edge] ?? Infinity) < Infinity)
      const sizes = new Map<number, number>()
      for (const node of nodes) sizes.set(of[node] ?? -1, (sizes.get(of[node] ?? -1) ?? 0) + 1)
      return Math.max(...sizes.values())
    }
    expect(problems.filter(({ code }) => code === 'link-dangling')).toHaveLength(7)
    expect(nodes).toHaveLength(1985)
    expect(largest('shortest')).toBe(1985)
    expect(Math.abs(largest('step-free') - 1679)).toBeLessThanOrEqual(2)
  })

  it('lead from floor to floor of a drawn plan', () => {
    const { venue, built } = read('svg')
    const { found, steps } = guide(venue, built, { from: 'lobby', to: 'R202', profile: 'step-free' })
    expect(found).toBe(true)
    expect(steps.filter(({ kind }) => kind === 'elevator')).toHaveLength(1)
  })
})
