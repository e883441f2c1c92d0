import type { Texts } from '@akari/protocol'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveStream, useStreams } from '../../api/content.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { TextsField } from '../../parts/texts-field.tsx'
import { StreamRows } from './stream-rows.tsx'

type StreamDraft = { id: string | null; title: Texts; url: string }

const EMPTY: StreamDraft = { id: null, title: { ja: '' }, url: '' }

/** Live streams (HLS): title and address, and how they are. */
export function StreamsDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<StreamDraft>(EMPTY)
  const save = useSaveStream()
  const { id, title, url } = draft
  return (
    <Modal opened onClose={onClose} size="xl" title={t('streams.title')}>
      <Stack>
        <Loaded query={useStreams()}>{(streams) => <StreamRows streams={streams} onEdit={setDraft} />}</Loaded>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate({ id, stream: { title, url } }, { onSuccess: () => setDraft(EMPTY) })
          }}
        >
          <Stack>
            <TextsField
              label={t('streams.name')}
              value={title}
              onChange={(next) => setDraft({ ...draft, title: next })}
              testId="stream-title"
            />
            <TextInput
              type="url"
              label={t('streams.url')}
              description={t('streams.urlHint')}
              placeholder="https://…/live.m3u8"
              value={url}
              onChange={(event) => setDraft({ ...draft, url: event.currentTarget.value })}
              required
              withAsterisk={false}
              data-testid="stream-url"
            />
            <Group justify="flex-end">
              {id !== null && (
                <Button variant="default" onClick={() => setDraft(EMPTY)}>
                  {t('common.stop')}
                </Button>
              )}
              <Button
                type="submit"
                disabled={title.ja === '' || url === ''}
                loading={save.isPending}
                data-testid="stream-save"
              >
                {id === null ? t('streams.add') : t('common.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Modal>
  )
}
