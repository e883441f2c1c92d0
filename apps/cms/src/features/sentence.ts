/** One entry of a feature's locale file: the same sentence in both languages of the staff. */
export type Sentence = { ja: string; en: string }

/** The detail of a problem, Japanese first; `{name}` is replaced by `values.name`. */
export function sentence(text: Sentence, values: Readonly<Record<string, string>> = {}): string {
  return `${filled(text.ja, values)} / ${filled(text.en, values)}`
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
