import { readFileSync } from 'node:fs'

const catalogues = ['ja', 'en'].map((language) =>
  JSON.parse(readFileSync(new URL(`./locales/${language}.json`, import.meta.url), 'utf8')),
)

/**
 * What the scripts say to people: the sentence in Japanese, then in English, one line each.
 * Throws when a locale file lacks the key, so that a missing translation cannot go unnoticed.
 */
export function sentence(key, values = {}) {
  return catalogues.map((catalogue) => fill(catalogue, key, values)).join('\n')
}

/** Writes the sentence to stderr: stdout belongs to the command that runs after the script. */
export function say(key, values = {}) {
  process.stderr.write(`${sentence(key, values)}\n`)
}

function fill(catalogue, key, values) {
  const text = catalogue[key]
  if (text === undefined) throw new Error(`no text for "${key}" in scripts/locales`)
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
}
