import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { usePosters } from '../../api/posters.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { Page } from '../../parts/page.tsx'
import { useLastSeen } from '../../parts/use-last-seen.ts'
import { blankPoster, templateNamed } from './blank-poster.ts'
import { PosterEditor } from './poster-editor.tsx'
import type { NewPoster } from './use-poster-editor.ts'

/** One poster, or a new one (`/posters/new?template=` or `?from=` another one). */
export function PosterPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams()
  const [asked] = useSearchParams()
  const template = templateNamed(asked.get('template'))
  const from = asked.get('from')
  const [today] = useState(() => toLocal(new Date().toISOString(), TIME_ZONE).slice(0, 10))
  const posters = usePosters()
  const saved = useLastSeen(posters.data, id)
  return (
    <Loaded query={posters}>
      {(all) => {
        if (id === 'new') {
          const model = all.find((poster) => poster.id === from)
          const start = model === undefined ? blankPoster(template, today) : model
          const fresh: NewPoster = `new ${from ?? template}`
          return <PosterEditor key={fresh} saved={fresh} start={start} />
        }
        if (saved !== undefined) return <PosterEditor key={saved.id} saved={saved} start={saved} />
        return (
          <Page title={t('posters.title')}>
            <Empty icon={IconFileOff} title={t('posters.goneTitle')} hint={t('posters.goneHint')}>
              <Button component={Link} to="/posters">
                {t('posters.title')}
              </Button>
            </Empty>
          </Page>
        )
      }}
    </Loaded>
  )
}
