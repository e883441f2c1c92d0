import type { AssetView } from '@akari/protocol'
import { Anchor, Stack, Timeline } from '@mantine/core'
import i18next from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAssetHistory, useUses } from '../../api/library.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWhen } from '../../parts/when.ts'
import { useActionWords } from './action-words.ts'
import { placeOf, useUseWords } from './use-words.ts'
import classes from './assets.module.css'

/** Where a media file comes up: posters, takeovers, and playlists with their schedule entries and displays. */
export function UsesTab({ asset }: { asset: AssetView }): ReactElement {
  const { t } = useTranslation()
  const uses = useUses(asset.id)
  const nameOf = useUseWords()
  return (
    <Loaded query={uses}>
      {(all) =>
        all.length === 0 ? (
          <p className={classes.none}>{t('library.usedNowhere')}</p>
        ) : (
          <Stack>
            {all.map(({ entries, displays, ...use }) => (
              <section key={use.id} className={classes.use}>
                <Anchor component={Link} to={placeOf(use)} fw={700}>
                  {nameOf(use)}
                </Anchor>
                {use.kind === 'playlist' && (
                  <dl>
                    <dt>{t('library.inEntries')}</dt>
                    <dd>{namesOf(entries) ?? t('library.noEntries')}</dd>
                    <dt>{t('library.onDisplays')}</dt>
                    <dd>{namesOf(displays) ?? t('library.noDisplays')}</dd>
                  </dl>
                )}
              </section>
            ))}
          </Stack>
        )
      }
    </Loaded>
  )
}

function namesOf(all: readonly { name: string }[]): string | null {
  return all.length === 0 ? null : all.map(({ name }) => name).join(i18next.t('common.listSeparator'))
}

/** Who did what to a media file, newest first. */
export function HistoryTab({ asset }: { asset: AssetView }): ReactElement {
  const { t } = useTranslation()
  const history = useAssetHistory(asset.id)
  const when = useWhen()
  const who = useActorWords()
  const what = useActionWords()
  return (
    <Loaded query={history}>
      {(all) =>
        all.length === 0 ? (
          <p className={classes.none}>{t('library.historyEmpty')}</p>
        ) : (
          <Timeline bulletSize={14} lineWidth={2} active={all.length}>
            {all.map(({ at, actor, action }, index) => (
              <Timeline.Item key={`${at}-${index}`} title={what(action)}>
                <p className={classes.none}>
                  {when.full(at)} {who(actor)}
                </p>
              </Timeline.Item>
            ))}
          </Timeline>
        )
      }
    </Loaded>
  )
}
