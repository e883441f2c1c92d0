import type { ja } from '../../locales/ja.ts'

/** How one language says and reads repetitions; `locales/…/recurrence.json`. Lists are parted by `|`, `#` is a number. */
export type Vocabulary = (typeof ja)['recurrence']

/** A list of the vocabulary. */
export function listed(list: string): readonly string[] {
  return list.split('|').filter((word) => word !== '')
}

/** A sentence with its gaps filled. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap))
}
