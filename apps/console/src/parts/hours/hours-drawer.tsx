import type { OperatingHours } from '@akari/protocol'
import { Drawer, Stack } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormFoot } from '../form-foot.tsx'
import { Trouble } from '../trouble.tsx'
import { ExceptionFields, WeeklyFields } from './hours-fields.tsx'
import { hoursMissing } from './hours-missing.ts'

/** The form of some hours: what is its own (`children`), then the times of weekdays and special days. */
export function HoursDrawer({
  title,
  times,
  empty,
  missing,
  error,
  saving,
  testId,
  onTimes,
  onSubmit,
  onClose,
  children,
  conflict,
}: {
  title: string
  times: OperatingHours
  /** What a special day without times means, where that is not that the display is dark. */
  empty?: string
  /** What of its own is still missing, in words; null: nothing. */
  missing: string | null
  error: Error | null
  saving: boolean
  /** By which tests find the button that saves. */
  testId: string
  onTimes: (times: OperatingHours) => void
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  /** The choice between two versions, while there is one. */
  conflict: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Drawer opened onClose={onClose} size="xl" title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Stack gap="lg">
          <Trouble error={error} />
          {children}
          <WeeklyFields hours={times} onChange={onTimes} />
          <ExceptionFields hours={times} onChange={onTimes} {...(empty === undefined ? {} : { empty })} />
          <FormFoot missing={missing ?? hoursMissing(times, t)} saving={saving} testId={testId} onStop={onClose} />
        </Stack>
      </form>
      {conflict}
    </Drawer>
  )
}
