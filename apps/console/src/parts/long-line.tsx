import { Textarea, type TextareaProps } from '@mantine/core'
import type { ReactElement } from 'react'

/** One line that is seen whole, however long it is: it grows where it has no room, and Enter breaks nothing in two. */
export function LongLine({
  onWrite,
  ...field
}: Omit<TextareaProps, 'onChange'> & { onWrite: (text: string) => void }): ReactElement {
  return (
    <Textarea
      {...field}
      autosize
      minRows={1}
      onKeyDown={(event) => {
        // While something is converted, Enter takes it.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
      }}
      onChange={(event) => onWrite(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '))}
    />
  )
}
