import { Language, type WordsFinding } from '@akari/protocol'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import compose from './compose.module.css'

/** What keeps the words off the glass, each with its place. Nothing for nothing. */
export function Findings({ findings }: { findings: readonly WordsFinding[] }): ReactElement | null {
  const { t } = useTranslation()
  if (findings.length === 0) return null
  return (
    <div role="status">
      <ul className={compose.findings} data-testid="desk-findings">
        {findings.map(({ part, language, code, most }) => {
          const named = Language.safeParse(language)
          const place = part === 'shelters' ? '' : named.success ? t(`language.${named.data}`) : language
          return (
            <li key={`${part} ${language} ${code}`} data-code={code}>
              <IconAlertTriangle size={18} aria-hidden />
              {t('finding.line', {
                part: t(`finding.part.${part}`),
                language: place,
                what: t(`finding.${code}`, { most: most ?? 0 }),
              })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
