/** What a state of the alerts came from, as the CMS wrote it into its log. */
export type Cause =
  | { kind: 'telegram'; code: string }
  | { kind: 'template' | 'correction'; templateId: string }
  | { kind: 'message' | 'corrected'; by: 'second-person' | 'break-glass' }
  | { kind: 'kept'; until: string }
  | { kind: 'ended' | 'time' | 'sources' }
  | { kind: 'other'; text: string }

const PATTERNS: readonly [RegExp, (found: string) => Cause][] = [
  [/^telegram (\S+)/, (code) => ({ kind: 'telegram', code })],
  [/^template (\S+)$/, (templateId) => ({ kind: 'template', templateId })],
  [/^message second-person$/, () => ({ kind: 'message', by: 'second-person' })],
  [/^message break-glass$/, () => ({ kind: 'message', by: 'break-glass' })],
  [/^correction second-person$/, () => ({ kind: 'corrected', by: 'second-person' })],
  [/^correction break-glass$/, () => ({ kind: 'corrected', by: 'break-glass' })],
  [/^correction (\S+)$/, (templateId) => ({ kind: 'correction', templateId })],
  [/^kept until (\S+)$/, (until) => ({ kind: 'kept', until })],
  [/^(?:cleared|cancelled) /, () => ({ kind: 'ended' })],
  [/^time$/, () => ({ kind: 'time' })],
  [/^sources heard or silent$/, () => ({ kind: 'sources' })],
]

/** Reads the cause of an entry of the log; what is not known is given as it stands. */
export function causeOf(text: string): Cause {
  for (const [pattern, made] of PATTERNS) {
    const match = pattern.exec(text)
    if (match !== null) return made(match[1] ?? '')
  }
  return { kind: 'other', text }
}
