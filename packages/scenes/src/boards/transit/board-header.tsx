import { type KioskLanguage, type Texts, withoutRuby } from '@akari/protocol'
import type { ReactElement, ReactNode } from 'react'
import { say } from '../../locales/words.ts'
import { Compass } from '../../map/compass.tsx'
import { Text } from '../../text/text.tsx'

interface BoardHeaderProps {
  title: Texts
  language: KioskLanguage
  /** Beside the title. */
  children?: ReactNode
}

/** What a board of buses, or a map of the town, is about. */
export function BoardHeader({ title, language, children }: BoardHeaderProps): ReactElement {
  return (
    <header className="ak-board-header">
      <h1>
        <Text texts={title} language={language} />
      </h1>
      {children}
    </header>
  )
}

/** Maps of the town have north up. */
export function NorthUp({ language }: { language: KioskLanguage }): ReactElement {
  return <Compass turnedDeg={0} label={withoutRuby(say(language, 'north'))} language={language} />
}
