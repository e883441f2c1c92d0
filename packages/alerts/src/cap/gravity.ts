import type { AlertClass, WarningLevel } from '@akari/protocol'
import { comparable } from '../xml/element.ts'
import type { CapInfo } from './cap-alert.ts'

const CLASS_OF_LEVEL: Record<WarningLevel, AlertClass> = {
  5: 'special',
  4: 'danger',
  3: 'warning',
  2: 'advisory',
  1: 'info',
}
const CLASSES = [
  'special',
  'danger',
  'warning',
  'advisory',
  'forecast',
  'info',
] as const satisfies readonly AlertClass[]
const SEVERITIES = [
  'Extreme',
  'Severe',
  'Moderate',
  'Minor',
  'Unknown',
] as const satisfies readonly CapInfo['severity'][]
const LEVELS: ReadonlyMap<string, WarningLevel> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
])

/** 警戒レベル: the value of an eventCode or parameter whose valueName ends in `:level`; the highest of several. */
export function levelOf(info: CapInfo): WarningLevel | null {
  const levels = levelTexts(info).flatMap((text) => LEVELS.get(text) ?? [])
  return levels.toSorted((a, b) => b - a)[0] ?? null
}

/** Is there a `:level` that is none of the five? */
export function hasUnreadableLevel(info: CapInfo): boolean {
  return levelTexts(info).some((text) => !LEVELS.has(text))
}

function levelTexts(info: CapInfo): string[] {
  return [...info.eventCodes, ...info.parameters]
    .filter(({ valueName }) => comparable(valueName).toLowerCase().endsWith(':level'))
    .map(({ value }) => comparable(value))
}

/** The level says it; without one severity does, and time that is left takes the edge off. */
export function classOf(info: CapInfo): AlertClass {
  const level = levelOf(info)
  if (level !== null) return CLASS_OF_LEVEL[level]
  if (info.urgency === 'Past') return 'info'
  const soon = info.urgency !== 'Future'
  switch (info.severity) {
    case 'Extreme':
      return 'special'
    case 'Severe':
      return info.urgency === 'Immediate' ? 'danger' : 'warning'
    case 'Moderate':
      return soon ? 'warning' : 'advisory'
    case 'Minor':
      return 'advisory'
    case 'Unknown':
      return 'info'
  }
}

/** Gravest first. */
export function byGravity(a: CapInfo, b: CapInfo): number {
  return (
    (levelOf(b) ?? 0) - (levelOf(a) ?? 0) ||
    CLASSES.indexOf(classOf(a)) - CLASSES.indexOf(classOf(b)) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  )
}

/** Do two infos say the same, in whatever language (CAP 1.2 §3.2.2, language)? */
export function isAlike(a: CapInfo, b: CapInfo): boolean {
  return (
    a.severity === b.severity && a.urgency === b.urgency && a.certainty === b.certainty && levelOf(a) === levelOf(b)
  )
}
