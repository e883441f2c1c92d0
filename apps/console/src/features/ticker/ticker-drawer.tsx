import type { EntryView } from '@akari/protocol'
import { Button, Drawer, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists, useSaveEntry, useSavePlaylist } from '../../api/content.ts'
import { useDayparts } from '../../api/schedule.ts'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { TargetPicker } from '../../parts/target-picker.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { entryOf, formOf, isComplete, playlistOf, type TickerForm } from './ticker-form.ts'
import '../../parts/world-fonts.ts'

const ALL_DAY = 'all-day'

function usualHeading(language: 'ja' | 'en'): string {
  return i18next.getFixedT(language)('timing.ticker.usualHeading')
}

function newForm(): TickerForm {
  return {
    heading: { ja: usualHeading('ja'), en: usualHeading('en') },
    text: { ja: '', en: '' },
    targets: { displayIds: [], groups: [] },
    fromDay: toLocal(Date.now(), TIME_ZONE).slice(0, 10),
    untilDay: null,
    daypartId: null,
  }
}

/** Makes a line (null) or changes one: text, where, which days. */
export function TickerDrawer({ entry, onClose }: { entry: EntryView | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const playlist = usePlaylists().data?.find(({ id }) => id === entry?.playlistId) ?? null
  const dayparts = useDayparts().data ?? []
  const savePlaylist = useSavePlaylist()
  const saveEntry = useSaveEntry()
  const {
    draft: form,
    setDraft: setForm,
    close,
  } = useDrawerDraft({
    begin: () => (entry === null || playlist === null ? null : formOf(entry, playlist)) ?? newForm(),
    saving: savePlaylist.isPending || saveEntry.isPending,
    onClose,
  })
  // A playlist that was saved before the entry was refused is gone on with, not made again.
  const [madePlaylist, setMadePlaylist] = useState(playlist)
  const change = (part: Partial<TickerForm>): void => setForm({ ...form, ...part })
  const submit = async (): Promise<void> => {
    const saved = await savePlaylist.mutateAsync({
      id: madePlaylist?.id ?? null,
      playlist: playlistOf(form, madePlaylist),
    })
    setMadePlaylist(saved)
    const { name } = await saveEntry.mutateAsync({
      id: entry?.id ?? null,
      entry: entryOf(form, saved.id, TIME_ZONE, entry),
    })
    notifications.show({ color: 'zelkova', message: t('timing.saved', { name }) })
    onClose()
  }
  return (
    <Drawer opened onClose={close} size="lg" title={entry === null ? t('timing.ticker.new') : t('timing.ticker.edit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // What went wrong is shown above.
          submit().catch(() => undefined)
        }}
      >
        <Stack gap="md">
          <Trouble error={savePlaylist.error ?? saveEntry.error} />
          <TextFields form={form} onChange={change} />
          <TargetPicker
            label={t('timing.words.where')}
            value={form.targets}
            onChange={(targets) => change({ targets })}
            testId="ticker-targets"
          />
          <Group grow align="flex-start">
            <DateInput
              label={t('timing.ticker.firstDay')}
              valueFormat="YYYY-MM-DD"
              value={form.fromDay}
              onChange={(day) => day !== null && change({ fromDay: day })}
            />
            <DateInput
              label={t('timing.ticker.lastDay')}
              placeholder={t('timing.words.noEnd')}
              valueFormat="YYYY-MM-DD"
              value={form.untilDay}
              minDate={form.fromDay}
              onChange={(untilDay) => change({ untilDay })}
              clearable
            />
          </Group>
          <Select
            label={t('timing.ticker.times')}
            data={[
              { value: ALL_DAY, label: t('timing.ticker.allDay') },
              ...dayparts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={form.daypartId ?? ALL_DAY}
            onChange={(next) => change({ daypartId: next === ALL_DAY ? null : next })}
            allowDeselect={false}
          />
          <Text size="sm" c="gray.6">
            {t('timing.ticker.publishHint')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.stop')}
            </Button>
            <Button
              type="submit"
              disabled={!isComplete(form)}
              loading={savePlaylist.isPending || saveEntry.isPending}
              data-testid="ticker-save"
            >
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}

function TextFields({
  form,
  onChange,
}: {
  form: TickerForm
  onChange: (part: Partial<TickerForm>) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {(['ja', 'en'] as const).map((language) => (
        <Stack key={language} gap={6}>
          <TextInput
            label={t(`timing.ticker.heading.${language}`)}
            value={form.heading[language]}
            onChange={(event) => onChange({ heading: { ...form.heading, [language]: event.currentTarget.value } })}
            maxLength={20}
            w={260}
            lang={language}
            data-testid={`ticker-heading-${language}`}
          />
          <Textarea
            label={t(`timing.ticker.text.${language}`)}
            description={language === 'ja' ? t('timing.ticker.textHint') : undefined}
            value={form.text[language]}
            onChange={(event) => onChange({ text: { ...form.text, [language]: event.currentTarget.value } })}
            maxLength={200}
            autosize
            minRows={2}
            lang={language}
            data-autofocus={language === 'ja' || undefined}
            data-testid={`ticker-text-${language}`}
          />
        </Stack>
      ))}
    </>
  )
}
