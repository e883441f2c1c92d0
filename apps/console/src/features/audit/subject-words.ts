import type { AuditEntry } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useDisplayName } from '../../parts/display-name.ts'

/** What a record is about: its name where it has one, because nobody knows things by their id. */
export function useSubjectWords(): (entry: AuditEntry) => string {
  const { t } = useTranslation()
  const displayName = useDisplayName()
  return ({ subject, detail }) => {
    const { name, filename, title, of } = detail
    const named = [name, filename, title].find((each) => typeof each === 'string')
    if (named !== undefined) return named
    // Hours are those of a group or of a display.
    const [kind, ...whose] = typeof of === 'string' ? of.split(':') : []
    if (kind === 'group') return t('timing.words.group', { group: whose.join(':') })
    return kind === 'display' ? displayName(whose.join(':')) : subject
  }
}
