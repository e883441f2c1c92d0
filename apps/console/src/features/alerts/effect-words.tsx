import type { AlertTemplate, Channel } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import type { Effect } from './effect.ts'
import classes from './desk.module.css'

/** Says before the press what will happen: how many displays, which, in which languages, for how long. */
export function EffectWords({
  channel,
  template,
  effect,
  minutes,
}: {
  channel: Channel
  template: AlertTemplate | undefined
  effect: Effect | null
  minutes: number | null
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const separator = t('common.listSeparator')
  if (template === undefined) return <p className={classes.effect}>{t(`desk.chooseFirst.${channel}`)}</p>
  if (effect === null) return <p className={classes.effect}>{t('desk.chooseDisplays')}</p>
  if (effect.displays.length === 0) return <p className={classes.effect}>{t('desk.noDisplays')}</p>
  const languages = effect.languages.map((language) => t(`languageIn.${language}`)).join(t('desk.and'))
  return (
    <div className={classes.effect} role="status" data-testid="desk-effect">
      <strong>
        {t(`desk.effect.${channel}`, {
          count: effect.displays.length,
          languages,
          title: textIn(template.words.headline),
        })}
      </strong>
      <span>{effect.displays.map((display) => display.profile.name).join(separator)}</span>
      <span>{minutes === null ? t('desk.effectOpen') : t('desk.effectMinutes', { count: minutes })}</span>
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
