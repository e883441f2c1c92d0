/** What is said of an element: its label with where it stands, or its words with readings in the place of what they stand above. */
export function spokenText(element: Element): string {
  const label = element.getAttribute('aria-label')
  const value = element.getAttribute('aria-valuetext')
  return (label === null ? wordsIn(element) : `${label}, ${value ?? ''}`)
    .replaceAll(/\s+/g, ' ')
    .replace(/[, ]+$/, '')
    .trim()
}

function wordsIn(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? ''
  if (!(node instanceof Element)) return ''
  if (node.getAttribute('aria-hidden') === 'true') return ''
  if (node.localName === 'ruby') return node.querySelector('rt')?.textContent ?? ''
  const words = [...node.childNodes].map(wordsIn).join('')
  // Blocks are said one after the other, with a breath between them.
  return node.matches('p, li, strong, small, em, b, h1, h2, div') ? `${words}, ` : words
}
