import { Button } from '@mantine/core'
import { IconLayoutOff } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { usePlaylists } from '../../api/content.ts'
import { useLayouts } from '../../api/layouts.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useLastSeen } from '../../parts/use-last-seen.ts'
import { LayoutEditor } from './layout-editor.tsx'
import { drawingOf, isTemplate } from './templates.ts'

/** One layout, or a new one (`/layouts/new?from=halves`). */
export function LayoutPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams()
  const from = useSearchParams()[0].get('from')
  const [start] = useState(() => drawingOf(isTemplate(from) ? from : 'column'))
  const playlists = usePlaylists()
  const layouts = useLayouts()
  const layout = useLastSeen(layouts.data, id)
  return (
    <Loaded query={playlists}>
      {(lists) => (
        <Loaded query={layouts}>
          {() => {
            if (id === 'new') return <LayoutEditor key="new" saved={null} start={start} playlists={lists} />
            if (layout !== undefined)
              return <LayoutEditor key={layout.id} saved={layout} start={start} playlists={lists} />
            return (
              <Page title={t('layouts.title')}>
                <Empty icon={IconLayoutOff} title={t('layouts.goneTitle')} hint={t('layouts.goneHint')}>
                  <Button component={Link} to="/layouts">
                    {t('layouts.back')}
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
