/** An XML element with its namespace resolved; `text` is its own character data, not its children's. */
export type XmlElement = {
  name: string
  uri: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** The children of that local name, in the parent's namespace unless another is named. */
export function childrenOf(parent: XmlElement | null, name: string, uri = parent?.uri): XmlElement[] {
  return parent === null ? [] : parent.children.filter((child) => child.name === name && child.uri === uri)
}

export function childOf(parent: XmlElement | null, name: string, uri = parent?.uri): XmlElement | null {
  return childrenOf(parent, name, uri)[0] ?? null
}

/** The trimmed text of a child; null where it is absent or empty. */
export function textOf(parent: XmlElement | null, name: string): string | null {
  const text = childOf(parent, name)?.text.trim()
  return text === undefined || text === '' ? null : text
}

/** A text ready for comparison: full-width and half-width forms made equal (Unicode NFKC), trimmed. */
export function comparable(text: string): string {
  return text.normalize('NFKC').trim()
}

/** A code as text, in half width: `03`; null where it is absent or empty. */
export function codeOf(parent: XmlElement | null, name = 'Code'): string | null {
  const text = textOf(parent, name)
  return text === null ? null : comparable(text)
}
