import type { PlaylistView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestPlaylists } from '../../api/content.ts'
import { type Choices, type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { asDuration } from '../../parts/when.ts'
import { roundSeconds } from '../../parts/round-seconds.ts'
import { differingWays, type Draft, draftOf, type Running, weightDiffers } from './editor.ts'
import { useSceneWords } from './item-words.ts'
import classes from './playlists.module.css'

/** Somebody saved the same playlist meanwhile. */
export function ConflictDialog(choices: Choices<PlaylistView, Draft>): ReactElement {
  const { t } = useTranslation()
  return (
    <TwoVersions
      {...choices}
      newest={newestPlaylists}
      draftOf={draftOf}
      texts={{ deleted: t('conflict.deleted'), saveAsNew: t('conflict.saveAsNew') }}
      show={Version}
    />
  )
}

/** What differs from `other` is marked. */
function Version({ title, draft, other }: Shown<Draft>): ReactElement {
  const { t } = useTranslation()
  const words = useSceneWords()
  const ways = differingWays(draft, other)
  const { sync = false, campaign = false, transition = 'fade' } = draft
  const wayWords = (way: keyof Running): string => {
    switch (way) {
      case 'sync':
        return t('several.way', { way: t('running.sync'), is: t(sync ? 'several.on' : 'several.off') })
      case 'campaign':
        return t('several.way', { way: t('running.campaign'), is: t(campaign ? 'several.on' : 'several.off') })
      case 'transition':
        return t('several.way', { way: t('running.transition'), is: t(`running.${transition}`) })
    }
  }
  return (
    <>
      <p>
        <b>{draft.name}</b> — {t('playlists.items', { count: draft.items.length })},{' '}
        {asDuration(roundSeconds(draft.items))}
      </p>
      {ways.length > 0 && (
        <ul className={classes.ways}>
          {ways.map((way) => (
            <li key={way}>
              <mark>{wayWords(way)}</mark>
            </li>
          ))}
        </ul>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ol tabIndex={0} className={classes.sideItems} aria-label={title}>
        {draft.items.map((item) => (
          <li key={item.id}>
            {words(item.scene).title} <span className="numbers">({asDuration(item.seconds)})</span>
            {weightDiffers(item, other.items) && <mark>{t('several.weightIs', { count: item.weight ?? 1 })}</mark>}
          </li>
        ))}
      </ol>
    </>
  )
}
