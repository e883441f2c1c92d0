import { bearsPassword, StreamInput, type StreamView, type Texts } from '@akari/protocol'
import { Stack, TextInput } from '@mantine/core'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveStream, useStreams } from '../../api/content.ts'
import { useMay } from '../../api/session.ts'
import { FormFoot } from '../form-foot.tsx'
import { Loaded } from '../loaded.tsx'
import { TextsField } from '../texts-field.tsx'
import { StreamRows } from './stream-rows.tsx'
import classes from './streams.module.css'

type StreamDraft = { id: string | null; title: Texts; url: string }

const EMPTY: StreamDraft = { id: null, title: { ja: '' }, url: '' }

/** Live streams (HLS): how they are and what shows them; for editors also title and address of each, and another one. */
export function StreamsEditor(): ReactElement {
  const mayChange = useMay('content')
  const [draft, setDraft] = useState<StreamDraft>(EMPTY)
  const edit = ({ id, title, url }: StreamView): void => setDraft({ id, title, url })
  return (
    <div className={classes.place}>
      <div className={classes.editor}>
        <Loaded query={useStreams()}>
          {(streams) => <StreamRows streams={streams} onEdit={mayChange ? edit : null} />}
        </Loaded>
        {mayChange && <StreamForm draft={draft} onChange={setDraft} />}
      </div>
    </div>
  )
}

function StreamForm({ draft, onChange }: { draft: StreamDraft; onChange: (draft: StreamDraft) => void }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveStream()
  const { id, title, url } = draft
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // It stands below the list, perhaps out of sight.
    if (id !== null) form.current?.querySelector('input')?.focus()
  }, [id])
  const lacks = lacking(draft)
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ id, stream: { title, url } }, { onSuccess: () => onChange(EMPTY) })
      }}
    >
      <h2>{id === null ? t('streams.new') : t('streams.change')}</h2>
      <Stack>
        <TextsField
          label={t('streams.name')}
          value={title}
          onChange={(next) => onChange({ ...draft, title: next })}
          testId="stream-title"
        />
        <TextInput
          type="url"
          label={t('streams.url')}
          description={t('streams.urlHint')}
          placeholder="https://…/live.m3u8"
          value={url}
          onChange={(event) => onChange({ ...draft, url: event.currentTarget.value })}
          required
          withAsterisk={false}
          data-testid="stream-url"
        />
        <FormFoot
          missing={lacks === null ? null : t(`streams.missing.${lacks}`)}
          saving={save.isPending}
          {...(id === null ? { saveText: t('streams.add'), onStop: null } : { onStop: () => onChange(EMPTY) })}
          testId="stream-save"
        />
      </Stack>
    </form>
  )
}

/** What is still to be written before it can be saved; null: nothing. */
function lacking({ title, url }: StreamDraft): 'name' | 'url' | 'address' | 'password' | null {
  if (title.ja === '') return 'name'
  if (url === '') return 'url'
  if (!StreamInput.shape.url.safeParse(url).success) return 'address'
  return bearsPassword(url) ? 'password' : null
}
