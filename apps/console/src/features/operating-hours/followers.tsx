import type { HoursView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../api/displays.ts'
import { followedBy } from './followed.ts'
import { useOfWords } from './of-words.ts'
import frame from '../../parts/hours/hours.module.css'
import classes from './followers.module.css'

/** Every display and the hours that it follows. */
export function Followers({ all }: { all: readonly HoursView[] }): ReactElement {
  const { t } = useTranslation()
  const words = useOfWords()
  const displays = useShownDisplays().data ?? []
  return (
    <section>
      <h2 className={frame.heading}>{t('timing.hours.followers')}</h2>
      <ul className={classes.followers}>
        {displays.map((display) => {
          const hours = followedBy(display, all)
          return (
            <li key={display.id}>
              <b>{display.profile.name}</b>
              <span>
                {hours === null
                  ? t('timing.hours.always')
                  : hours.of.kind === 'display'
                    ? t('timing.hours.own')
                    : t('timing.hours.follows', { name: words(hours.of) })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
