import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { PosterFaults } from './poster-faults.ts'

/** What a field says that cannot be saved as it is; nothing of one that is only still to be written. */
export function useFaultOf(id: string): string | undefined {
  const { t } = useTranslation()
  const why = use(PosterFaults).find((fault) => fault.id === id)?.why
  return why === undefined || why === 'missing' ? undefined : t(`posters.fault.${why}`)
}
