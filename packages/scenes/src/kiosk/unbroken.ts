import type { Texts } from '@akari/protocol'

/** A figure and its unit stay on one line. */
export function unbroken(texts: Texts): Texts {
  const kept = (text: string): string => text.replaceAll(/(\d) m/g, '$1\u00a0m')
  return Object.entries(texts).reduce<Texts>(
    (all, [language, text]) => (text === undefined ? all : { ...all, [language]: kept(text) }),
    texts,
  )
}
