import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { useSittings } from '../../api/sittings.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useLastSeen } from '../../parts/use-last-seen.ts'
import { blankSitting, draftOf, nextLike } from './sitting-draft.ts'
import { SittingEditor } from './sitting-editor.tsx'

/** The plan of one sitting, or of a new one (`/sittings/new?day=` or `?from=` another one). */
export function SittingPage(): ReactElement {
  const { id } = useParams()
  const [asked] = useSearchParams()
  const [nowMs] = useState(() => Date.now())
  const sittings = useSittings()
  const saved = useLastSeen(sittings.data, id)
  return (
    <Loaded query={sittings}>
      {(all) => {
        if (id === 'new') {
          const fromId = asked.get('from')
          const from = all.find((each) => each.id === fromId)
          const start = from === undefined ? blankSitting(asked.get('day'), nowMs) : nextLike(from)
          // A copy is a draft of its own: another new sitting that somebody left unfinished is not what they asked for.
          const keptAs = fromId === null ? 'new' : `like ${fromId}`
          return <SittingEditor key={`new ${asked.toString()}`} saved={null} start={start} keptAs={keptAs} />
        }
        if (saved !== undefined) {
          return <SittingEditor key={saved.id} saved={saved} start={draftOf(saved)} keptAs={saved.id} />
        }
        return <GoneSitting />
      }}
    </Loaded>
  )
}

export function GoneSitting(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('sittings.title')}>
      <Empty icon={IconFileOff} title={t('sittings.goneTitle')} hint={t('sittings.goneHint')}>
        <Button component={Link} to="/sittings">
          {t('sittings.title')}
        </Button>
      </Empty>
    </Page>
  )
}
