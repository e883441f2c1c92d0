import type { DraftScene, SittingView } from '@akari/protocol'
import { Anchor, Button, Stack } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSittings } from '../../api/sittings.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './playlists.module.css'

/** Sittings that are to come or go on, the next one first, and where to plan another. */
export function SittingChoice({ onChoose }: { onChoose: (scene: DraftScene) => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  return (
    <Loaded query={useSittings()}>
      {(all) => {
        const coming = all.filter(({ isOver }) => !isOver).toReversed()
        return (
          <Stack align="flex-start">
            <p className={classes.quiet}>{t('playlists.sittingHint')}</p>
            {coming.length === 0 && <p className={classes.none}>{t('playlists.noSittings')}</p>}
            {coming.map((sitting) => (
              <Button
                key={sitting.id}
                variant="default"
                leftSection={<IconBuildingBank size={18} />}
                data-testid={`pick-sitting-${sitting.id}`}
                onClick={() => onChoose(sceneOf(sitting))}
              >
                {t('playlists.sittingOf', { title: textIn(sitting.title), at: when.dayAndTime(sitting.startsAt) })}
              </Button>
            ))}
            <Anchor component={Link} to="/sittings">
              {t('playlists.toSittings')}
            </Anchor>
          </Stack>
        )
      }}
    </Loaded>
  )
}

function sceneOf({ id: sittingId, title, streamId, captionsId }: SittingView): DraftScene {
  return { kind: 'sitting', title, sittingId, streamId, captionsId }
}
