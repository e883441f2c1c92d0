import type { Alert, PolicyAct, Texts } from '@akari/protocol'
import { AlertBanner, AlertBoard, AlertTicker, EmergencyScene, NoticeScene } from '@akari/scenes'
import type { TFunction } from 'i18next'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { LOBBY, SmallGlass } from '../../parts/small-glass.tsx'
import type { Situation } from './deciding.ts'
import { ModeDrawing } from './mode-drawing.tsx'
import { sampleAlert } from './sample-alert.ts'
import { situationWords } from './rule-words.ts'
import classes from './tester.module.css'

/** What a display does with the case that is being tried, drawn by the code of the display. */
export function Preview({ situation, act }: { situation: Situation; act: PolicyAct }): ReactElement {
  const { t } = useTranslation()
  const both = useBoth()
  const [sentAt] = useState(() => new Date().toISOString())
  const { channel } = situation
  const { mode } = act
  const label = t('policy.test.picture', { mode: t(`policy.rule.mode.${mode}`) })
  const words: Alert['words'] = {
    headline: both((in_) => situationWords(in_, situation)),
    instruction: both((in_) => in_('policy.test.instruction')),
    area: both((in_) => in_('policy.test.area')),
  }
  if (mode === 'none') {
    return (
      <figure className={classes.drawing}>
        <ModeDrawing mode={mode} />
        <figcaption>{t('policy.test.notOnGlass')}</figcaption>
      </figure>
    )
  }
  const alert = sampleAlert(situation, mode, words, sentAt)
  const glass = { profile: LOBBY, label, drill: channel === 'drill' }
  const common = { channel, language: 'ja', timeZone: TIME_ZONE } as const
  const programme = (
    <NoticeScene
      title={both((in_) => in_('policy.test.programme'))}
      body={both((in_) => in_('policy.test.programmeBody'))}
      language="ja"
      onReady={nothingToDo}
    />
  )
  switch (mode) {
    case 'fullScreen':
      return (
        <SmallGlass {...glass}>
          <EmergencyScene {...common} alerts={[alert]} />
        </SmallGlass>
      )
    case 'banner':
      return (
        <SmallGlass {...glass} banners={<AlertBanner channel={channel} alert={alert} language="ja" />}>
          {programme}
        </SmallGlass>
      )
    case 'ticker':
      return (
        <SmallGlass {...glass} lines={<AlertTicker {...common} alerts={[alert]} turns={0} />}>
          {programme}
        </SmallGlass>
      )
    case 'board':
      return (
        <SmallGlass {...glass} lines={<AlertBoard channel={channel} alerts={[alert]} language="ja" turns={0} />}>
          {programme}
        </SmallGlass>
      )
  }
}

/** Texts in the two languages that an emergency always has on the glass. */
function useBoth(): (say: (in_: TFunction) => string) => Texts {
  const { i18n } = useTranslation()
  return (say) => ({ ja: say(i18n.getFixedT('ja')), en: say(i18n.getFixedT('en')) })
}

/** There is nothing to wait for in a preview. */
function nothingToDo(): void {
  return
}
