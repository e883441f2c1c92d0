import { brokenRule, type FieldRule } from '@akari/protocol'
import { z } from 'zod'
import { nearestName } from '../near-names.ts'
import { filled, type Sentence, sentence } from '../sentence.ts'
import texts from './field-fault.texts.json' with { type: 'json' }

type Bound = { isMost: boolean; limit: string; origin: string; isIncluded: boolean }
type Words = Readonly<Record<string, Sentence>>

const RULES: Readonly<Record<FieldRule, Sentence>> = texts.rules
const TYPES: Words = texts.types
const FORMATS: Words = texts.formats
const PATTERNS: Words = texts.patterns

/** For zod's `error`: what is wrong with a field and what to write instead, as «日本語 / English». */
export const fieldFault: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return typeFault(issue.expected, issue.input)
    case 'invalid_value':
      return sentence(texts.value, { values: issue.values.map(String).join(', ') })
    case 'too_big':
      return sizeFault({ ...boundOf(issue), isMost: true, limit: String(issue.maximum) }, issue.input)
    case 'too_small':
      return sizeFault({ ...boundOf(issue), isMost: false, limit: String(issue.minimum) }, issue.input)
    case 'invalid_format':
      return formatFault(issue.format, issue.pattern)
    case 'not_multiple_of':
      return sentence(texts.multiple, { divisor: String(issue.divisor) })
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [])
    case 'invalid_union':
      return unionFault('options' in issue && Array.isArray(issue.options) ? issue.options : [])
    case 'custom': {
      const rule = brokenRule(issue.params)
      return sentence(rule === null ? texts.other : RULES[rule])
    }
    case 'invalid_key':
    case 'invalid_element':
      return sentence(texts.other)
  }
}

function typeFault(expected: string, input: unknown): string {
  if (input === undefined) return sentence(texts.missing)
  const type = TYPES[expected]
  if (type === undefined) return sentence(texts.other)
  const { ja, en } = texts.type
  return sentence({ ja: filled(ja, { type: type.ja }), en: filled(en, { type: type.en }) })
}

function boundOf({ origin, inclusive }: { origin: string; inclusive?: boolean | undefined }) {
  return { origin, isIncluded: inclusive !== false }
}

function sizeFault(bound: Bound, input: unknown): string {
  const values = { most: bound.limit, least: bound.limit, length: String(lengthOf(input)) }
  return sentence(sizeWords(bound), values)
}

function sizeWords({ isMost, limit, origin, isIncluded }: Bound): Sentence {
  switch (origin) {
    case 'string':
      if (isMost) return texts.mostLetters
      return limit === '1' ? texts.empty : texts.leastLetters
    case 'array':
    case 'set':
      return isMost ? texts.mostEntries : texts.leastEntries
    default:
      if (isIncluded) return isMost ? texts.most : texts.least
      return isMost ? texts.below : texts.above
  }
}

function lengthOf(input: unknown): number {
  return typeof input === 'string' || Array.isArray(input) ? input.length : 0
}

function formatFault(format: string, pattern: string | undefined): string {
  const known = FORMATS[format] ?? (pattern === undefined ? undefined : PATTERNS[pattern.replace(/^\/|\/[a-z]*$/g, '')])
  if (known !== undefined) return sentence(known)
  return pattern === undefined ? sentence(texts.other) : sentence(texts.pattern, { pattern })
}

function unionFault(options: readonly unknown[]): string {
  return options.length === 0
    ? sentence(texts.noForm)
    : sentence(texts.value, { values: options.map(String).join(', ') })
}

/** `known`: the fields that there are, one of which may be meant. */
function unknownKeys(unknown: readonly string[], known: readonly string[]): string {
  const keys = unknown.map(quoted).join(', ')
  const near = new Set(unknown.map((key) => nearestName(key, known)).filter((key) => key !== null))
  return near.size === 0
    ? sentence(texts.unknownKeys, { keys })
    : sentence(texts.misspeltKeys, { keys, near: [...near].map(quoted).join(', ') })
}

/** A key as it was sent, without what parts the two languages. */
function quoted(key: string): string {
  return JSON.stringify(key).replaceAll(' / ', '/')
}
