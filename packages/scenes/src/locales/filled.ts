/** A text with its `{gaps}` filled; a gap that nobody fills stays as it is. */
export function filled(text: string, gaps: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(gaps[name] ?? whole))
}
