import type { KioskLanguage, PosterView } from '@akari/protocol'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSavePoster } from '../../api/posters.ts'
import { isOvertaken } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import classes from '../../parts/editor-columns.module.css'
import { FaultLine } from '../../parts/fault-line.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { PosterSmall } from '../../parts/poster-small.tsx'
import { RecoveredNote } from '../../parts/recovered-note.tsx'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { LOBBY, LOBBY_TURNED } from '../../parts/small-glass.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { TitledHead } from '../../parts/titled-head.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useEditorSave } from '../../parts/use-editor-save.ts'
import { useLibrary } from '../../parts/use-library.ts'
import { writtenPoster } from './blank-poster.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { type PosterFault, posterFaults, PosterFaults } from './poster-faults.ts'
import { PosterForm } from './poster-form.tsx'
import { ReadingCheck } from './reading-check.tsx'
import { type NewPoster, usePosterEditor } from './use-poster-editor.ts'

/** Fills in one poster: the form at the left, both shapes of glass as they will look at the right. */
export function PosterEditor({ saved, start }: { saved: PosterView | NewPoster; start: PosterDraft }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const mayChange = useMay('content')
  const { assets } = useLibrary()
  const state = usePosterEditor(saved, start)
  const { editor, dispatch } = state
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const save = useSavePoster()
  const draft = editor.present
  const faults = posterFaults(draft)
  const savedId = typeof saved === 'string' ? null : saved.id
  const { saveNow, saveAs, leave } = useEditorSave({
    state,
    savedId,
    save,
    send: (id, from, version) => {
      const poster = writtenPoster(from, version)
      return poster === null ? null : save.mutateAsync({ id, poster })
    },
    pathOf: ({ id }) => `/posters/${id}`,
    saidOf: ({ title }) => t('posters.saved', { title: textIn(title) }),
  })
  const load = (from: PosterDraft, version: number): void => {
    const { title, poster, pictureId } = from
    dispatch({ type: 'changed', draft: { title, poster, pictureId }, about: null })
    state.setVersion(version)
  }
  const goTo = ({ id, why }: PosterFault): void => {
    if (why === 'missing' || why === 'japanese') setLanguage('ja')
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  const nameOf = ({ field, row }: PosterFault): string => {
    const name = t(`posters.${field}`)
    return row === null ? name : t('posters.inRow', { name, row })
  }
  const overtaken = savedId !== null && isOvertaken(save.error)
  return (
    <PosterFaults value={faults}>
      <div className={classes.editor}>
        <TitledHead
          state={state}
          title={
            draft.title.ja === ''
              ? t('posters.newOf', { template: t(`posters.template.${draft.poster.template}`) })
              : textIn(draft.title)
          }
          back="/posters"
          list={t('posters.title')}
          kind="poster"
          complete={writtenPoster(draft, 0) !== null}
          saving={save.isPending}
          readOnly={!mayChange}
          onSave={saveNow}
        />
        {mayChange && (
          <FaultLine
            fields={faults.map((fault) => ({ key: `${fault.id} ${fault.why}`, name: nameOf(fault), fault }))}
            onGo={goTo}
            testId="poster-faults"
          />
        )}
        {state.recovered && (
          <RecoveredNote onStartOver={() => load(start, typeof saved === 'string' ? 0 : saved.version)} />
        )}
        {!overtaken && <Trouble error={save.error} />}
        <div className={classes.columns}>
          <PosterForm
            draft={draft}
            language={language}
            onLanguage={setLanguage}
            readOnly={!mayChange}
            onChange={(part, about) => dispatch({ type: 'changed', draft: { ...draft, ...part }, about })}
          />
          <section className={classes.previews} aria-label={t('posters.preview')}>
            <div className={classes.glasses}>
              <PosterSmall poster={draft} assets={assets} profile={LOBBY} language={language} />
              <PosterSmall poster={draft} assets={assets} profile={LOBBY_TURNED} language={language} />
            </div>
            <ReadingCheck draft={draft} />
          </section>
        </div>
        {overtaken && (
          <ConflictDialog
            id={savedId}
            mine={draft}
            onTheirs={(theirs) => {
              load(theirs, theirs.version)
              save.reset()
            }}
            onMine={({ version }) => saveAs(savedId, version)}
            onBoth={() => saveAs(null, 0)}
            onClose={save.reset}
          />
        )}
        <LeaveGuard leave={leave} armed={state.unsaved} onDiscard={state.forget} />
      </div>
    </PosterFaults>
  )
}
