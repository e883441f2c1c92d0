import type { AlertWords, Channel } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import type { Effect } from './effect.ts'
import classes from './desk.module.css'

/** Says before the press what will happen: how many displays, which, in which languages, for how long. */
export function EffectWords({
  channel,
  words,
  effect,
  minutes,
}: {
  channel: Channel
  words: AlertWords | undefined
  effect: Effect | null
  minutes: number | null
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const separator = t('common.listSeparator')
  if (words === undefined) return <p className={classes.effect}>{t(`desk.chooseFirst.${channel}`)}</p>
  if (effect === null) return <p className={classes.effect}>{t('desk.chooseDisplays')}</p>
  if (effect.displays.length === 0) return <p className={classes.effect}>{t('desk.noDisplays')}</p>
  const languages = effect.languages.map((language) => t(`languageIn.${language}`)).join(t('desk.and'))
  return (
    <div className={classes.effect} role="status" data-testid="desk-effect">
      <strong>
        {t(`desk.effect.${channel}`, {
          count: effect.displays.length,
          languages,
          title: textIn(words.headline),
        })}
      </strong>
      <span>{effect.displays.map((display) => display.profile.name).join(separator)}</span>
      <span>{minutes === null ? t('desk.effectOpen') : t(`desk.effectMinutes.${channel}`, { count: minutes })}</span>
      {effect.outOfReach.length > 0 && (
        <span className={classes.outOfReach}>
          {t('desk.outOfReach', {
            count: effect.outOfReach.length,
            names: effect.outOfReach.map((display) => display.profile.name).join(separator),
          })}
        </span>
      )}
    </div>
  )
}
