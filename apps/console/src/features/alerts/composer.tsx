import type { AlertTemplate, Channel, DisplayView } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRaise, useTemplates } from '../../api/alerts.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { newId } from '@akari/scenes'
import { EffectWords } from './effect-words.tsx'
import { effectOf, templatesFor } from './effect.ts'
import { HoldButton } from './hold-button.tsx'
import { TemplateCard } from './template-card.tsx'
import { startOf, targetOf, WhereAndWhenFields } from './where-and-when.tsx'
import classes from './desk.module.css'

/** A fixed template: three decisions and one long press by one person: what, where, how long. */
export function Composer({ channel }: { channel: Channel }): ReactElement {
  const { t } = useTranslation()
  const [templateId, setTemplateId] = useState<string | null>(null)
  const displays = useShownDisplays().data ?? []
  return (
    <>
      <h2>
        <span className={classes.number}>1</span>
        {t(`desk.choose.${channel}`)}
      </h2>
      <Loaded query={useTemplates()} skeleton={<Skeleton height={280} />}>
        {(templates) => (
          <>
            <ul className={classes.templates}>
              {templatesFor(channel, templates).map((template) => (
                <TemplateCard
                  key={template.id}
                  template={template}
                  channel={channel}
                  chosen={template.id === templateId}
                  onChoose={() => setTemplateId(template.id)}
                />
              ))}
            </ul>
            <Raising
              key={`${channel} ${templateId ?? ''}`}
              template={templates.find((each) => each.id === templateId)}
              channel={channel}
              displays={displays}
              onRaised={() => setTemplateId(null)}
            />
          </>
        )}
      </Loaded>
    </>
  )
}

function Raising({
  template,
  channel,
  displays,
  onRaised,
}: {
  template: AlertTemplate | undefined
  channel: Channel
  displays: readonly DisplayView[]
  onRaised: () => void
}): ReactElement {
  const { t } = useTranslation()
  const raise = useRaise()
  const [where, setWhere] = useState(() => startOf(channel))
  // One id for one intention: however often the press arrives, it is one alert.
  const [requestId] = useState(() => newId())
  const target = targetOf(where)
  const { minutes } = where
  const effect = template !== undefined && target !== null ? effectOf(template, target, displays) : null
  const go = (): void => {
    if (template === undefined || target === null) return
    raise.mutate({ channel, templateId: template.id, target, minutes, requestId }, { onSuccess: onRaised })
  }
  return (
    <div className={classes.act}>
      <WhereAndWhenFields channel={channel} displays={displays} value={where} firstNumber={2} onChange={setWhere} />
      <EffectWords channel={channel} words={template?.words} effect={effect} minutes={minutes} />
      <HoldButton
        onHeld={go}
        disabled={effect === null || effect.displays.length === 0 || raise.isPending}
        hint={t('desk.holdHint')}
        testId="desk-raise"
        label={t(`desk.raise.${channel}`)}
      />
    </div>
  )
}
