import type { DraftScene } from '@akari/protocol'
import { Anchor, Stack, UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLayouts } from '../../api/layouts.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { ZoneDrawing } from '../../parts/zone-drawing.tsx'
import classes from './playlists.module.css'

/** Layouts that are drawn, and where to draw another. */
export function LayoutChoice({ onChoose }: { onChoose: (scene: DraftScene) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <Loaded query={useLayouts()}>
      {(layouts) => (
        <Stack>
          {layouts.length === 0 && <p className={classes.none}>{t('layouts.emptyHint')}</p>}
          <ul className={classes.choices}>
            {layouts.map((layout) => (
              <li key={layout.id}>
                <UnstyledButton
                  className={classes.choice ?? ''}
                  data-testid={`pick-layout-${layout.id}`}
                  onClick={() => onChoose({ kind: 'layout', layoutId: layout.id })}
                >
                  <ZoneDrawing drawing={layout} shape={layout.landscape === undefined ? 'tall' : 'wide'} />
                  <span>{layout.name}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
          <Anchor component={Link} to="/layouts">
            {t('layouts.toPage')}
          </Anchor>
        </Stack>
      )}
    </Loaded>
  )
}
