import type { PublishWarning } from '@akari/protocol'
import { useTranslation } from 'react-i18next'

/** Says a warning in a sentence. */
export function useWarningText(): (warning: PublishWarning) => string {
  const { t } = useTranslation()
  return ({ code, subject, languages = [] }) =>
    t(`publish.warning.${code}`, {
      subject,
      languages: languages.map((language) => t(`language.${language}`)).join(t('common.listSeparator')),
    })
}
