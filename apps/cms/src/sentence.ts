/** One entry of a feature's locale file: the same sentence in both languages of the staff. */
export type Sentence = { ja: string; en: string }

/** The detail of a problem, Japanese first; `{name}` is replaced by `values.name`. */
export function sentence(text: Sentence, values: Readonly<Record<string, string>> = {}): string {
  return `${filled(text.ja, values)} / ${filled(text.en, values)}`
}

/** The same sentence in both languages, for whoever shows one of them. */
export function inBoth({ ja, en }: Sentence, values: Readonly<Record<string, string>> = {}): Sentence {
  return { ja: filled(ja, values), en: filled(en, values) }
}

/** `{name}` is replaced by `values.name`; a gap that nothing is known for stays. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
