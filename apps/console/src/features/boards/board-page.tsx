import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { useBoard } from '../../api/boards.ts'
import { useFeeds } from '../../api/feeds.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useLastSeen } from '../../parts/use-last-seen.ts'
import { blankBoard, kindNamed } from './blank-board.ts'
import { BoardEditor } from './board-editor.tsx'
import firstTitles from './first-titles.json' with { type: 'json' }
import type { NewBoard } from './use-board-editor.ts'

/** One board, or a new one (`/boards/new?kind=` or `?from=` another one). */
export function BoardPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams()
  const [asked] = useSearchParams()
  const kind = kindNamed(asked.get('kind'))
  const from = asked.get('from')
  const board = useBoard(id === 'new' ? from : (id ?? null))
  const feeds = useFeeds()
  const saved = useLastSeen(
    [board.data].flatMap((each) => each ?? []),
    id,
  )
  return (
    <Loaded query={board}>
      {(found) => (
        <Loaded query={feeds}>
          {(sources) => {
            if (id === 'new') {
              const start = found ?? blankBoard(kind, firstTitles[kind], sources)
              const fresh: NewBoard = `new ${from ?? kind}`
              return <BoardEditor key={fresh} saved={fresh} start={start} />
            }
            if (saved !== undefined) return <BoardEditor key={saved.id} saved={saved} start={saved} />
            return (
              <Page title={t('boards.title')}>
                <Empty icon={IconFileOff} title={t('boards.goneTitle')} hint={t('boards.goneHint')}>
                  <Button component={Link} to="/boards">
                    {t('boards.title')}
                  </Button>
                </Empty>
              </Page>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}
