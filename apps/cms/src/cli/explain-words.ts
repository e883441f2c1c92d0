import type { BehindBecause, Reason } from '@akari/programme'
import type { Explanation, Layer, Programme } from '@akari/protocol'
import { z } from 'zod'
import words from './explain-words.json' with { type: 'json' }

const REASONS: Record<Reason['code'], string> = words.reason
const LAYERS: Record<Layer, string> = words.layer
const BEHIND: Record<BehindBecause, string> = words.behind

const Over = z.array(z.object({ entryId: z.string(), because: z.enum(['priority', 'turn', 'interrupt']) }))

/** An explanation in words, a line for each reason. `programme` knows the names of entries, takeovers and playlists. */
export function explanationWords(explained: Explanation, programme: Programme | null): string {
  const { at, display, layer, scene, reasons, validUntil } = explained
  const title = 'title' in scene ? `『${scene.title.ja}』` : ''
  const head = filled(words.glass, { at, display: display.name, layer: LAYERS[layer], title }).trimEnd()
  const names = namesOf(programme)
  const why = reasons.flatMap((reason) => linesOf(reason, names))
  return [head, ...why, filled(words.until, { until: validUntil })].join('\n')
}

type Names = (id: unknown) => string

function linesOf({ code, over, ...rest }: Explanation['reasons'][number], name: Names): string[] {
  const values = {
    ...rest,
    entry: name(rest['entryId']),
    takeover: name(rest['takeoverId']),
    playlist: name(rest['playlistId']),
    by: name(rest['by']),
  }
  const template: string = Object.entries(REASONS).find(([known]) => known === code)?.[1] ?? code
  const behind = Over.catch([]).parse(over ?? [])
  return [
    `  ・${filled(template, values)}`,
    ...behind.map(({ entryId, because }) => `    ${filled(BEHIND[because], { entry: name(entryId) })}`),
  ]
}

function namesOf(programme: Programme | null): Names {
  const named = [...(programme?.entries ?? []), ...(programme?.takeovers ?? []), ...(programme?.playlists ?? [])]
  const byId = new Map(named.map(({ id, name }) => [id, name]))
  return (id) => (typeof id === 'string' ? (byId.get(id) ?? id) : '–')
}

function filled(template: string, values: Record<string, unknown>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_whole, key: string) => wordOf(values[key]))
}

function wordOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordOf).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–'
}
