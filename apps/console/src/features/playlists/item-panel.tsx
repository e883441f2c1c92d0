import type { DraftItem, KioskLanguage, SceneContent } from '@akari/protocol'
import { isHeard, KIOSK_LANGUAGES } from '@akari/protocol'
import { Button, NumberInput, SegmentedControl, Stack, Switch } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../../parts/moment-field.tsx'
import { SceneFrame } from '../../parts/scene-frame.tsx'
import { LayoutGlass } from '../../parts/layout-glass.tsx'
import { TextsField } from '../../parts/texts-field.tsx'
import type { Edit } from './editor.ts'
import { useSceneWords } from './item-words.ts'
import { suggestedSeconds } from './reading-time.ts'
import { sceneOfDraft } from '../../parts/scene-of-draft.ts'
import { useLibrary } from '../../parts/use-library.ts'
import classes from './playlists.module.css'

/** The selected item as it will look, in every language, and when it may be shown at all. */
export function ItemPanel({
  item,
  dispatch,
  readOnly,
}: {
  item: DraftItem | undefined
  dispatch: (edit: Edit) => void
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const words = useSceneWords()
  const content = useContent(item)
  const library = useLibrary()
  if (item === undefined) return <aside className={classes.panel}>{t('playlists.nothingSelected')}</aside>
  const suggestion = suggestedSeconds(item.scene, library)
  const change = (part: Partial<DraftItem>): void => dispatch({ type: 'changed', id: item.id, part })
  return (
    <aside className={classes.panel} aria-label={t('playlists.preview')}>
      <div className={classes.panelHead}>
        <h2>{words(item.scene).title}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('playlists.previewLanguage')}
          value={language}
          onChange={(next) => setLanguage(KIOSK_LANGUAGES.find((each) => each === next) ?? 'ja')}
          data={KIOSK_LANGUAGES.map((each) => ({ value: each, label: t(`languageShort.${each}`) }))}
        />
      </div>
      {content === null ? (
        <p className={classes.none}>{t('playlists.missingHint')}</p>
      ) : content.kind === 'layout' ? (
        <LayoutGlass key={item.id} content={content} language={language} />
      ) : (
        <SceneFrame key={item.id} content={content} language={language} playing />
      )}
      <fieldset disabled={readOnly} className={classes.bare}>
        <Stack gap="sm">
          {suggestion !== null && suggestion !== item.seconds && (
            <div className={classes.suggestion}>
              <span>
                {t(item.scene.kind === 'asset' ? 'several.filmLength' : 'several.readingTime', { seconds: suggestion })}
              </span>
              {!readOnly && (
                <Button
                  size="compact-sm"
                  variant="light"
                  onClick={() => change({ seconds: suggestion })}
                  data-testid="take-suggestion"
                >
                  {t('several.takeOver', { seconds: suggestion })}
                </Button>
              )}
            </div>
          )}
          {item.scene.kind === 'notice' && <NoticeFields scene={item.scene} onChange={(scene) => change({ scene })} />}
          <div className={classes.validity}>
            <MomentField
              label={t('playlists.validFrom')}
              value={item.validFrom}
              onChange={(validFrom) => change({ validFrom })}
            />
            <MomentField
              label={t('playlists.validUntil')}
              value={item.validUntil}
              error={
                item.validFrom !== null &&
                item.validUntil !== null &&
                Date.parse(item.validUntil) <= Date.parse(item.validFrom)
                  ? t('validity.endsBeforeItStarts')
                  : null
              }
              onChange={(validUntil) => change({ validUntil })}
            />
          </div>
          <p className={classes.quiet}>{t('playlists.validityHint')}</p>
          <NumberInput
            w={200}
            label={t('running.weight')}
            description={t('running.weightHint')}
            min={1}
            max={10}
            value={item.weight ?? 1}
            onChange={(weight) => typeof weight === 'number' && change({ weight })}
            data-testid="item-weight"
          />
          {content !== null && mayBeHeard(content) && (
            <Switch
              label={t('sound.neverSwitch')}
              description={t('sound.neverHint')}
              checked={item.silent ?? false}
              onChange={(event) => change({ silent: event.currentTarget.checked || undefined })}
              data-testid="item-silent"
            />
          )}
        </Stack>
      </fieldset>
    </aside>
  )
}

function mayBeHeard(content: SceneContent): boolean {
  return content.kind === 'layout' || isHeard(content)
}

function useContent(item: DraftItem | undefined) {
  const library = useLibrary()
  if (item === undefined) return null
  const { scene } = item
  if (scene.kind === 'notice' && (scene.title.ja === '' || scene.body.ja === '')) return null
  return sceneOfDraft(scene, library)
}

type Notice = Extract<DraftItem['scene'], { kind: 'notice' }>

/** Title and body of a notice in every language. */
export function NoticeFields({ scene, onChange }: { scene: Notice; onChange: (scene: Notice) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <TextsField
        label={t('playlists.noticeTitle')}
        value={scene.title}
        onChange={(title) => onChange({ ...scene, title })}
        testId="notice-title"
      />
      <TextsField
        label={t('playlists.noticeBody')}
        value={scene.body}
        lines={4}
        onChange={(body) => onChange({ ...scene, body })}
        testId="notice-body"
      />
    </>
  )
}
