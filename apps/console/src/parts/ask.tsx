import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { ReactNode } from 'react'

/** Asks before something that cannot be taken back; the button says what will happen, never «OK». */
export function ask(question: {
  title: string
  text: ReactNode
  yes: string
  no: string
  onYes: () => void
  /** Red is for what destroys or is real; a drill is neither. */
  colour?: 'vermilion' | 'kingfisher'
  /** It cannot be done as things stand, and `text` says why. */
  barred?: boolean
}): void {
  modals.openConfirmModal({
    title: question.title,
    children: <Text component="div">{question.text}</Text>,
    labels: { confirm: question.yes, cancel: question.no },
    confirmProps: {
      color: question.colour ?? 'vermilion',
      disabled: question.barred === true,
      'data-autofocus': false,
    },
    cancelProps: { variant: 'default', 'data-autofocus': true },
    onConfirm: question.onYes,
  })
}
