import { Anchor, Text } from '@mantine/core'
import { type ReactElement, use } from 'react'
import { useTranslation } from 'react-i18next'
import { type PosterFault, PosterFaults } from './poster-faults.ts'

/** What a field says that cannot be saved as it is; nothing of one that is only still to be written. */
export function useFaultOf(id: string): string | undefined {
  const { t } = useTranslation()
  const why = use(PosterFaults).find((fault) => fault.id === id)?.why
  return why === undefined || why === 'missing' ? undefined : t(`posters.fault.${why}`)
}

/** Beside the button that cannot be pressed: the fields that keep it from saving, each a link into the field. */
export function FaultLine({ onGo }: { onGo: (fault: PosterFault) => void }): ReactElement | null {
  const { t } = useTranslation()
  const faults = use(PosterFaults)
  if (faults.length === 0) return null
  return (
    <Text size="sm" ta="right" role="status" data-testid="poster-faults">
      {t('posters.toSave')}
      {faults.map((fault, index) => {
        const name = t(`posters.${fault.field}`)
        return (
          <span key={`${fault.id} ${fault.why}`}>
            {index > 0 && t('common.listSeparator')}
            <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onGo(fault)}>
              {fault.row === null ? name : t('posters.inRow', { name, row: fault.row })}
            </Anchor>
          </span>
        )
      })}
    </Text>
  )
}
