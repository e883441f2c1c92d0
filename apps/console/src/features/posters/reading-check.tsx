import { KIOSK_LANGUAGES, type KioskLanguage } from '@akari/protocol'
import { type TooLong, tooLongToRead } from '@akari/scenes'
import { Alert } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconEye, IconEyeCheck } from '@tabler/icons-react'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PosterSmall } from '../../parts/poster-small.tsx'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { LOBBY, LOBBY_TURNED } from '../../parts/small-glass.tsx'
import { useLibrary } from '../../parts/use-library.ts'
import classes from './posters.module.css'

const GLASSES = { wide: LOBBY, tall: LOBBY_TURNED } as const
const SHAPES = ['wide', 'tall'] as const
const WAIT_MS = 500
const SETTLED_MS = 400

type Finding = TooLong & { shape: keyof typeof GLASSES; language: KioskLanguage }

/**
 * Sets the poster out of sight in both shapes and every language it is written in, by the code of the glass, and says which
 * text cannot be read from the viewing distance.
 */
export function ReadingCheck({ draft }: { draft: PosterDraft }): ReactElement {
  const { t } = useTranslation()
  const { assets } = useLibrary()
  const [settled] = useDebouncedValue(draft, WAIT_MS)
  const bench = useRef<HTMLDivElement>(null)
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const languages = KIOSK_LANGUAGES.filter((language) => settled.title[language] !== undefined)
  useEffect(() => {
    const timer = setTimeout(() => setFindings(bench.current === null ? [] : found(bench.current)), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [settled])
  return (
    <>
      <div className={classes.bench} ref={bench} inert aria-hidden>
        {SHAPES.flatMap((shape) =>
          languages.map((language) => (
            <div key={`${shape} ${language}`} data-shape-checked={shape} data-language-checked={language}>
              <PosterSmall poster={settled} assets={assets} profile={GLASSES[shape]} language={language} />
            </div>
          )),
        )}
      </div>
      {findings.length === 0 ? (
        <p className={classes.readable} role="status">
          <IconEyeCheck size={18} aria-hidden /> {t('posters.readable', { metres: LOBBY.viewingDistanceM })}
        </p>
      ) : (
        <Alert
          color="amber"
          icon={<IconEye />}
          title={t('posters.unreadable', { metres: LOBBY.viewingDistanceM })}
          data-testid="poster-unreadable"
        >
          <ul className={classes.findings}>
            {findings.map(({ shape, language, field, letters }) => (
              <li key={`${shape} ${language}`}>
                {t(letters === null ? 'posters.tooMuch' : 'posters.tooLong', {
                  shape: t(`posters.${shape}`),
                  language: t(`language.${language}`),
                  field: t(`posters.field.${fieldName(field)}`),
                  letters,
                })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}

function found(bench: HTMLElement): Finding[] {
  return SHAPES.flatMap((shape) =>
    KIOSK_LANGUAGES.flatMap((language) => {
      const place = bench.querySelector(`[data-shape-checked="${shape}"][data-language-checked="${language}"]`)
      const tooLong = place === null ? null : tooLongToRead(place)
      return tooLong === null ? [] : [{ ...tooLong, shape, language }]
    }),
  )
}

const FIELDS = ['title', 'body', 'note', 'place', 'area', 'contact', 'counters', 'early', 'facts'] as const

/** `counters.2.name` → counters. */
function fieldName(path: string): (typeof FIELDS)[number] {
  return FIELDS.find((field) => path.startsWith(field)) ?? 'title'
}
