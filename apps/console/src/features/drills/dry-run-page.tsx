import type { DrillPlan, DryRun, KioskLanguage } from '@akari/protocol'
import { KIOSK_LANGUAGES } from '@akari/protocol'
import { Button, SegmentedControl, Skeleton, Slider } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useShownDisplays } from '../../api/displays.ts'
import { useDrills, useDryRun } from '../../api/drills.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { asDuration } from '../../parts/when.ts'
import { NotFoundPage } from '../../app/lost-pages.tsx'
import { CheckPanel } from './check-panel.tsx'
import { inputOf } from './drill-form.ts'
import classes from './drills.module.css'
import { DryGlass } from './dry-glass.tsx'
import { showsDrill } from './dry-words.ts'
import { usePlanWords } from './plan-words.ts'

/** What every display would show, moment by moment, drawn by the player's own code; here a second person confirms. */
export function DryRunPage(): ReactElement {
  const { id } = useParams()
  return (
    <Loaded query={useDrills()}>
      {({ plans }) => {
        const plan = plans.find((each) => each.id === id)
        return plan === undefined ? <NotFoundPage /> : <PlanDryRun key={`${plan.id} ${plan.version}`} plan={plan} />
      }}
    </Loaded>
  )
}

function PlanDryRun({ plan }: { plan: DrillPlan }): ReactElement {
  const { t } = useTranslation()
  const words = usePlanWords()
  const { version: _version, ...draft } = inputOf(plan)
  const dry = useDryRun(draft, plan.nextAt, `${plan.id} ${plan.version}`)
  return (
    <Page
      title={t('drills.dryTitle', { name: plan.name })}
      lead={t('drills.dryLead', { times: words.times(plan), target: words.target(plan.target) })}
      actions={
        <Button component={Link} to="/drills" variant="default" leftSection={<IconArrowLeft size={18} />}>
          {t('drills.back')}
        </Button>
      }
    >
      <Loaded query={dry} skeleton={<Skeleton height={400} />}>
        {(run) => (run.frames.length === 0 ? <p>{t('drills.nobody')}</p> : <Moments plan={plan} dry={run} />)}
      </Loaded>
    </Page>
  )
}

function Moments({ plan, dry }: { plan: DrillPlan; dry: DryRun }): ReactElement {
  const { t } = useTranslation()
  const words = usePlanWords()
  const displays = (useShownDisplays().data ?? []).filter((each) => each.status !== 'unpaired')
  const [at, setAt] = useState(0)
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const frame = dry.frames[at] ?? dry.frames[0]
  if (frame === undefined) return <p>{t('drills.nobody')}</p>
  const showing = displays.filter((display) => showsDrill(display, frame))
  const others = displays.filter((display) => !showing.includes(display))
  const what = frame.what
    .map((each) =>
      each.kind === 'over' || each.kind === 'goesOn'
        ? t(`drills.frame.${each.kind}`)
        : t(`drills.frame.${each.kind}`, {
            step: each.step + 1,
            matter: matterOf(plan, each.step, words.matter),
          }),
    )
    .join(t('common.because'))
  return (
    <>
      <section className={classes.scrub} aria-label={t('drills.moments')}>
        <Slider
          value={at}
          onChange={setAt}
          min={0}
          max={Math.max(1, dry.frames.length - 1)}
          step={1}
          disabled={dry.frames.length < 2}
          label={null}
          thumbLabel={t('drills.moments')}
          marks={dry.frames.map(({ afterSeconds }, index) => ({ value: index, label: asDuration(afterSeconds) }))}
          thumbProps={{ 'aria-valuetext': `${asDuration(frame.afterSeconds)} ${what}` }}
          className={classes.slider ?? ''}
        />
        <SegmentedControl
          value={language}
          onChange={(next) => setLanguage(KIOSK_LANGUAGES.find((each) => each === next) ?? 'ja')}
          data={KIOSK_LANGUAGES.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          aria-label={t('drills.languageOnGlass')}
        />
      </section>
      <p className={classes.moment} role="status" data-testid="dry-run-words">
        <strong>
          {t('drills.dryWords', { count: showing.length })}
          {frame.sounds.length === 0 ? t('drills.silent') : t('drills.speaks')}
        </strong>
        <span>{`${asDuration(frame.afterSeconds)}　${what}`}</span>
      </p>
      {frame.sounds.length > 0 && (
        <ul className={classes.sounds}>
          {frame.sounds.map(({ alertId, instruction, sound }) => (
            <li key={alertId}>{t('drills.spoken', { words: instruction, count: sound.times })}</li>
          ))}
        </ul>
      )}
      <ul className={classes.glasses}>
        {showing.map((display) => (
          <DryGlass key={display.id} display={display} frame={frame} language={language} changed />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2 className={classes.unchanged}>{t('drills.unchanged', { count: others.length })}</h2>
          <ul className={classes.glasses} data-unchanged>
            {others.map((display) => (
              <DryGlass key={display.id} display={display} frame={frame} language={language} changed={false} />
            ))}
          </ul>
        </>
      )}
      <CheckPanel plan={plan} />
    </>
  )
}

function matterOf(plan: DrillPlan, step: number, words: ReturnType<typeof usePlanWords>['matter']): string {
  const matter = plan.steps[step]?.matter
  return matter === undefined ? '' : words(matter)
}
