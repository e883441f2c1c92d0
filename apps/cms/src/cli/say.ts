import texts from './texts.json' with { type: 'json' }

/** A mistake of the person at the keyboard: one sentence on stderr, exit 1. */
export class CliError extends Error {
  override name = 'CliError'
}

/** The server said no. */
export class RefusedError extends CliError {
  override name = 'RefusedError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export type TextKey = keyof typeof texts

/** A sentence of texts.json with its places filled in. */
export function sentence(key: TextKey, values: Record<string, string> = {}): string {
  return texts[key].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

/** The argument at this place; throws CliError that names it when there is none. */
export function required(args: readonly string[], at: number, argument: string): string {
  const given = args[at]
  if (given === undefined || given === '') throw new CliError(sentence('missing', { argument }))
  return given
}
