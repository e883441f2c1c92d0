import { type KioskLanguage, textIn, type TransitName, withoutRuby } from '@akari/protocol'
import type { CSSProperties, ReactElement } from 'react'
import { emsOf } from '../../text/pages.ts'

interface RouteBadgeProps {
  name: TransitName
  colour: string
  textColour: string
  language: KioskLanguage
}

/** Letters of a badge that stand at full size; a longer name is set smaller, on the same plate. */
const FULL_EMS = 1.7
const LEAST = 0.42

/** A route as its buses carry it: its name on its colour. */
export function RouteBadge({ name, colour, textColour, language }: RouteBadgeProps): ReactElement {
  const shown = textIn(name.texts, language)
  const text = withoutRuby(shown.text)
  const style: CSSProperties & Record<'--badge-fit', string> = {
    background: colour,
    color: textColour,
    '--badge-fit': Math.max(LEAST, Math.min(1, FULL_EMS / emsOf(text))).toFixed(2),
  }
  return (
    <span className="ak-route-badge" lang={shown.language} style={style}>
      <span>{text}</span>
    </span>
  )
}
