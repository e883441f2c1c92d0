import { Instant } from '@akari/protocol'
import { TelegramFault } from '../telegram-fault.ts'
import { childrenOf, textOf, type XmlElement } from '../xml/element.ts'
import type { CapProblem, CapReference, NamedValue } from './cap-alert.ts'

/** @throws TelegramFault where the element is absent or empty */
export function required(parent: XmlElement, name: string): string {
  const text = textOf(parent, name)
  if (text === null) throw new TelegramFault('missing-part', `${name} is missing`)
  return text
}

/** @throws TelegramFault where the element is absent or none of the values the standard lists */
export function requiredOneOf<T extends string>(parent: XmlElement, name: string, values: readonly T[]): T {
  const text = required(parent, name)
  const value = values.find((each) => each === text)
  if (value === undefined) throw new TelegramFault('bad-part', `${name} is not one of ${values.join(', ')}`)
  return value
}

/** Those of a repeated element that the standard lists; the others are only noted. */
export function listedOf<T extends string>(
  parent: XmlElement,
  name: string,
  values: readonly T[],
  problem: CapProblem,
  problems: Set<CapProblem>,
): T[] {
  return textsOf(parent, name).flatMap((text) => {
    const value = values.find((each) => each === text)
    if (value === undefined) problems.add(problem)
    return value === undefined ? [] : [value]
  })
}

export function textsOf(parent: XmlElement, name: string): string[] {
  return childrenOf(parent, name)
    .map((child) => child.text.trim())
    .filter((text) => text !== '')
}

export function namedValuesOf(parent: XmlElement, name: string): NamedValue[] {
  return childrenOf(parent, name).flatMap((child) => {
    const valueName = textOf(child, 'valueName')
    return valueName === null ? [] : [{ valueName, value: textOf(child, 'value') ?? '' }]
  })
}

/**
 * A dateTime of CAP: ISO 8601 with a numeric offset. The standard forbids `Z`; whoever writes it means the same moment as
 * everybody else, so a warning is not lost over it.
 */
export function instantOf(text: string, problems: Set<CapProblem>): Instant | null {
  const parsed = Instant.safeParse(text)
  if (!parsed.success || Number.isNaN(Date.parse(parsed.data))) return null
  if (/z$/i.test(text)) problems.add('time-in-zulu')
  return parsed.data
}

/** An optional time; one that cannot be read counts as absent. */
export function optionalInstant(parent: XmlElement, name: string, problems: Set<CapProblem>): Instant | null {
  const text = textOf(parent, name)
  if (text === null) return null
  const instant = instantOf(text, problems)
  if (instant === null) problems.add('unreadable-time')
  return instant
}

/** `references`: triples `sender,identifier,sent` between spaces; identifiers with a comma in them are seen in the wild. */
export function referencesOf(parent: XmlElement, problems: Set<CapProblem>): CapReference[] {
  return (textOf(parent, 'references') ?? '')
    .split(/\s+/)
    .filter((triple) => triple !== '')
    .flatMap((triple) => {
      const [sender, ...rest] = triple.split(',')
      const sent = instantOf(rest.pop() ?? '', problems)
      const identifier = rest.join(',')
      if (sent === null || !sender || identifier === '') {
        problems.add('unreadable-reference')
        return []
      }
      return [{ sender, identifier, sent }]
    })
}
