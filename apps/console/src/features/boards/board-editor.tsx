import { boardTexts, type BoardView, type KioskLanguage } from '@akari/protocol'
import { Text } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newestBoard, useSaveBoard } from '../../api/boards.ts'
import { isOvertaken } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { EditedBoardSmall } from '../../parts/board-small.tsx'
import classes from '../../parts/editor-columns.module.css'
import { FaultLine } from '../../parts/fault-line.tsx'
import { LanguageTabs } from '../../parts/language-tabs.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { RecoveredNote } from '../../parts/recovered-note.tsx'
import { sceneOfEdited } from '../../parts/scene-of-board.ts'
import type { BoardDraft } from '../../parts/scene-of-draft.ts'
import { LOBBY, LOBBY_TURNED } from '../../parts/small-glass.tsx'
import { languagesToWrite, useTextIn } from '../../parts/texts-in.ts'
import { TitledHead } from '../../parts/titled-head.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { useEditorSave } from '../../parts/use-editor-save.ts'
import { type BoardFault, boardFaults, writtenBoard } from './blank-board.ts'
import { BoardFields } from './board-fields.tsx'
import { type NewBoard, useBoardEditor } from './use-board-editor.ts'

/** Sets up one board: the form at the left, both shapes of glass as they look now at the right. */
export function BoardEditor({ saved, start }: { saved: BoardView | NewBoard; start: BoardDraft }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const readOnly = !useMay('content')
  const state = useBoardEditor(saved, start)
  const { editor, dispatch } = state
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const save = useSaveBoard()
  const draft = editor.present
  const savedId = typeof saved === 'string' ? null : saved.id
  const { saveNow, saveAs, leave } = useEditorSave({
    state,
    savedId,
    save,
    send: (id, from, version) => {
      const board = writtenBoard(from, version)
      return board === null ? null : save.mutateAsync({ id, board })
    },
    pathOf: ({ id }) => `/boards/${id}`,
    saidOf: ({ title }) => t('boards.saved', { title: textIn(title) }),
  })
  const load = ({ title, board }: BoardDraft, version: number): void => {
    dispatch({ type: 'changed', draft: { title, board }, about: null })
    state.setVersion(version)
  }
  const faults = boardFaults(draft)
  const goTo = (fault: BoardFault): void => {
    // What a board cannot be without is its Japanese.
    setLanguage('ja')
    requestAnimationFrame(() => document.getElementById(`board-${fault}`)?.focus())
  }
  const overtaken = savedId !== null && isOvertaken(save.error)
  return (
    <div className={classes.editor}>
      <TitledHead
        state={state}
        title={
          draft.title.ja === ''
            ? t('boards.newOf', { kind: t(`boards.kind.${draft.board.kind}`) })
            : textIn(draft.title)
        }
        back="/boards"
        list={t('boards.title')}
        kind="board"
        complete={faults.length === 0}
        saving={save.isPending}
        readOnly={readOnly}
        onSave={saveNow}
      />
      {!readOnly && (
        <FaultLine
          fields={faults.map((fault) => ({ key: fault, name: t(`boards.field.${fault}`), fault }))}
          onGo={goTo}
          testId="board-faults"
        />
      )}
      {state.recovered && (
        <RecoveredNote onStartOver={() => load(start, typeof saved === 'string' ? 0 : saved.version)} />
      )}
      {!overtaken && <Trouble error={save.error} />}
      <div className={classes.columns}>
        <fieldset disabled={readOnly} className={classes.form}>
          <LanguageTabs
            label={t('posters.language')}
            language={language}
            missing={languagesToWrite(boardTexts(sceneOfEdited(draft, [])))}
            onLanguage={setLanguage}
            kind="board"
          >
            <BoardFields
              draft={draft}
              language={language}
              onChange={(part, about) => dispatch({ type: 'changed', draft: { ...draft, ...part }, about })}
            />
          </LanguageTabs>
        </fieldset>
        <section className={classes.previews} aria-label={t('boards.preview')}>
          <div className={classes.glasses}>
            <EditedBoardSmall draft={draft} profile={LOBBY} language={language} />
            <EditedBoardSmall draft={draft} profile={LOBBY_TURNED} language={language} />
          </div>
          <Text size="sm" c="gray.6">
            {t('boards.previewHint')}
          </Text>
        </section>
      </div>
      {overtaken && (
        <TwoVersions<BoardView, BoardDraft>
          id={savedId}
          mine={draft}
          newest={async () => [await newestBoard(savedId)].flatMap((board) => board ?? [])}
          draftOf={(board) => board}
          texts={{ deleted: t('boards.deleted'), saveAsNew: t('boards.saveAsNew') }}
          show={Version}
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
  )
}

function Version({ draft }: Shown<BoardDraft>): ReactElement {
  return <EditedBoardSmall draft={draft} />
}
