import type { StreamView, Texts } from '@akari/protocol'
import { ActionIcon, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteStream, useSaveStream, useStreams } from '../../api/content.ts'
import { ask } from '../../parts/ask.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { TextsField } from '../../parts/texts-field.tsx'
import { useTextIn } from '../../parts/texts-in.ts'

type StreamDraft = { id: string | null; title: Texts; url: string }

const EMPTY: StreamDraft = { id: null, title: { ja: '' }, url: '' }

/** Live streams (HLS): title and address. */
export function StreamsDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<StreamDraft>(EMPTY)
  const save = useSaveStream()
  const { id, title, url } = draft
  return (
    <Modal opened onClose={onClose} size="xl" title={t('streams.title')}>
      <Stack>
        <Loaded query={useStreams()}>{(streams) => <StreamTable streams={streams} onEdit={setDraft} />}</Loaded>
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

function StreamTable({
  streams,
  onEdit,
}: {
  streams: readonly StreamView[]
  onEdit: (draft: StreamDraft) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const remove = useDeleteStream()
  if (streams.length === 0) return <Text c="gray.6">{t('streams.empty')}</Text>
  return (
    <Table>
      <Table.Tbody>
        {streams.map((stream) => (
          <Table.Tr key={stream.id}>
            <Table.Td fw={700}>{textIn(stream.title)}</Table.Td>
            <Table.Td fz="sm">{stream.url}</Table.Td>
            <Table.Td>
              <Group gap={4} wrap="nowrap" justify="flex-end">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('streams.editNamed', { name: textIn(stream.title) })}
                  onClick={() => onEdit(stream)}
                >
                  <IconPencil size={18} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('streams.deleteNamed', { name: textIn(stream.title) })}
                  onClick={() =>
                    ask({
                      title: t('streams.deleteTitle', { name: textIn(stream.title) }),
                      text: t('streams.deleteText'),
                      yes: t('streams.delete'),
                      no: t('common.stop'),
                      onYes: () => remove.mutate(stream.id),
                    })
                  }
                >
                  <IconTrash size={18} />
                </ActionIcon>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
