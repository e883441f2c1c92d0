import { FEED_SECONDS, FeedInput, type FeedKind, type FeedView } from '@akari/protocol'
import { Button, Fieldset, Group, NumberInput, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveFeed } from '../../api/feeds.ts'
import { TextsField } from '../../parts/texts-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { blankFeed, type FeedSettings, inputWith, settingsOf } from './feed-draft.ts'
import { Overtaken } from './overtaken.tsx'
import { SourceFields } from './source-fields.tsx'
import { useHeldDraft } from './use-held-draft.ts'

/** Where a source is, how often it is asked, its key and whose data it is; null: a new one of this kind. */
export function FeedForm({
  kind,
  feed,
  onSaved,
}: {
  kind: FeedKind
  feed: FeedView | null
  onSaved: (feed: FeedView) => void
}): ReactElement {
  const { t } = useTranslation()
  const save = useSaveFeed()
  const form = useHeldDraft(feed === null ? blankFeed(kind) : settingsOf(feed))
  const { draft } = form
  const change = (part: Partial<FeedSettings>): void => form.change({ ...draft, ...part })
  const { attribution, key } = draft
  const read = FeedInput.safeParse(inputWith(draft, feed))
  const wrong = (path: string): boolean =>
    (read.error?.issues ?? []).some((issue) => issue.path.join('.').startsWith(path))
  const { licence = '', url = '', ...plain } = attribution
  const credit = (part: { licence?: string; url?: string }): void => {
    const next = { licence, url, ...part }
    change({
      attribution: {
        text: plain.text,
        ...(next.licence === '' ? {} : { licence: next.licence }),
        ...(next.url === '' ? {} : { url: next.url }),
      },
    })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!read.success || form.state === 'overtaken') return
        save.mutate(
          { id: feed?.id ?? null, feed: read.data },
          {
            onSuccess: (saved) => {
              form.drop()
              notifications.show({ color: 'zelkova', message: t('feeds.saved', { name: saved.name }) })
              onSaved(saved)
            },
          },
        )
      }}
    >
      <Stack gap="md">
        <Overtaken form={form} />
        {form.state !== 'overtaken' && <Trouble error={save.error} />}
        <TextInput
          label={t('feeds.name')}
          description={t('feeds.nameHint')}
          value={draft.name}
          required
          maxLength={80}
          onChange={(event) => change({ name: event.currentTarget.value })}
          data-testid="feed-name"
        />
        <SourceFields source={draft.source} wrong={wrong} onChange={(source) => change({ source })} />
        <NumberInput
          label={t('feeds.every')}
          description={t('feeds.everyHint', { seconds: FEED_SECONDS[kind].least })}
          suffix={t('feeds.seconds')}
          min={FEED_SECONDS[kind].least}
          max={86_400}
          value={draft.everySeconds}
          onChange={(seconds) => typeof seconds === 'number' && change({ everySeconds: seconds })}
        />
        <Fieldset legend={t('feeds.key')}>
          <Stack gap="xs">
            <Select
              label={t('feeds.keyIn')}
              description={t('feeds.keyHint')}
              allowDeselect={false}
              value={key?.in ?? 'none'}
              data={(['none', 'query', 'header'] as const).map((value) => ({
                value,
                label: t(`feeds.keyPlace.${value}`),
              }))}
              onChange={(place) =>
                change({
                  key:
                    place === 'query' || place === 'header'
                      ? { ...key, in: place, name: key?.name ?? (place === 'query' ? 'key' : 'Authorization') }
                      : null,
                })
              }
              data-testid="feed-key-in"
            />
            {key !== null && (
              <Group grow align="flex-start">
                <TextInput
                  label={t('feeds.keyName')}
                  error={wrong('key.name') ? t('feeds.keyNameWrong') : undefined}
                  value={key.name}
                  onChange={(event) => change({ key: { ...key, name: event.currentTarget.value } })}
                />
                <PasswordInput
                  label={t('feeds.keyValue')}
                  placeholder={feed?.key?.isSet === true ? t('feeds.keySet') : ''}
                  autoComplete="off"
                  value={key.value ?? ''}
                  onChange={(event) => {
                    const { value: _before, ...rest } = key
                    const { value } = event.currentTarget
                    change({ key: value === '' ? rest : { ...rest, value } })
                  }}
                  data-testid="feed-key-value"
                />
              </Group>
            )}
          </Stack>
        </Fieldset>
        <Fieldset legend={t('feeds.attribution')}>
          <Stack gap="xs">
            <TextsField
              label={t('feeds.attributionText')}
              value={plain.text}
              onChange={(text) => change({ attribution: { ...attribution, text } })}
              testId="feed-attribution"
            />
            <Group grow align="flex-start">
              <TextInput
                label={t('feeds.licence')}
                value={licence}
                maxLength={120}
                onChange={(event) => credit({ licence: event.currentTarget.value })}
              />
              <TextInput
                type="url"
                label={t('feeds.licenceUrl')}
                error={wrong('attribution.url') ? t('feeds.addressWrong') : undefined}
                value={url}
                onChange={(event) => credit({ url: event.currentTarget.value })}
              />
            </Group>
          </Stack>
        </Fieldset>
        <Group>
          <Button
            type="submit"
            disabled={!read.success || form.state === 'overtaken'}
            loading={save.isPending}
            data-testid="feed-save"
          >
            {feed === null ? t('feeds.saveAndAsk') : t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
