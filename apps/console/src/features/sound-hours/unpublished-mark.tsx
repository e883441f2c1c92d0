import { Badge } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Says of something that it was changed, and that displays do not follow it before it is published. */
export function UnpublishedMark(): ReactElement {
  const { t } = useTranslation()
  return (
    <Badge color="amber" variant="light" title={t('sound.unpublishedHint')} data-testid="sound-unpublished">
      {t('sound.unpublished')}
    </Badge>
  )
}
