import { type KioskLanguage, type SittingStanding, type SittingView } from '@akari/protocol'
import { Alert, Button, SegmentedControl } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isOvertaken } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { newestSittings, useSaveSitting } from '../../api/sittings.ts'
import { SittingWays } from '../../parts/council/sitting-ways.tsx'
import editorClasses from '../../parts/editor-columns.module.css'
import { FaultLine } from '../../parts/fault-line.tsx'
import { LanguageTabs } from '../../parts/language-tabs.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { RecoveredNote } from '../../parts/recovered-note.tsx'
import { languagesToWrite, useTextIn } from '../../parts/texts-in.ts'
import { TitledHead } from '../../parts/titled-head.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { TwoVersions } from '../../parts/two-versions.tsx'
import { useEditorSave } from '../../parts/use-editor-save.ts'
import { useNow } from '../../parts/use-now.ts'
import { CourseFields } from './course-fields.tsx'
import { OverlapNote, OverrunHint, useOverlapQuestion, useOverlaps, useOverruns } from './overlaps.tsx'
import { PlanWarnings } from './plan-warnings.tsx'
import { SaidFields } from './said-fields.tsx'
import {
  draftOf,
  pendingRows,
  sittingTexts,
  type SittingDraft,
  type SittingFault,
  sittingFaults,
  withPasted,
  writtenSitting,
} from './sitting-draft.ts'
import { SittingGlass } from './sitting-glass.tsx'
import { SittingVersion } from './sitting-version.tsx'
import classes from './sittings.module.css'
import { useSittingEditor } from './use-sitting-editor.ts'

/** Plans one sitting: what is said at the left, when, where and how at the right, with the displays as they will look. */
export function SittingEditor({
  saved,
  start,
  keptAs,
}: {
  saved: SittingView | null
  start: SittingDraft
  /** What an unfinished draft is kept under in this browser. */
  keptAs: string
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const mayPlan = useMay('takeover')
  const mayWrite = useMay('content')
  // Who may not take displays over writes what is said of a sitting that somebody else planned.
  const readOnly = !mayPlan && (saved === null || !mayWrite)
  const state = useSittingEditor(saved, start, keptAs)
  const { editor, dispatch } = state
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const save = useSaveSitting()
  const draft = editor.present
  const pending = pendingRows(draft)
  const savedId = saved?.id ?? null
  const overlapsOf = useOverlaps()
  const askToSave = useOverlapQuestion()
  const planned = { ...draft, id: savedId, ...(saved === null ? {} : { live: saved.live, broughtAt: saved.broughtAt }) }
  const overlaps = overlapsOf(planned)
  const overruns = useOverruns()(planned)
  const known = new Set(saved === null ? [] : overlapsOf(saved).map(({ sitting }) => sitting.id))
  const { saveNow, saveAs, leave } = useEditorSave({
    state,
    savedId,
    save,
    send: (id, from, version) => {
      const sitting = writtenSitting(from, version)
      return sitting === null ? null : save.mutateAsync({ id, sitting })
    },
    pathOf: ({ id }) => `/sittings/${id}`,
    saidOf: ({ title }) => t('sittings.saved', { title: textIn(title) }),
    before: (go) => (overlaps.every(({ sitting }) => known.has(sitting.id)) ? go() : askToSave(overlaps, go)),
  })
  const load = (next: SittingDraft, version: number): void => {
    dispatch({ type: 'changed', draft: next, about: null })
    state.setVersion(version)
  }
  const change = (part: Partial<SittingDraft>, about: string): void =>
    dispatch({ type: 'changed', draft: { ...draft, ...part }, about })
  const faults = sittingFaults(draft)
  const goTo = (fault: SittingFault): void => {
    // What a sitting cannot be without is its Japanese.
    setLanguage('ja')
    requestAnimationFrame(() => document.getElementById(`sitting-${fault}`)?.focus())
  }
  const overtaken = savedId !== null && isOvertaken(save.error)
  return (
    <div className={editorClasses.editor}>
      <TitledHead
        state={state}
        title={draft.title.ja === '' ? t('sittings.new') : textIn(draft.title)}
        back="/sittings"
        list={t('sittings.title')}
        kind="sitting"
        complete={faults.length === 0 && pending.length === 0}
        saving={save.isPending}
        readOnly={readOnly}
        onSave={saveNow}
      />
      {!readOnly && (
        <FaultLine
          fields={[
            ...faults.map((fault) => ({ key: fault, name: t(`sittings.field.${fault}`), fault })),
            ...pending.map((of) => ({ key: `pasted ${of}`, name: t(`sittings.notTaken.${of}`), fault: of })),
          ]}
          onGo={goTo}
          testId="sitting-faults"
        />
      )}
      {state.recovered && <RecoveredNote onStartOver={() => load(start, saved?.version ?? 0)} />}
      {!overtaken && <Trouble error={save.error} />}
      {!readOnly && <PlanWarnings draft={draft} phase={saved?.live.standing.phase ?? 'planned'} />}
      <OverlapNote overlaps={overlaps} />
      {saved?.isOver !== true && <OverrunHint overruns={overruns} />}
      {!mayPlan && !readOnly && <Alert color="gray">{t('sittings.textsOnly')}</Alert>}
      <div className={classes.planColumns}>
        <fieldset disabled={readOnly} className={editorClasses.form}>
          <LanguageTabs
            label={t('posters.language')}
            language={language}
            missing={languagesToWrite(sittingTexts(draft))}
            onLanguage={setLanguage}
            kind="sitting"
          >
            <SaidFields
              draft={draft}
              nameBefore={start.title}
              language={language}
              onLanguage={setLanguage}
              onChange={change}
              onPaste={(of, text, pastedIn) =>
                dispatch({ type: 'changed', draft: withPasted(draft, of, text, pastedIn), about: `pasted ${of}` })
              }
              onTake={(of, rows, left, pastedIn) =>
                dispatch({ type: 'changed', draft: { ...withPasted(draft, of, left, pastedIn), ...rows }, about: null })
              }
            />
          </LanguageTabs>
        </fieldset>
        <div className={classes.planSide}>
          <Looks draft={draft} from={saved?.live.standing.phase ?? 'planned'} language={language} />
          {saved !== null && (
            <Button
              component={Link}
              to={`/sittings/${saved.id}/clerk`}
              size="md"
              variant="light"
              leftSection={<IconBroadcast size={20} />}
              data-testid="sitting-to-clerk"
            >
              {t('sittings.toClerk')}
            </Button>
          )}
          {saved !== null && (
            <SittingWays sittingId={saved.id} captionsId={saved.captionsId} to={['transcript', 'recordings']} />
          )}
          <fieldset disabled={!mayPlan} className={editorClasses.form}>
            <CourseFields sittingId={savedId} draft={draft} onChange={change} />
          </fieldset>
        </div>
      </div>
      {overtaken && (
        <TwoVersions<SittingView, SittingDraft>
          id={savedId}
          mine={draft}
          newest={() => newestSittings()}
          draftOf={draftOf}
          texts={{ deleted: t('sittings.deleted'), saveAsNew: t('sittings.saveAsNew') }}
          show={SittingVersion}
          onTheirs={(theirs) => {
            load(draftOf(theirs), theirs.version)
            save.reset()
          }}
          onMine={({ version }) => saveAs(savedId, version)}
          onBoth={() => saveAs(null, 0)}
          onClose={save.reset}
        />
      )}
      <LeaveGuard leave={leave} armed={state.unsaved} onDiscard={state.forget} />
    </div>
  )
}

const LOOKS_MS = 10_000
const LOOKS = ['planned', 'inSession', 'recess', 'adjourned'] as const

/** The display at each part of the sitting, with the first of what is planned. */
function Looks({
  draft,
  from,
  language,
}: {
  draft: SittingDraft
  /** What it is looked at as at first: as it stands. */
  from: SittingStanding['phase']
  language: KioskLanguage
}): ReactElement {
  const { t } = useTranslation()
  const [phase, setPhase] = useState(from)
  const startMs = Date.parse(draft.startsAt)
  const nowMs = useNow(LOOKS_MS)
  const countsFromMs = startMs - draft.countdownMinutes * 60_000
  // Before its countdown, and when all of it is over, as the countdown begins.
  const isNear = countsFromMs <= nowMs && nowMs < Date.parse(draft.endsAt)
  const plannedMs = isNear ? Math.min(nowMs, startMs) : countsFromMs
  const seenMs = { planned: plannedMs, inSession: startMs, recess: startMs, adjourned: Date.parse(draft.endsAt) }[phase]
  const standing: SittingStanding = {
    phase,
    resumesAt: phase === 'recess' ? new Date(startMs + 3600_000).toISOString() : null,
    itemId: phase === 'inSession' ? (draft.agenda[0]?.id ?? null) : null,
    speakerId: phase === 'inSession' ? (draft.speakers[0]?.id ?? null) : null,
    openedAt: null,
    adjournedAt: null,
    byHand: false,
  }
  return (
    <section aria-label={t('sittings.looks')} className={classes.looks}>
      <SittingGlass plan={draft} standing={standing} nowMs={seenMs} language={language} />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('sittings.looks')}
        data={LOOKS.map((each) => ({ value: each, label: t(`sittings.phase.${each}`) }))}
        value={phase}
        onChange={(next) => setPhase(LOOKS.find((each) => each === next) ?? 'planned')}
      />
    </section>
  )
}
