import type { KioskLanguage } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { EditedBoards, sceneOfBoard } from './scene-of-board.ts'
import type { BoardDraft } from './scene-of-draft.ts'
import { SceneFrame } from './scene-frame.tsx'
import type { GlassProfile } from './small-glass.tsx'
import { useLibrary } from './use-library.ts'

/** What a board is called in previews while it has no id of its own. */
const UNSAVED = 'edited'

/** A board made small, by the code that draws it on the glass. */
export function BoardSmall({
  board,
  profile,
  language = 'ja',
  fit = 'width',
}: {
  board: BoardDraft
  profile?: GlassProfile
  language?: KioskLanguage
  fit?: 'width' | 'height'
}): ReactElement {
  const { boards } = useLibrary()
  const edited = useMemo(() => ({ title: board.title, board: board.board, id: UNSAVED }), [board.title, board.board])
  const alone = useMemo(() => [edited], [edited])
  const content = useMemo(() => sceneOfBoard(edited, boards), [edited, boards])
  return (
    <EditedBoards value={alone}>
      <SceneFrame language={language} content={content} fit={fit} {...(profile === undefined ? {} : { profile })} />
    </EditedBoards>
  )
}
