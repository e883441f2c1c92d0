import type { GuideStep, GuideStepName } from '@akari/protocol'
import { Button, CloseButton } from '@mantine/core'
import { IconArrowRight, IconCheck, IconSparkles } from '@tabler/icons-react'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useGuide, useShowGuide } from '../../api/guide.ts'
import classes from './guide.module.css'

/**
 * The first-run guide above every page: five steps, the next one with where it is done; it ticks itself off. One line high
 * where the work is done.
 */
export function GuideBar(): ReactElement | null {
  const { t } = useTranslation()
  const guide = useGuide().data
  const show = useShowGuide()
  const steps = guide?.putAway === false ? guide.steps : []
  const next = steps.find(({ done }) => !done)
  useHint(next?.step ?? null)
  const isAtHome = useLocation().pathname === '/'
  if (steps.length === 0) return null
  const done = steps.filter((step) => step.done).length
  return (
    <aside
      className={classes.bar}
      aria-labelledby="guide-title"
      data-short={!isAtHome}
      data-testid="guide"
      data-next={next?.step ?? 'done'}
    >
      <div className={classes.head}>
        <IconSparkles size={22} stroke={1.6} aria-hidden />
        <h2 id="guide-title">{t('guide.title')}</h2>
        <span className="numbers">{t('guide.progress', { done, count: steps.length })}</span>
      </div>
      <ol className={classes.steps}>
        {steps.map((step, n) => (
          <Step key={step.step} step={step} number={n + 1} isNext={step === next} />
        ))}
      </ol>
      <div className={classes.now} role="status">
        {next === undefined ? <Finished onClose={() => show.mutate(true)} /> : <Next steps={steps} next={next.step} />}
      </div>
      <CloseButton
        className={classes.close}
        aria-label={t('guide.putAway')}
        title={t('guide.putAway')}
        onClick={() => show.mutate(true)}
        data-testid="guide-put-away"
      />
    </aside>
  )
}

function Step({ step, number, isNext }: { step: GuideStep; number: number; isNext: boolean }): ReactElement {
  const { t } = useTranslation()
  return (
    <li data-done={step.done} aria-current={isNext ? 'step' : undefined} data-testid={`guide-${step.step}`}>
      <span className={classes.mark}>
        {step.done ? <IconCheck size={15} stroke={3} aria-label={t('guide.done')} /> : number}
      </span>
      <span className={classes.name}>{t(`guide.step.${step.step}.name`)}</span>
    </li>
  )
}

function Next({ steps, next }: { steps: readonly GuideStep[]; next: GuideStepName }): ReactElement {
  const { t } = useTranslation()
  const scheduled = steps.find(({ step }) => step === 'schedule')?.subject
  const check = `/why?by=draft${scheduled === null || scheduled === undefined ? '' : `&entry=${encodeURIComponent(scheduled.id)}`}`
  return (
    <>
      <p>{t(`guide.step.${next}.how`)}</p>
      {next === 'publish' && (
        <Button component={Link} to={check} size="xs" variant="default" data-testid="guide-check">
          {t('guide.check')}
        </Button>
      )}
      {next === 'material' && (
        <Button component={Link} to="/library" size="xs" variant="default" data-testid="guide-library">
          {t('guide.addPicture')}
        </Button>
      )}
      <Button
        component={Link}
        to={PLACES[next]}
        size="xs"
        rightSection={<IconArrowRight size={16} />}
        data-testid="guide-go"
      >
        {t(`guide.step.${next}.go`)}
      </Button>
    </>
  )
}

function Finished({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p>
        <b>{t('guide.finished')}</b>
      </p>
      <Button size="xs" onClick={onClose} data-testid="guide-close">
        {t('guide.close')}
      </Button>
    </>
  )
}

const PLACES: Record<GuideStepName, string> = {
  material: '/posters',
  playlist: '/playlists',
  schedule: '/schedule',
  publish: '/schedule',
  glass: '/',
}

/** Marks what the step is done with, wherever it stands on the page (`data-guide`). */
function useHint(step: GuideStepName | null): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    if (step === null) delete dataset['guideStep']
    else dataset['guideStep'] = step
    return () => {
      delete dataset['guideStep']
    }
  }, [step])
}
