import type { AlertTemplate, Channel } from '@akari/protocol'
import { EmergencyScene } from '@akari/scenes'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { LOBBY, SmallGlass } from '../../parts/small-glass.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { previewOf } from './effect.ts'
import classes from './desk.module.css'

/** A prepared alert, exactly as the glass would show it. */
export function TemplateCard({
  template,
  channel,
  chosen,
  onChoose,
}: {
  template: AlertTemplate
  channel: Channel
  chosen: boolean
  onChoose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [sentAt] = useState(() => new Date().toISOString())
  const headline = textIn(template.words.headline)
  const alert = previewOf(template, channel, sentAt, { ja: t('app.city'), en: t('app.city') })
  return (
    <li>
      <button
        type="button"
        className={classes.template}
        aria-pressed={chosen}
        onClick={onChoose}
        data-testid={`desk-template-${template.id}`}
      >
        <SmallGlass profile={LOBBY} label={headline} drill={channel === 'drill'}>
          <EmergencyScene channel={channel} alerts={[alert]} language="ja" timeZone={TIME_ZONE} />
        </SmallGlass>
        <b>{headline}</b>
        <small>
          {t(`hazard.${template.hazard}`)}
          {template.level !== null && ` · ${t('desk.level', { level: template.level })}`}
          {template.presentation.mode === 'banner' && ` · ${t('desk.banner')}`}
        </small>
      </button>
    </li>
  )
}
