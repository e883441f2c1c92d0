import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import i18next, { type TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ja } from '../locales/ja.ts'
import { ApiError } from '../api/problem.ts'

type KnownCode = keyof (typeof ja)['problem']

function isKnown(code: string): code is KnownCode {
  return i18next.exists(`problem.${code}`)
}

/** Says in a sentence what went wrong and what to do; what the server knows in particular goes before the general text. */
export function describeTrouble(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiError)) return t('problem.unexpected')
  const general = isKnown(error.code) ? t(`problem.${error.code}`) : t('problem.refused')
  if (error.detail === null || error.status === 0) return general
  return `${general}${t('common.because')}${ownLanguageOf(error.detail)}`
}

/** The CMS writes details as «日本語 / English». */
export function ownLanguageOf(detail: string): string {
  const [japanese, english, ...more] = detail.split(' / ')
  if (japanese === undefined || english === undefined || more.length > 0) return detail
  return i18next.language === 'en' ? english : japanese
}

/** What went wrong, in place. Nothing for no error. */
export function Trouble({ error }: { error: unknown }): ReactElement | null {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  return (
    <Alert color="vermilion" variant="light" icon={<IconAlertTriangle />} role="alert">
      {describeTrouble(t, error)}
    </Alert>
  )
}
