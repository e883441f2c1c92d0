import type { SittingStep, SittingView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconClockEdit, IconCoffee, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../parts/ask.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { asDuration, useWhen } from '../../parts/when.ts'
import { useAdjournWords } from './adjourn-words.ts'
import classes from './clerk.module.css'
import { RecessDialog } from './recess-dialog.tsx'

/** The buttons that fit where the sitting stands: open, recess, resume, close. Closing is asked for twice. */
export function CourseButtons({
  sitting,
  nowMs,
  locked,
  onStep,
}: {
  sitting: SittingView
  nowMs: number
  locked: boolean
  onStep: (step: SittingStep) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const adjournWords = useAdjournWords()
  const [pausing, setPausing] = useState(false)
  const { phase, resumesAt, adjournedAt } = sitting.live.standing
  const untilMs = Date.parse(sitting.startsAt) - nowMs
  const close = (): void =>
    ask({
      title: t('sittings.adjournAsk', { title: textIn(sitting.title) }),
      text: adjournWords(sitting, nowMs),
      yes: t('sittings.adjourn'),
      no: t('common.stop'),
      onYes: () => onStep({ kind: 'adjourn' }),
    })
  const adjourn = (
    <Button
      size="xl"
      color="vermilion"
      variant="outline"
      leftSection={<IconPlayerStop size={24} />}
      disabled={locked}
      onClick={close}
      data-testid="clerk-adjourn"
    >
      {t('sittings.adjourn')}
    </Button>
  )
  const recess = (
    <Button
      size="xl"
      variant={phase === 'recess' ? 'default' : 'light'}
      leftSection={phase === 'recess' ? <IconClockEdit size={24} /> : <IconCoffee size={24} />}
      disabled={locked}
      onClick={() => setPausing(true)}
      data-testid="clerk-recess"
    >
      {t(phase === 'recess' ? 'sittings.changeResume' : 'sittings.recess')}
    </Button>
  )
  return (
    <div className={classes.buttons}>
      {phase === 'planned' && (
        <>
          <Button
            size="xl"
            leftSection={<IconPlayerPlay size={24} />}
            disabled={locked}
            onClick={() => onStep({ kind: 'open' })}
            data-testid="clerk-open"
          >
            {t('sittings.open')}
          </Button>
          <span className={classes.state}>
            {untilMs > 0
              ? t('sittings.opensIn', { time: when.time(sitting.startsAt), left: asDuration(untilMs / 1000) })
              : t('sittings.opensNow', { time: when.time(sitting.startsAt) })}
          </span>
        </>
      )}
      {phase === 'inSession' && (
        <>
          {recess}
          {adjourn}
        </>
      )}
      {phase === 'recess' && (
        <>
          <Button
            size="xl"
            leftSection={<IconPlayerPlay size={24} />}
            disabled={locked}
            onClick={() => onStep({ kind: 'resume' })}
            data-testid="clerk-resume"
          >
            {t('sittings.resume')}
          </Button>
          {recess}
          {adjourn}
          <span className={classes.state}>
            {resumesAt === null
              ? t('sittings.resumesUnknown')
              : t('sittings.resumesAt', { time: when.time(resumesAt) })}
          </span>
        </>
      )}
      {phase === 'adjourned' && adjournedAt !== null && (
        <span className={classes.state}>{t('sittings.adjournedAt', { time: when.time(adjournedAt) })}</span>
      )}
      {pausing && (
        <RecessDialog
          nowMs={nowMs}
          onClose={() => setPausing(false)}
          onChoose={(at) => {
            setPausing(false)
            onStep({ kind: 'recess', resumesAt: at })
          }}
        />
      )}
    </div>
  )
}
