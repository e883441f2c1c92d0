import { type GlassShape, KIOSK_LANGUAGES, type KioskLanguage } from '@akari/protocol'
import { SegmentedControl } from '@mantine/core'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LayoutGlass } from '../../parts/layout-glass.tsx'
import { sceneOfLayout } from '../../parts/scene-of-draft.ts'
import { LOBBY, LOBBY_TURNED } from '../../parts/small-glass.tsx'
import type { Drawing } from './drawing.ts'
import classes from './layouts.module.css'

/** The layout as it will look, its zones running. */
export function LayoutPreview({ drawing, shape }: { drawing: Drawing; shape: GlassShape }): ReactElement {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const content = useMemo(() => sceneOfLayout(drawing), [drawing])
  return (
    <section className={classes.panel} aria-label={t('layouts.preview')}>
      <div className={classes.panelHead}>
        <h2>{t('layouts.preview')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('playlists.previewLanguage')}
          value={language}
          onChange={(next) => setLanguage(KIOSK_LANGUAGES.find((each) => each === next) ?? 'ja')}
          data={KIOSK_LANGUAGES.map((each) => ({ value: each, label: t(`languageShort.${each}`) }))}
        />
      </div>
      <div className={classes.previewGlass} data-shape={shape}>
        <LayoutGlass content={content} profile={shape === 'tall' ? LOBBY_TURNED : LOBBY} language={language} />
      </div>
    </section>
  )
}
