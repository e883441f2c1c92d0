import type { KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { Line } from '../text/text.tsx'

/** Large enough to be found from across the room: this display's own name, for whoever looks for it. */
export function NamePlate({ name, language }: { name: string; language: KioskLanguage }): ReactElement {
  return (
    <section className="ak-name-plate" role="status" data-testid="name-plate">
      <p className="ak-name-plate-lead">
        <Line text={say(language, 'thisDisplay')} language={language} />
      </p>
      <p className="ak-name-plate-name">
        <Line text={name} language="ja" />
      </p>
    </section>
  )
}
