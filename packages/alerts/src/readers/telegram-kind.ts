import type { Envelope } from '../telegram.ts'
import { comparable } from '../xml/element.ts'

export type ReadableCode = 'VPWW55' | 'VXSE43'

/**
 * A telegram does not carry its own code: Control/Title and Head/InfoKind tell it. The hazard in a VPWW title has been
 * worded differently between versions, so only its first words count.
 */
const KINDS: readonly { code: ReadableCode; title: RegExp; infoKind: string }[] = [
  { code: 'VPWW55', title: /^気象警報・注意報\(R06\)\(大雨[^)]*\)$/, infoKind: '気象警報・注意報' },
  { code: 'VXSE43', title: /^緊急地震速報\(警報\)$/, infoKind: '緊急地震速報' },
]

/** The code of a telegram that we read; null for every other kind. */
export function codeOf(envelope: Envelope): ReadableCode | null {
  const title = comparable(envelope.controlTitle).replaceAll(/\s/g, '')
  const infoKind = comparable(envelope.infoKind ?? '')
  return KINDS.find((kind) => kind.title.test(title) && kind.infoKind === infoKind)?.code ?? null
}
