import type { VenueDraft } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useDisplays } from '../../api/displays.ts'
import { isOvertaken } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { useSaveVenueEdits } from '../../api/venues.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { RecoveredNote } from '../../parts/recovered-note.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useEditorSave } from '../../parts/use-editor-save.ts'
import { CheckView } from './check/check-view.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import type { ChangeEdits } from './model/editor.ts'
import { useVenueEditor, type VenueEditor } from './model/use-venue-editor.ts'
import { useVenueKit } from './model/use-venue-kit.ts'
import type { VenueKit } from './model/kit.ts'
import { PlanView } from './plan/plan-view.tsx'
import { TryView } from './try/try-view.tsx'
import { useSettleDisplays } from './plan/use-settle-displays.ts'
import { VenueHead } from './venue-head.tsx'
import { type View, VenueNav, viewOf } from './venue-nav.tsx'
import { WordsView } from './words/words-view.tsx'
import classes from './venues.module.css'

/** What every view of a venue works on: the plan as imported, what is changed on it, and what follows from both. */
export type Workshop = {
  venue: VenueDraft
  state: VenueEditor
  change: ChangeEdits
  kit: VenueKit
  readOnly: boolean
  /** Opens the plan with something of it selected. */
  showOnPlan: (id: string) => void
}

/** The draft of one venue, with one save and one undo for all its views. */
export function VenueWorkshop({ venue }: { venue: VenueDraft }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [search, setSearch] = useSearchParams()
  const view = viewOf(search.get('view'))
  const state = useVenueEditor(venue)
  const { editor, dispatch } = state
  const kit = useVenueKit(venue.model, editor.present)
  const save = useSaveVenueEdits()
  const settleDisplays = useSettleDisplays(useDisplays().data ?? [])
  const { saveNow, saveAs, leave } = useEditorSave({
    state,
    savedId: venue.id,
    save,
    send: async (_id, edits, version) => {
      const { version: saved } = await save.mutateAsync({ id: venue.id, input: { edits, version } })
      await settleDisplays(edits)
      return { id: venue.id, version: saved }
    },
    pathOf: ({ id }) => `/venues/${id}`,
    saidOf: () => t('venues.saved', { name: textIn(venue.name) }),
  })
  const readOnly = !useMay('content')
  const overtaken = isOvertaken(save.error)
  const inTheWay =
    kit?.report.unreachable.filter(({ id }) => editor.present.accepted.every(({ unitId }) => unitId !== id)).length ?? 0
  return (
    <div className={classes.venue}>
      <VenueHead venue={venue} state={state} saving={save.isPending} readOnly={readOnly} onSave={saveNow} />
      <VenueNav id={venue.id} at={view} inTheWay={inTheWay} closures={venue.closures} />
      {state.recovered && (
        <RecoveredNote
          onStartOver={() => {
            dispatch({ type: 'loaded', edits: venue.edits })
            state.setVersion(venue.version)
          }}
        />
      )}
      {!overtaken && <Trouble error={save.error} />}
      {kit === null ? (
        <Skeleton height={420} />
      ) : (
        <ViewOf
          view={view}
          workshop={{
            venue,
            state,
            change: (change, about = null) => dispatch({ type: 'changed', change, about }),
            kit,
            readOnly,
            showOnPlan: (id) => setSearch({ view: 'plan', show: id }),
          }}
        />
      )}
      {overtaken && (
        <ConflictDialog
          id={venue.id}
          mine={editor.present}
          onTheirs={(theirs) => {
            dispatch({ type: 'loaded', edits: theirs.edits })
            state.setVersion(theirs.version)
            save.reset()
          }}
          onMine={(theirs) => saveAs(venue.id, theirs.version)}
          onBoth={save.reset}
          onClose={save.reset}
        />
      )}
      <LeaveGuard leave={leave} armed={state.unsaved} onDiscard={state.forget} />
    </div>
  )
}

function ViewOf({ view, workshop }: { view: View; workshop: Workshop }): ReactElement {
  switch (view) {
    case 'check':
      return <CheckView {...workshop} />
    case 'plan':
      return <PlanView {...workshop} />
    case 'words':
      return <WordsView {...workshop} />
    case 'try':
      return <TryView {...workshop} />
  }
}
