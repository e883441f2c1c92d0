import type { AlertTemplate, Channel } from '@akari/protocol'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { previewOf } from './effect.ts'
import classes from './desk.module.css'
import { TemplateGlass } from './template-glass.tsx'

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
        <TemplateGlass alert={alert} channel={channel} label={headline} />
        <b>{headline}</b>
        <small>
          {t(`hazard.${template.hazard}`)}
          {template.level !== null && ` · ${t('desk.level', { level: template.level })}`}
          {template.presentation.mode === 'banner' && ` · ${t('desk.banner')}`}
          {template.presentation.mode === 'ticker' && ` · ${t('desk.ticker')}`}
        </small>
      </button>
    </li>
  )
}
