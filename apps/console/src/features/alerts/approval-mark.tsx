import type { Alert } from '@akari/protocol'
import { IconHammer, IconUser, IconUsers } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePerson } from './person.ts'
import styles from './proposals.module.css'

/** Whose word an alert of the desk stands on, where it is no fixed template. */
export function ApprovalMark({ approval }: Pick<Alert, 'approval'>): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  if (approval == null) return null
  const icon = { size: 16, 'aria-hidden': true } as const
  switch (approval.kind) {
    case 'break-glass':
      return (
        <span className={styles.mark} data-kind="break-glass" data-testid="mark-break-glass">
          <IconHammer {...icon} />
          {t('approval.broken', { who: person(approval.by), reason: approval.reason })}
        </span>
      )
    case 'second-person': {
      const isAlone = approval.by === approval.approvedBy
      return (
        <span className={styles.mark} data-kind={isAlone ? 'alone' : 'second-person'}>
          {isAlone ? <IconUser {...icon} /> : <IconUsers {...icon} />}
          {isAlone
            ? t('approval.alone', { who: person(approval.by) })
            : t('approval.second', { who: person(approval.by), second: person(approval.approvedBy) })}
        </span>
      )
    }
  }
}
