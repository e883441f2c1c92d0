import { type Alert, type PolicyAct, type PolicyRule, PRESENTATION_MODES } from '@akari/protocol'

/** How large an alert stands on the glass; `none`: on the desk only. */
export type Size = PolicyAct['mode']

const LARGEST_FIRST: readonly Size[] = [...PRESENTATION_MODES, 'none']

export function isLarger(a: Size, b: Size): boolean {
  return LARGEST_FIRST.indexOf(a) < LARGEST_FIRST.indexOf(b)
}

/** As the rule says, but what a person sends never stands smaller than the template that they chose. */
export function sizeOf({ presentation, source }: Alert, rule: PolicyRule | null): Size {
  if (rule === null) return presentation.mode
  return source.kind === 'operator' && isLarger(presentation.mode, rule.act.mode) ? presentation.mode : rule.act.mode
}
