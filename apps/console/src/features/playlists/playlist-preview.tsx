import { KIOSK_LANGUAGES, type KioskLanguage } from '@akari/protocol'
import { direct, NO_WINDOWS } from '@akari/programme'
import { ActionIcon, Modal, SegmentedControl, Select, Slider } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { type ReactElement, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useDisplays } from '../../api/displays.ts'
import { TIME_ZONE, toInstant, toLocal } from '../../parts/local-time.ts'
import { playlistProgramme } from '../../parts/preview-programme.ts'
import { ProgrammeFrame } from '../../parts/programme-frame.tsx'
import { LOBBY, LOBBY_TURNED } from '../../parts/small-glass.tsx'
import { useLibrary } from '../../parts/use-library.ts'
import { asDuration } from '../../parts/when.ts'
import { roundSeconds } from '../../parts/round-seconds.ts'
import { type Draft } from './editor.ts'
import classes from './playlists.module.css'

const TICK_MS = 100
const SPEEDS = ['1', '4', '16'] as const

/** Plays the draft from local midnight as a display would: `direct` says what is on at each moment, its scenes are drawn. */
export function PlaylistPreview({ draft, onClose }: { draft: Draft; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const library = useLibrary()
  const playlists = usePlaylists().data
  const displays = useDisplays().data ?? []
  const [glass, setGlass] = useState('wide')
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const [speed, setSpeed] = useState<string>('1')
  const [running, setRunning] = useState(true)
  const [second, setSecond] = useState(0)
  const [midnightMs] = useState(() =>
    Date.parse(toInstant(`${toLocal(new Date().toISOString(), TIME_ZONE).slice(0, 10)}T00:00`, TIME_ZONE)),
  )
  const round = roundSeconds(draft.items)
  const shown = displays.find(({ id }) => id === glass)?.profile
  const profile = shown ?? (glass === 'tall' ? LOBBY_TURNED : LOBBY)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSecond((at) => (at + (TICK_MS / 1000) * Number(speed)) % round), TICK_MS)
    return () => clearInterval(timer)
  }, [running, speed, round])
  const programme = useMemo(
    () => playlistProgramme(draft, playlists ?? [], library, profile),
    [draft, playlists, library, profile],
  )
  const direction = useMemo(
    () =>
      direct(
        {
          programme,
          windows: NO_WINDOWS,
          alerts: { live: null, drill: null },
          displayId: null,
          visitor: { language: 'ja', touchedAtMs: null },
          link: { state: 'online', since: programme.publishedAt },
          power: 'mains',
        },
        {
          instant: new Date(midnightMs + second * 1000).toISOString(),
          trust: 'synced',
          monotonicMs: 0,
          bootId: 'preview',
        },
      ),
    [programme, midnightMs, second],
  )
  const { scene } = direction
  return (
    <Modal opened onClose={onClose} size="80rem" title={t('running.play')}>
      <div className={classes.preview}>
        <div className={classes.previewGlass}>
          {scene.kind === 'emergency' ||
          scene.kind === 'guidance' ||
          scene.kind === 'closed' ||
          scene.kind === 'fallback' ? (
            <p className={classes.none}>{t('running.nothing')}</p>
          ) : (
            <ProgrammeFrame
              key={glass}
              profile={profile}
              content={scene}
              direction={direction}
              language={language}
              playing={running}
              ahead
            />
          )}
        </div>
        <Slider
          min={0}
          max={Math.max(1, round)}
          step={0.1}
          value={second}
          onChange={(at) => setSecond(Math.min(at, Math.max(0, round - 0.1)))}
          label={asDuration}
          thumbLabel={t('running.position')}
        />
        <div className={classes.previewTools}>
          <ActionIcon
            size="lg"
            variant="light"
            aria-label={running ? t('running.pause') : t('running.go')}
            onClick={() => setRunning(!running)}
          >
            {running ? <IconPlayerPause size={20} /> : <IconPlayerPlay size={20} />}
          </ActionIcon>
          <span className="numbers" data-testid="preview-place">
            {asDuration(second)} / {asDuration(round)}
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('running.speed')}
            value={speed}
            onChange={setSpeed}
            data={SPEEDS.map((value) => ({ value, label: `×${value}` }))}
          />
          <Select
            size="xs"
            aria-label={t('running.glass')}
            allowDeselect={false}
            value={glass}
            onChange={(next) => setGlass(next ?? 'wide')}
            data={[
              { value: 'wide', label: t('posters.wide') },
              { value: 'tall', label: t('posters.tall') },
              ...displays.map(({ id, profile: { name } }) => ({ value: id, label: name })),
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('playlists.previewLanguage')}
            value={language}
            onChange={(next) => setLanguage(KIOSK_LANGUAGES.find((each) => each === next) ?? 'ja')}
            data={KIOSK_LANGUAGES.map((each) => ({ value: each, label: t(`languageShort.${each}`) }))}
          />
        </div>
      </div>
    </Modal>
  )
}
