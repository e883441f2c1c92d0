import { SaxesParser } from 'saxes'
import { TelegramFault } from '../telegram-fault.ts'
import type { XmlElement } from './element.ts'

/** The largest telegram seen is 1.3 MB; anything beyond these is not one. */
export const MAX_BYTES = 5 * 1024 * 1024
export const MAX_DEPTH = 40

/** JMA writes UTF-8 alone; senders of CAP also the Latin that every byte is valid in. */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['UTF-8', 'utf-8'],
  ['US-ASCII', 'utf-8'],
  ['ISO-8859-1', 'windows-1252'],
])

/**
 * Parses XML 1.0 with namespaces, strictly: in the encoding it declares, no DOCTYPE (so no entities of its own), size and
 * depth capped.
 * @throws TelegramFault
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  if (bytes.byteLength > MAX_BYTES) throw new TelegramFault('too-large', `more than ${MAX_BYTES} bytes`)
  return treeOf(decode(bytes))
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)) {
    throw new TelegramFault('unsupported-encoding', 'UTF-16 is not supported, only UTF-8 and ISO-8859-1')
  }
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 256))
  const declared = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(opening)?.[1]
  const encoding = ENCODINGS.get((declared ?? 'UTF-8').toUpperCase())
  if (encoding === undefined) {
    throw new TelegramFault('unsupported-encoding', `${declared} is not supported, only UTF-8 and ISO-8859-1`)
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new TelegramFault('invalid-encoding', `not valid ${declared ?? 'UTF-8'}`)
  }
}

/** Most elements have none. */
const NONE: Record<string, string> = {}

function treeOf(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  const addText = (text: string) => {
    const current = open.at(-1)
    if (current !== undefined) current.text += text
  }
  parser.on('error', (error) => {
    throw new TelegramFault('malformed', error.message)
  })
  parser.on('doctype', () => {
    throw new TelegramFault('doctype', 'a DOCTYPE is refused')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) throw new TelegramFault('too-deep', `more than ${MAX_DEPTH} levels`)
    const given = Object.values(tag.attributes)
    const attributes = given.length === 0 ? NONE : Object.fromEntries(given.map((each) => [each.name, each.value]))
    const element: XmlElement = { name: tag.local, uri: tag.uri, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(xml).close()
  if (root === null) throw new TelegramFault('malformed', 'no root element')
  return root
}
