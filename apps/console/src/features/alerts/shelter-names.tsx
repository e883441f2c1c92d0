import type { Shelter } from '@akari/protocol'
import { IconHomeShield } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import styles from './proposals.module.css'

/** The shelters an alert names. */
export function ShelterNames({ shelters }: { shelters: readonly Shelter[] }): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  if (shelters.length === 0) return null
  return (
    <p className={styles.shelters}>
      <IconHomeShield size={18} aria-hidden />
      {t('proposal.shelters', {
        count: shelters.length,
        names: shelters.map(({ name }) => textIn(name)).join(t('common.listSeparator')),
      })}
    </p>
  )
}
