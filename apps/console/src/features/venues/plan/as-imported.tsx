import { Button } from '@mantine/core'
import { IconFileArrowLeft } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Makes something as the file of the plan says it is. */
export function AsImported({ onClick }: { onClick: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <Button
      variant="default"
      leftSection={<IconFileArrowLeft size={17} />}
      onClick={onClick}
      style={{ alignSelf: 'flex-start' }}
      data-testid="as-imported"
    >
      {t('venues.panel.asImported')}
    </Button>
  )
}
