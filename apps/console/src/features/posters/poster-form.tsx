import { type KioskLanguage, PICTURED_TEMPLATES, posterTexts } from '@akari/protocol'
import { Select, Stack } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../../parts/editor-columns.module.css'
import { LanguageTabs } from '../../parts/language-tabs.tsx'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { languagesToWrite, useTextIn } from '../../parts/texts-in.ts'
import { useLibrary } from '../../parts/use-library.ts'
import { OneText } from './field-parts.tsx'
import { PosterFields } from './poster-fields.tsx'

/** What is written on the poster, language by language. */
export function PosterForm({
  draft,
  language,
  onLanguage,
  readOnly,
  onChange,
}: {
  draft: PosterDraft
  language: KioskLanguage
  onLanguage: (language: KioskLanguage) => void
  readOnly: boolean
  /** `about` names what is changed: more of the same is one step of undo. */
  onChange: (part: Partial<PosterDraft>, about: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { assets } = useLibrary()
  const pictures = assets.filter((asset) => asset.kind === 'image' && asset.variantOf === null)
  const missing = languagesToWrite([draft.title, ...posterTexts(draft.poster).map(({ texts }) => texts)])
  return (
    <fieldset disabled={readOnly} className={classes.form}>
      <LanguageTabs
        label={t('posters.language')}
        language={language}
        missing={missing}
        onLanguage={onLanguage}
        kind="poster"
      >
        <Stack gap="sm">
          <OneText
            label={t('posters.titleField')}
            value={draft.title}
            language={language}
            onChange={(title) => onChange({ title }, `title ${language}`)}
            testId="poster-title"
          />
          <PosterFields
            poster={draft.poster}
            language={language}
            onChange={(poster, about) => onChange({ poster }, about)}
          />
          {PICTURED_TEMPLATES.includes(draft.poster.template) && (
            <Select
              label={t('posters.picture')}
              placeholder={t('posters.noPicture')}
              searchable
              clearable
              value={draft.pictureId}
              data={pictures.map((asset) => ({ value: asset.id, label: textIn(asset.title) }))}
              onChange={(pictureId) => onChange({ pictureId }, 'picture')}
            />
          )}
        </Stack>
      </LanguageTabs>
    </fieldset>
  )
}
