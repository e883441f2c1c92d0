import { Button, SegmentedControl, Switch } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft, Edit } from './editor.ts'
import { PlaylistPreview } from './playlist-preview.tsx'
import classes from './playlists.module.css'

/** How the playlist runs, each way in plain words with a drawing; and a look at it as a display will play it. */
export function RunningPanel({
  draft,
  dispatch,
  readOnly,
}: {
  draft: Draft
  dispatch: (edit: Edit) => void
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const [playing, setPlaying] = useState(false)
  const { sync = false, campaign = false, transition = 'fade' } = draft
  return (
    <fieldset className={classes.running} disabled={readOnly} aria-label={t('running.title')}>
      <Way hint={t('running.syncHint')} drawing={<SyncDrawing />}>
        <Switch
          label={t('running.sync')}
          checked={sync}
          onChange={(event) => dispatch({ type: 'ran', running: { sync: event.currentTarget.checked } })}
          data-testid="playlist-sync"
        />
      </Way>
      <Way hint={t('running.campaignHint')} drawing={<CampaignDrawing />}>
        <Switch
          label={t('running.campaign')}
          checked={campaign}
          onChange={(event) => dispatch({ type: 'ran', running: { campaign: event.currentTarget.checked } })}
          data-testid="playlist-campaign"
        />
      </Way>
      <Way hint={t('running.transitionHint')} drawing={<TransitionDrawing />}>
        <SegmentedControl
          size="xs"
          aria-label={t('running.transition')}
          value={transition}
          onChange={(next) => dispatch({ type: 'ran', running: { transition: next === 'cut' ? 'cut' : 'fade' } })}
          data={[
            { value: 'fade', label: t('running.fade') },
            { value: 'cut', label: t('running.cut') },
          ]}
        />
      </Way>
      <Button
        variant="light"
        size="md"
        leftSection={<IconPlayerPlay size={20} />}
        disabled={draft.items.length === 0}
        onClick={() => setPlaying(true)}
        data-testid="playlist-play"
      >
        {t('running.play')}
      </Button>
      {playing && <PlaylistPreview draft={draft} onClose={() => setPlaying(false)} />}
    </fieldset>
  )
}

function Way({ hint, drawing, children }: { hint: string; drawing: ReactElement; children: ReactNode }): ReactElement {
  return (
    <div className={classes.way}>
      {drawing}
      <div>{children}</div>
      <small>{hint}</small>
    </div>
  )
}

/** Two displays with the same picture. */
function SyncDrawing(): ReactElement {
  return (
    <svg viewBox="0 0 80 40" aria-hidden>
      <rect x="2" y="6" width="34" height="24" rx="3" />
      <rect x="44" y="6" width="34" height="24" rx="3" />
      <circle cx="19" cy="18" r="6" />
      <circle cx="61" cy="18" r="6" />
      <path d="M30 36h20" />
    </svg>
  )
}

/** One of three in each round. */
function CampaignDrawing(): ReactElement {
  return (
    <svg viewBox="0 0 80 40" aria-hidden>
      <rect x="2" y="10" width="22" height="18" rx="3" fill="#00708a" />
      <rect x="29" y="10" width="22" height="18" rx="3" strokeDasharray="4 3" />
      <rect x="56" y="10" width="22" height="18" rx="3" strokeDasharray="4 3" />
      <path d="M13 34h54" />
    </svg>
  )
}

/** One picture giving way to the next. */
function TransitionDrawing(): ReactElement {
  return (
    <svg viewBox="0 0 80 40" aria-hidden>
      <rect x="8" y="8" width="38" height="24" rx="3" />
      <rect x="34" y="8" width="38" height="24" rx="3" fillOpacity="0.5" />
    </svg>
  )
}
