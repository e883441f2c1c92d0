import type { AlertTemplate, Channel, DisplayView } from '@akari/protocol'
import { MultiSelect, SegmentedControl, Select, Skeleton } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRaise, useTemplates } from '../../api/alerts.ts'
import { useDisplays } from '../../api/displays.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { newId } from '../../parts/new-id.ts'
import { EffectWords } from './effect-words.tsx'
import { effectOf, type Target } from './effect.ts'
import { HoldButton } from './hold-button.tsx'
import { TemplateCard } from './template-card.tsx'
import classes from './desk.module.css'

const MINUTES = [5, 15, 30, 60, 180] as const

/** Three decisions and one long press: what, where, how long. */
export function Composer({ channel }: { channel: Channel }): ReactElement {
  const { t } = useTranslation()
  const [templateId, setTemplateId] = useState<string | null>(null)
  const displays = useDisplays().data ?? []
  return (
    <section className={classes.block}>
      <h2>
        <span className={classes.number}>1</span>
        {t(`desk.choose.${channel}`)}
      </h2>
      <Loaded query={useTemplates()} skeleton={<Skeleton height={280} />}>
        {(templates) => (
          <>
            <ul className={classes.templates}>
              {templates.map((template) => (
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
    </section>
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
  const [everywhere, setEverywhere] = useState(true)
  const [displayIds, setDisplayIds] = useState<string[]>([])
  const [minutes, setMinutes] = useState<number | null>(channel === 'drill' ? 5 : null)
  // One id for one intention: however often the press arrives, it is one alert.
  const [requestId] = useState(() => newId())
  const target: Target | null = everywhere
    ? { kind: 'all' }
    : displayIds.length > 0
      ? { kind: 'displays', displayIds }
      : null
  const effect = template !== undefined && target !== null ? effectOf(template, target, displays) : null
  const paired = displays.filter((display) => display.status !== 'unpaired')
  const go = (): void => {
    if (template === undefined || target === null) return
    raise.mutate({ channel, templateId: template.id, target, minutes, requestId }, { onSuccess: onRaised })
  }
  return (
    <div className={classes.act}>
      <div className={classes.choices}>
        <div>
          <h2>
            <span className={classes.number}>2</span>
            {t('desk.where')}
          </h2>
          <SegmentedControl
            fullWidth
            value={everywhere ? 'all' : 'some'}
            onChange={(next) => setEverywhere(next === 'all')}
            data={[
              { value: 'all', label: t('desk.everywhere', { count: paired.length }) },
              { value: 'some', label: t('desk.some') },
            ]}
          />
          {!everywhere && (
            <MultiSelect
              mt="xs"
              aria-label={t('desk.some')}
              placeholder={displayIds.length === 0 ? t('desk.chooseDisplays') : ''}
              data={paired.map((display) => ({ value: display.id, label: display.profile.name }))}
              value={displayIds}
              onChange={setDisplayIds}
              searchable
            />
          )}
        </div>
        <div>
          <h2>
            <span className={classes.number}>3</span>
            {t('desk.howLong')}
          </h2>
          <Select
            aria-label={t('desk.howLong')}
            data={[
              { value: 'open', label: t('desk.untilCleared') },
              ...MINUTES.map((each) => ({ value: String(each), label: t('desk.minutes', { count: each }) })),
            ]}
            value={minutes === null ? 'open' : String(minutes)}
            onChange={(next) => setMinutes(next === null || next === 'open' ? null : Number(next))}
            allowDeselect={false}
          />
        </div>
      </div>
      <EffectWords channel={channel} template={template} effect={effect} minutes={minutes} />
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
