import type { SittingStep, SittingView } from '@akari/protocol'
import { Anchor, Button, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react'
import type { ComponentType, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useMay } from '../../api/session.ts'
import { useSittings, useTakeStep } from '../../api/sittings.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { ask } from '../../parts/ask.tsx'
import { SittingWays } from '../../parts/council/sitting-ways.tsx'
import { useSittingGlasses } from '../../parts/council/use-sitting-glasses.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { ClerkFacts } from './clerk-facts.tsx'
import classes from './clerk.module.css'
import { CourseButtons } from './course-buttons.tsx'
import { GlassPanel } from './glass-panel.tsx'
import { OverrunHint, useOverruns } from './overlaps.tsx'
import { PhaseMark } from './phase-mark.tsx'
import { useSeen } from './seen-standing.ts'
import { GoneSitting } from './sitting-page.tsx'
import { StepRefused } from './step-refused.tsx'
import { TakenOff } from './taken-off.tsx'
import { TapAgenda, TapSpeakers } from './tap-lists.tsx'

const SECOND_MS = 1000

/** What is said in a sitting, by the feed of its captions. */
type SpokenIn = ComponentType<{ transcriptId: string; sitting: SittingView }>

/** 進行: for the clerk with a tablet in the chamber. Every tap is on the displays at once, and can be taken back. */
export function ClerkPage({ Captions }: { Captions: SpokenIn }): ReactElement {
  const { id } = useParams()
  return (
    <Loaded query={useSittings()} skeleton={<Skeleton height={420} m="xl" />}>
      {(all) => {
        const sitting = all.find((each) => each.id === id)
        return sitting === undefined ? <GoneSitting /> : <Clerk sitting={sitting} Captions={Captions} />
      }}
    </Loaded>
  )
}

function Clerk({ sitting, Captions }: { sitting: SittingView; Captions: SpokenIn }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const nowMs = useNow(SECOND_MS)
  const composes = useMay('content')
  const isOnDuty = useMay('alerts')
  const mayLead = composes || isOnDuty
  const take = useTakeStep(sitting.id)
  const { standing, undoes } = sitting.live
  const seen = useSeen(sitting.live, take.data?.live.version ?? null)
  const locked = !mayLead || take.isPending
  const glasses = useSittingGlasses(sitting)
  const overruns = useOverruns()(sitting)
  const step = (next: SittingStep): void => take.mutate({ step: next, version: seen().version })
  const undo = (): void => step({ kind: 'undo' })
  /** Displays and a recording go on with it: as much as closing it. */
  const askToReopen = (): void =>
    ask({
      title: t('sittings.reopenAsk', { title: textIn(sitting.title) }),
      text: t(sitting.isRecorded ? 'sittings.reopenRecorded' : 'sittings.reopenText'),
      yes: t('sittings.reopen'),
      no: t('common.stop'),
      onYes: undo,
    })
  return (
    <div className={classes.clerk}>
      <header className={classes.top}>
        <div className={classes.ways}>
          <Anchor component={Link} to="/sittings" className={classes.back ?? ''}>
            <IconArrowLeft size={18} aria-hidden /> {t('sittings.title')}
          </Anchor>
          <SittingWays
            sittingId={sitting.id}
            captionsId={sitting.captionsId}
            to={['plan', 'transcript', 'recordings']}
          />
        </div>
        <div className={classes.head}>
          <h1>{textIn(sitting.title)}</h1>
          <div className={classes.clock}>
            <PhaseMark sitting={sitting} large />
            <b className="numbers">{when.time(new Date(nowMs).toISOString())}</b>
          </div>
        </div>
      </header>
      {/* A place of its own, whatever there is to say: a key never goes from beneath the finger that is about to tap it. */}
      <div className={classes.notices} aria-live="polite" data-testid="clerk-notices">
        {take.error !== null ? (
          <StepRefused error={take.error} onClose={() => take.reset()} />
        ) : sitting.takenOffBy !== null ? (
          <TakenOff sitting={sitting} who={sitting.takenOffBy} locked={!mayLead} />
        ) : (
          <>
            <LastStep sitting={sitting} />
            {!sitting.isOver && <OverrunHint overruns={overruns} />}
          </>
        )}
      </div>
      <section className={classes.course} aria-label={t('sittings.course')}>
        <CourseButtons sitting={sitting} nowMs={nowMs} locked={locked} onStep={step} />
        <Button
          variant="default"
          size="xl"
          leftSection={<IconArrowBackUp size={24} />}
          disabled={locked || undoes === null}
          onClick={undoes?.kind === 'adjourn' ? askToReopen : undo}
          data-testid="clerk-undo"
        >
          <span className={classes.length}>
            <b>{t('sittings.undo')}</b>
            {undoes !== null && <small>{t(`sittings.step.${undoes.kind}`)}</small>}
          </span>
        </Button>
      </section>
      <div className={classes.columns}>
        <div className={classes.lists}>
          <TapAgenda sitting={sitting} seen={seen} locked={locked || standing.phase === 'adjourned'} onStep={step} />
          <TapSpeakers
            sitting={sitting}
            seen={seen}
            locked={locked || standing.phase === 'adjourned' || standing.phase === 'recess'}
            onStep={step}
          />
        </div>
        <aside className={classes.side} aria-label={t('sittings.beside')}>
          <ClerkFacts sitting={sitting} glasses={glasses} nowMs={nowMs} />
          <GlassPanel sitting={sitting} glasses={glasses} nowMs={nowMs} locked={!mayLead} />
          <Captions transcriptId={sitting.captionsId} sitting={sitting} />
        </aside>
      </div>
    </div>
  )
}

function LastStep({ sitting }: { sitting: SittingView }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const whoIs = useActorWords()
  const { last } = sitting.live
  if (last === null) return null
  return (
    <p className={classes.quiet}>
      {t('sittings.last', { at: when.exact(last.at), who: whoIs(last.by), step: t(`sittings.step.${last.step.kind}`) })}
    </p>
  )
}
