import type { KioskLanguage } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { useBoards } from '../api/boards.ts'
import { EditedBoard, sceneOfBoard, sceneOfEdited } from './scene-of-board.ts'
import type { BoardDraft, Library } from './scene-of-draft.ts'
import { SceneFrame } from './scene-frame.tsx'
import type { GlassProfile } from './small-glass.tsx'

const NONE: Library['boards'] = []

/** A saved board made small, by the code that draws it on the glass. */
export function BoardSmall({ board }: { board: Library['boards'][number] }): ReactElement {
  const saved = useBoards().data ?? NONE
  const content = useMemo(() => sceneOfBoard(board, saved), [board, saved])
  return <SceneFrame language="ja" content={content} fit="width" />
}

/** One that is being edited, drawn in the same way. */
export function EditedBoardSmall({
  draft: { title, board },
  profile,
  language = 'ja',
}: {
  draft: BoardDraft
  profile?: GlassProfile
  language?: KioskLanguage
}): ReactElement {
  const saved = useBoards().data ?? NONE
  const content = useMemo(() => sceneOfEdited({ title, board }, saved), [title, board, saved])
  return (
    <EditedBoard value={board}>
      <SceneFrame language={language} content={content} fit="width" {...(profile === undefined ? {} : { profile })} />
    </EditedBoard>
  )
}
