import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVenueReport } from '../../../api/venues.ts'
import { useActorWords } from '../../../parts/actor-words.ts'
import { DropField } from '../../../parts/uploads/drop-field.tsx'
import { useWhen } from '../../../parts/when.ts'
import { ImportField } from '../import/import-field.tsx'
import { useImport } from '../import/use-import.ts'
import type { Workshop } from '../venue-workshop.tsx'
import { FloorTable } from './floor-table.tsx'
import { LostEdits } from './lost-edits.tsx'
import { ProblemList } from './problem-list.tsx'
import { lightOf, problemsToLookAt } from './problems.ts'
import { PublishCard } from './publish-card.tsx'
import { UnreachableList } from './unreachable-list.tsx'
import { VersionList } from './version-list.tsx'
import classes from './check.module.css'

/** What a plan holds and lacks, and what stands in the way of publishing it. */
export function CheckView(workshop: Workshop): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const { venue, state, change, kit, readOnly, showOnPlan } = workshop
  const edits = state.editor.present
  const saved = useVenueReport(venue.id, venue.version).data
  const [isReplacing, setIsReplacing] = useState(false)
  const { progress, begin, forget } = useImport({ id: venue.id, version: venue.version }, () => setIsReplacing(false))
  const problems = problemsToLookAt(kit.report.problems, saved)
  const accepted = new Set(edits.accepted.map(({ unitId }) => unitId))
  const inTheWay = kit.report.unreachable.filter(({ id }) => !accepted.has(id))
  const confirmed = new Set(edits.levels.map(({ levelId }) => levelId))
  const doubtful = kit.report.problems.flatMap(({ code, feature }) =>
    code === 'ordinal-to-confirm' && feature !== null && !confirmed.has(feature) ? [feature] : [],
  )
  const count = Object.values(problems).flat().length + doubtful.length
  const page = (
    <div className={classes.check}>
      <div className={classes.main}>
        <PublishCard
          venue={venue}
          unsaved={state.unsaved}
          light={lightOf(inTheWay.length, count)}
          inTheWay={inTheWay.length}
          problems={count}
          report={kit.report}
          readOnly={readOnly}
        />
        <UnreachableList {...workshop} />
        {saved !== undefined && <LostEdits lost={saved.lost} change={change} readOnly={readOnly} />}
        <ProblemList problems={problems} model={kit.model} onShow={showOnPlan} />
      </div>
      <aside className={classes.beside}>
        <FloorTable model={kit.model} doubtful={doubtful} change={change} readOnly={readOnly} onShow={showOnPlan} />
        <section className={classes.card} aria-label={t('venues.plan.title')}>
          <h2>{t('venues.plan.title')}</h2>
          <p className={classes.file}>
            <b>{venue.plan.filename}</b>
            <small>
              {t(`venues.format.${venue.plan.format}`)}
              {' · '}
              {t('venues.plan.by', { at: when.dayAndTime(venue.plan.at), by: who(venue.plan.by) })}
            </small>
          </p>
          {!readOnly && !isReplacing && (
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} />}
              disabled={state.unsaved}
              onClick={() => setIsReplacing(true)}
              data-testid="venue-replace"
            >
              {t('venues.plan.replace')}
            </Button>
          )}
        </section>
        <VersionList venue={venue} readOnly={readOnly} unsaved={state.unsaved} />
      </aside>
      {isReplacing && (
        <div className={classes.whole}>
          <ImportField progress={progress} replacing onFiles={begin} onForget={forget} />
        </div>
      )}
    </div>
  )
  if (!isReplacing) return page
  return (
    <DropField onFiles={begin} hint={t('venues.import.dropHere')}>
      {page}
    </DropField>
  )
}
