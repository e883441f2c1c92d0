import type { PosterView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestPosters } from '../../api/posters.ts'
import { PosterSmall } from '../../parts/poster-small.tsx'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { LOBBY } from '../../parts/small-glass.tsx'
import { type Choices, type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { useLibrary } from '../../parts/use-library.ts'
import { differingTexts } from './poster-history.ts'
import classes from './posters.module.css'
import '../../parts/world-fonts.ts'

/** Somebody saved the same poster meanwhile, or deleted it. */
export function ConflictDialog(choices: Choices<PosterView, PosterDraft>): ReactElement {
  const { t } = useTranslation()
  return (
    <TwoVersions
      {...choices}
      newest={newestPosters}
      draftOf={(poster) => poster}
      texts={{ deleted: t('posters.deleted'), saveAsNew: t('posters.saveAsNew') }}
      show={Version}
    />
  )
}

/** As it will be set; texts that are other ones in `other` stand below, marked. */
function Version({ draft, other }: Shown<PosterDraft>): ReactElement {
  const { t } = useTranslation()
  const { assets } = useLibrary()
  const texts = differingTexts(draft, other)
  return (
    <>
      <PosterSmall poster={draft} assets={assets} profile={LOBBY} />
      {texts.length > 0 && (
        <ul className={classes.differing}>
          {texts.map(({ path, language, text }) => (
            <li key={`${path} ${language}`}>
              <span>{t(`language.${language}`)}</span> <mark lang={language}>{text}</mark>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
