import { Button, Drawer, Group, Stack } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A drawer with what is written on one thing; «done» puts it into the draft of the venue. */
export function WordDrawer({
  title,
  missing,
  onClose,
  onDone,
  children,
}: {
  title: string
  /** Why it is not done yet; null: it is. */
  missing: string | null
  onClose: () => void
  onDone: () => void
  children: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Drawer opened onClose={onClose} size="min(60rem, 92vw)" title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === null) onDone()
        }}
      >
        <Stack gap="lg">
          {children}
          <Group justify="flex-end">
            {missing !== null && <small>{missing}</small>}
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={missing !== null} data-testid="word-done">
              {t('venues.words.done')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}
