import { SaxesParser } from 'saxes'

export type SvgElement = { name: string; attributes: ReadonlyMap<string, string>; children: SvgElement[]; text: string }

const MOST_DEPTH = 100
const MOST_ELEMENTS = 200_000

const LONGEST_NAME = 200

class SvgFault extends Error {}

/**
 * The elements of an SVG document; null where it is none. A DOCTYPE is read over, as drawing programs write one, but not with
 * declarations of its own: entities could grow without end.
 */
export function parseSvg(text: string): SvgElement | null {
  try {
    return treeOf(text)
  } catch (error) {
    if (error instanceof SvgFault) return null
    throw error
  }
}

function treeOf(text: string): SvgElement {
  const parser = new SaxesParser({ xmlns: true })
  const open: SvgElement[] = []
  let root: SvgElement | null = null
  let count = 0
  parser.on('error', (error) => {
    throw new SvgFault(error.message)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new SvgFault('a DOCTYPE with declarations is refused')
  })
  parser.on('opentag', ({ local, attributes }) => {
    if (open.length >= MOST_DEPTH || ++count > MOST_ELEMENTS) throw new SvgFault('too large')
    const given = Object.values(attributes).map(({ name, value }): [string, string] => [name, value])
    const element: SvgElement = { name: local, attributes: new Map(given), children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (said) => {
    const current = open.at(-1)
    if (current !== undefined) current.text += said
  })
  parser.write(text).close()
  if (root === null) throw new SvgFault('no element')
  return root
}

/** What a drawing program made of the name that somebody gave: `R101_1_` is R101 once more, `_x0020_` is a space. */
export function nameOf(element: SvgElement): string {
  const id = (element.attributes.get('id') ?? '').slice(0, LONGEST_NAME)
  return id
    .replaceAll(/_x([0-9A-Fa-f]{2,4})_/g, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/_\d+_$/, '')
    .trim()
}
