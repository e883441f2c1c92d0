import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications, notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import { describeTrouble } from '../parts/trouble.tsx'
import { Gate } from '../features/session/gate.tsx'
import { createQueryClient } from './query-client.ts'
import { router } from './router.tsx'
import { calendarHeads, crossLabels, theme } from './theme.ts'

function tellTrouble(error: unknown): void {
  notifications.show({ color: 'vermilion', autoClose: 12_000, message: describeTrouble(i18next.t, error) })
}

/** The console: providers around the gate (sign-in) around the pages. */
export function App(): ReactElement {
  const { t, i18n } = useTranslation()
  const [close, clear] = [t('common.close'), t('common.clearField')]
  const [month, year] = [t('common.monthFormat'), t('common.yearFormat')]
  const labelled = useMemo(
    () => mergeThemeOverrides(theme, crossLabels({ close, clear }), calendarHeads({ month, year })),
    [close, clear, month, year],
  )
  const [client] = useState(() => createQueryClient(tellTrouble))
  return (
    <MantineProvider theme={labelled} forceColorScheme="light">
      <QueryClientProvider client={client}>
        <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1, weekendDays: [0] }}>
          <ModalsProvider labels={{ confirm: t('common.yes'), cancel: t('common.stop') }}>
            <Notifications position="bottom-center" limit={4} />
            <Gate>
              <RouterProvider router={router} />
            </Gate>
          </ModalsProvider>
        </DatesProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
