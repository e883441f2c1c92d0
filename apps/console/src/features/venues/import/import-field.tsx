import { Button, Loader, Progress } from '@mantine/core'
import { IconFileZip, IconFolder, IconMapPlus } from '@tabler/icons-react'
import { type ReactElement, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportRefused } from '../../../api/venues.ts'
import { ownLanguageOf, Trouble } from '../../../parts/trouble.tsx'
import { type Chosen, chosenFiles } from '../../../parts/uploads/dropped-files.ts'
import type { ImportState } from './use-import.ts'
import classes from './import.module.css'

/** Where a plan is handed in: by dropping it anywhere on the page, as a file, or as a folder. */
export function ImportField({
  progress,
  replacing,
  onFiles,
  onForget,
}: {
  progress: ImportState
  /** In place of the plan that is there. */
  replacing: boolean
  onFiles: (files: readonly Chosen[]) => void
  onForget: () => void
}): ReactElement {
  const { t } = useTranslation()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const isBusy = progress.state === 'sending' || progress.state === 'reading'
  const input = (isFolder: boolean): ReactElement => (
    <input
      ref={isFolder ? folder : files}
      type="file"
      multiple
      hidden
      {...(isFolder ? { webkitdirectory: '' } : { accept: '.zip,.geojson,.json,.svg' })}
      aria-label={t(isFolder ? 'venues.import.folder' : 'venues.import.file')}
      data-testid={isFolder ? 'venue-folder' : 'venue-file'}
      onChange={(event) => {
        onFiles(chosenFiles(event.currentTarget.files))
        event.currentTarget.value = ''
      }}
    />
  )
  return (
    <section className={classes.field} aria-label={t('venues.import.title')}>
      <IconMapPlus className={classes.icon ?? ''} size={44} stroke={1.2} aria-hidden />
      <div className={classes.words}>
        <h2>{t(replacing ? 'venues.import.replaceTitle' : 'venues.import.title')}</h2>
        <p>{t(replacing ? 'venues.import.replaceHint' : 'venues.import.hint')}</p>
        <p className={classes.formats}>{t('venues.import.formats')}</p>
      </div>
      <div className={classes.buttons}>
        {input(false)}
        {input(true)}
        <Button leftSection={<IconFileZip size={18} />} disabled={isBusy} onClick={() => files.current?.click()}>
          {t('venues.import.file')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={18} />}
          disabled={isBusy}
          onClick={() => folder.current?.click()}
        >
          {t('venues.import.folder')}
        </Button>
      </div>
      <Going progress={progress} onForget={onForget} />
    </section>
  )
}

function Going({ progress, onForget }: { progress: ImportState; onForget: () => void }): ReactElement | null {
  const { t } = useTranslation()
  switch (progress.state) {
    case 'idle':
      return null
    case 'sending':
      return (
        <div className={classes.going} role="status">
          <span>{t('venues.import.sending', { name: progress.name })}</span>
          <Progress value={progress.share * 100} aria-label={t('venues.import.sent')} />
        </div>
      )
    case 'reading':
      return (
        <div className={classes.going} role="status">
          <Loader size="sm" />
          <span>{t('venues.import.reading', { name: progress.name })}</span>
        </div>
      )
    case 'failed':
      return <Refusal error={progress.error} name={progress.name} onForget={onForget} />
  }
}

/** Which feature of which file is wrong, and what to do. */
function Refusal({ error, name, onForget }: { error: unknown; name: string; onForget: () => void }): ReactElement {
  const { t } = useTranslation()
  const problems = error instanceof ImportRefused ? error.problems : []
  return (
    <div className={classes.refusal} role="alert" data-testid="import-refused">
      {problems.length === 0 ? (
        <Trouble error={error} />
      ) : (
        <>
          <h3>{t('venues.import.refused', { name })}</h3>
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path !== '' && <code>{path}</code>} {ownLanguageOf(message)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('venues.import.nothingLost')}</p>
      <Button variant="default" size="xs" onClick={onForget}>
        {t('common.close')}
      </Button>
    </div>
  )
}
