import type { DraftScene } from '@akari/protocol'
import { Anchor, Stack, UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useBoards } from '../../api/boards.ts'
import { BoardSmall } from '../../parts/board-small.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import classes from './playlists.module.css'

/** Boards that are set up, and where to make another. */
export function BoardChoice({ onChoose }: { onChoose: (scene: DraftScene) => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <Loaded query={useBoards()}>
      {(boards) => (
        <Stack>
          {boards.length === 0 && <p className={classes.none}>{t('boards.emptyHint')}</p>}
          <ul className={classes.choices}>
            {boards.map((board) => (
              <li key={board.id}>
                <UnstyledButton
                  className={classes.choice ?? ''}
                  data-testid={`pick-board-${board.id}`}
                  onClick={() => onChoose({ kind: 'board', boardId: board.id })}
                >
                  <BoardSmall board={board} />
                  <span>{textIn(board.title)}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
          <Anchor component={Link} to="/boards">
            {t('boards.toPage')}
          </Anchor>
        </Stack>
      )}
    </Loaded>
  )
}
