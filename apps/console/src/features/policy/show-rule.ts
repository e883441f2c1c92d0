/** Brings the row of a rule into view and gives it the focus. */
export function showRule(ruleId: string): void {
  const row = document.querySelector(`[data-testid="policy-rule-${CSS.escape(ruleId)}"]`)
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
}
