import { BOARD_KINDS, type BoardHead, type BoardKind } from '@akari/protocol'
import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useBoards, useDeleteBoard } from '../../api/boards.ts'
import { useFeeds } from '../../api/feeds.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { BoardSmall } from '../../parts/board-small.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import classes from '../../parts/picture-cards.module.css'
import { SearchField } from '../../parts/search-field.tsx'
import { everyLanguage, useTextIn } from '../../parts/texts-in.ts'
import { TownNav } from '../../parts/town-nav.tsx'
import { feedKindOf } from './blank-board.ts'
import { KindPicture } from './kind-picture.tsx'

/** Every board as it looks now, and the kinds that a new one can be. */
export function BoardsPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
  return (
    <Page
      title={t('boards.title')}
      lead={t('boards.lead')}
      actions={<SearchField value={search} onChange={setSearch} label={t('boards.search')} />}
    >
      <TownNav />
      <Loaded query={useBoards()}>
        {(all) => (
          <ul className={classes.cards}>
            {all
              .filter(({ title }) => matches(search, everyLanguage(title)))
              .map((board) => (
                <Card key={board.id} board={board} mayChange={mayChange} />
              ))}
            {all.length === 0 && <li className={classes.none}>{t('boards.emptyHint')}</li>}
          </ul>
        )}
      </Loaded>
      {mayChange && (
        <section aria-labelledby="board-kinds" className={classes.templates}>
          <h2 id="board-kinds">{t('boards.make')}</h2>
          <ul className={classes.cards}>
            {BOARD_KINDS.map((kind) => (
              <Kind key={kind} kind={kind} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

/** A kind to choose; one whose source is not set up leads there first. */
function Kind({ kind }: { kind: BoardKind }): ReactElement {
  const { t } = useTranslation()
  const feeds = useFeeds().data ?? []
  const wanted = feedKindOf(kind)
  const lacks = wanted !== null && !feeds.some(({ source }) => source.kind === wanted)
  return (
    <li className={classes.card}>
      <Link to={lacks ? `/feeds?new=${wanted}` : `/boards/new?kind=${kind}`} data-testid={`board-kind-${kind}`}>
        <KindPicture kind={kind} />
        <b>{t(`boards.kind.${kind}`)}</b>
        <span>{lacks ? t('boards.sourceFirst') : t(`boards.what.${kind}`)}</span>
      </Link>
    </li>
  )
}

function Card({ board, mayChange }: { board: BoardHead; mayChange: boolean }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const remove = useDeleteBoard()
  const title = textIn(board.title)
  const names = board.usedIn.map(({ name }) => name).join(t('common.listSeparator'))
  return (
    <li className={classes.card} data-testid={`board-${board.id}`}>
      <Link to={`/boards/${board.id}`}>
        <BoardSmall board={board} />
        <b>{title}</b>
      </Link>
      <div className={classes.cardFoot}>
        <small>
          {t(`boards.kind.${board.board.kind}`)}
          {' · '}
          {board.usedIn.length === 0 ? t('boards.unused') : names}
        </small>
        {mayChange && (
          <Group gap={2} wrap="nowrap">
            <Tooltip label={t('boards.duplicate')}>
              <ActionIcon
                component={Link}
                to={`/boards/new?from=${board.id}&kind=${board.board.kind}`}
                variant="subtle"
                color="gray"
                aria-label={t('boards.duplicateNamed', { title })}
              >
                <IconCopy size={18} />
              </ActionIcon>
            </Tooltip>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('boards.deleteNamed', { title })}
              onClick={() =>
                ask({
                  title: t('boards.deleteNamed', { title }),
                  text: board.usedIn.length === 0 ? t('boards.deleteText') : t('boards.deleteUsed', { names }),
                  barred: board.usedIn.length > 0,
                  yes: t('boards.delete'),
                  no: t('common.stop'),
                  onYes: () => remove.mutate(board.id),
                })
              }
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        )}
      </div>
    </li>
  )
}
