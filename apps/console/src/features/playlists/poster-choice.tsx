import type { DraftScene } from '@akari/protocol'
import { Anchor, Stack, UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePosters } from '../../api/posters.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PosterSmall } from '../../parts/poster-small.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useLibrary } from '../../parts/use-library.ts'
import classes from './playlists.module.css'

/** Posters that are filled in, and where to make another. */
export function PosterChoice({ onChoose }: { onChoose: (scene: DraftScene) => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { assets } = useLibrary()
  return (
    <Loaded query={usePosters()}>
      {(posters) => (
        <Stack>
          <ul className={classes.choices}>
            {posters.map((poster) => (
              <li key={poster.id}>
                <UnstyledButton
                  className={classes.choice ?? ''}
                  data-testid={`pick-poster-${poster.id}`}
                  onClick={() => onChoose({ kind: 'poster', posterId: poster.id })}
                >
                  <PosterSmall poster={poster} assets={assets} />
                  <span>{textIn(poster.title)}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
          <Anchor component={Link} to="/posters">
            {t('posters.toPage')}
          </Anchor>
        </Stack>
      )}
    </Loaded>
  )
}
