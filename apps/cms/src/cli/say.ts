import texts from './texts.json' with { type: 'json' }

/** A mistake of the person at the keyboard: one sentence on stderr, exit 1. */
export class CliError extends Error {
  override name = 'CliError'
}

export type TextKey = keyof typeof texts

/** A sentence of texts.json with its places filled in. */
export function sentence(key: TextKey, values: Record<string, string> = {}): string {
  return texts[key].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}
