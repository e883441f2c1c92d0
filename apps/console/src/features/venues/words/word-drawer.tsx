import { Button, Drawer, Group, Stack } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDrawerDraft } from '../../../parts/use-drawer-draft.ts'

/** What every drawer with words is given: what it begins with, and who takes what was written. */
export type WordProps<D> = {
  begin: D
  isNew: boolean
  onClose: () => void
  onDone: (draft: D) => void
}

/** A drawer with what is written on one thing; «done» puts it into the draft of the venue. */
export function WordDrawer<D>({
  begin,
  title,
  missingOf,
  onClose,
  onDone,
  children,
}: Omit<WordProps<D>, 'isNew'> & {
  title: string
  /** Why it is not done yet; null: it is. */
  missingOf: (draft: D) => string | null
  children: (draft: D, setDraft: (draft: D) => void) => ReactNode
}): ReactElement {
  const { t } = useTranslation()
  const { draft, setDraft, close } = useDrawerDraft({ begin: () => begin, saving: false, onClose })
  const missing = missingOf(draft)
  return (
    <Drawer opened onClose={close} size="min(60rem, 92vw)" title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === null) onDone(draft)
        }}
      >
        <Stack gap="lg">
          {children(draft, setDraft)}
          <Group justify="flex-end">
            {missing !== null && <small>{missing}</small>}
            <Button variant="default" onClick={close}>
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
