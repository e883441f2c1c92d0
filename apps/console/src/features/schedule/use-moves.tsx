import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gesture } from './calendar/drag.ts'
import { retargeted } from './calendar/rows.ts'
import { ScopeDialog } from './scope-dialog.tsx'
import { editsOf, isSeries, type Shift } from './series.ts'
import { useEntryChanges } from './use-entry-changes.tsx'

/** What becomes of a bar that was carried: saved at once, or after the question how much of its series is meant. */
export function useMoves(): { onMove: (gesture: Gesture) => void; question: ReactElement | null } {
  const { t } = useTranslation()
  const changes = useEntryChanges()
  const [asking, setAsking] = useState<Shift | null>(null)
  return {
    onMove: ({ grip, row, from, to }) => {
      if (grip.kind === 'create') return
      const { entry } = grip.bar
      const targets = retargeted(entry, grip.row, row)
      if (targets === null) {
        notifications.show({ color: 'amber', message: t('calendar.otherTargets', { name: entry.name }) })
        return
      }
      const { originalStart } = grip.occurrence
      const shift: Shift = { entry, originalStart, startBy: from - grip.from, endBy: to - grip.to, targets }
      const edits = isSeries(entry) ? null : editsOf(shift, 'all')
      if (edits === null) setAsking(shift)
      else changes.carry(entry, edits)
    },
    question:
      asking === null ? null : (
        <ScopeDialog
          shift={asking}
          onClose={() => setAsking(null)}
          onChoose={(edits) => changes.carry(asking.entry, edits)}
        />
      ),
  }
}
