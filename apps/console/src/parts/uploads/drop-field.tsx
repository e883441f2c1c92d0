import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Chosen, chosenFiles, droppedFiles } from './dropped-files.ts'
import classes from './uploads.module.css'

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,image/gif,video/*,.mkv,.mov,audio/*,.m4a,.pdf,.pptx'

/** Lets files fall anywhere on what it holds. */
export function DropField({
  onFiles,
  hint,
  children,
}: {
  onFiles: (files: readonly Chosen[]) => void
  /** What becomes of them, while they hang above it. */
  hint: string
  children: ReactNode
}): ReactElement {
  const [over, setOver] = useState(false)
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false)
      }}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(false)
        void droppedFiles(event.dataTransfer).then(onFiles)
      }}
    >
      {children}
      {over && <div className={classes.dropHere}>{hint}</div>}
    </div>
  )
}

/** The button beside drag and drop: opens the file dialog. */
export function UploadButton({ onFiles }: { onFiles: (files: readonly Chosen[]) => void }): ReactElement {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        data-testid="upload-input"
        onChange={(event) => {
          onFiles(chosenFiles(event.currentTarget.files))
          event.currentTarget.value = ''
        }}
      />
      <Button leftSection={<IconUpload size={18} />} onClick={() => input.current?.click()}>
        {t('assets.upload.button')}
      </Button>
    </>
  )
}
