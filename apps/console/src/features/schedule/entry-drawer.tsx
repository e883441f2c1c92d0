import { type EntryInput, PRIORITIES, type Priority } from '@akari/protocol'
import { checkRule } from '@akari/programme'
import { Alert, Button, Drawer, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists, useSaveEntry } from '../../api/content.ts'
import { useDisplays } from '../../api/displays.ts'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useEntryWords } from './entry-words.ts'
import { type RuleForm, formFromRule, ruleFromForm } from './rule-form.ts'
import { RuleFields } from './rule-fields.tsx'
import type { Opened } from './opened.ts'
import { allChoices, choicesOf, targetsOf } from './targets.ts'

type Draft = { name: string; playlistId: string | null; choices: string[]; priority: Priority; form: RuleForm | null }

function draftOf(opened: Opened): Draft {
  if ('from' in opened) {
    const choices = opened.targets === null ? [] : choicesOf(opened.targets)
    return { name: '', playlistId: null, choices, priority: 'normal', form: opened.from }
  }
  const { name, playlistId, targets, priority, rule } = opened.entry
  return { name, playlistId, choices: choicesOf(targets), priority, form: formFromRule(rule) }
}

/** The entry a draft stands for; null while something is missing. */
function inputOf(draft: Draft, opened: Opened, playlistName: string | undefined): EntryInput | null {
  const edited = 'entry' in opened ? opened.entry : null
  const rule =
    draft.form === null
      ? edited?.rule
      : ruleFromForm(draft.form, TIME_ZONE, edited?.rule ?? { exdates: [], rdates: [] })
  const name = draft.name.trim() === '' ? playlistName : draft.name.trim()
  const where = edited?.targets.where
  const aimed = draft.choices.length > 0 || where !== undefined
  if (rule === undefined || draft.playlistId === null || !aimed || name === undefined) return null
  const { id: _id, updatedAt: _updatedAt, ...kept } = edited ?? { id: '', updatedAt: '', version: 0 }
  return {
    ...kept,
    name,
    playlistId: draft.playlistId,
    targets: { ...targetsOf(draft.choices), ...(where === undefined ? {} : { where }) },
    priority: draft.priority,
    rule: { ...edited?.rule, ...rule },
  }
}

/** Makes or changes a schedule entry: what, where, when, how important. */
export function EntryDrawer({ opened, onClose }: { opened: Opened; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists().data ?? []
  const choices = allChoices(useDisplays().data ?? [])
  const words = useEntryWords()
  const save = useSaveEntry()
  const [draft, setDraft] = useState(() => draftOf(opened))
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const editedId = 'entry' in opened ? opened.entry.id : null
  const entry = inputOf(draft, opened, playlists.find((each) => each.id === draft.playlistId)?.name)
  const never = entry !== null && !checkRule(entry.rule).ok
  const noDays = draft.form?.repeats === 'weekly' && draft.form.days.length === 0
  const submit = (): void => {
    if (entry === null) return
    save.mutate(
      { id: editedId, entry },
      {
        onSuccess: ({ name }) => {
          notifications.show({ color: 'zelkova', message: t('schedule.saved', { name }) })
          onClose()
        },
      },
    )
  }
  return (
    <Drawer opened onClose={onClose} size="lg" title={editedId === null ? t('schedule.new') : t('schedule.edit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack gap="lg">
          <Trouble error={save.error} />
          <Select
            label={t('schedule.playlist')}
            placeholder={t('schedule.choosePlaylist')}
            data={playlists.map((playlist) => ({ value: playlist.id, label: playlist.name }))}
            value={draft.playlistId}
            onChange={(playlistId) => change({ playlistId })}
            searchable
            data-testid="entry-playlist"
          />
          <MultiSelect
            label={t('schedule.where')}
            placeholder={draft.choices.length === 0 ? t('schedule.chooseTargets') : ''}
            data={[
              { group: t('schedule.groups'), items: choices.groups },
              { group: t('schedule.displays'), items: choices.displays },
            ]}
            value={draft.choices}
            onChange={(next) => change({ choices: next })}
            searchable
            data-testid="entry-targets"
          />
          {draft.form === null && 'entry' in opened ? (
            <Alert color="amber">{t('schedule.otherRuleHint', { rule: words.rule(opened.entry) })}</Alert>
          ) : (
            draft.form !== null && <RuleFields form={draft.form} onChange={(form) => change({ form })} />
          )}
          <Select
            label={t('schedule.priority')}
            description={t('schedule.priorityHint')}
            data={PRIORITIES.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))}
            value={draft.priority}
            onChange={(next) => change({ priority: PRIORITIES.find((each) => each === next) ?? 'normal' })}
            allowDeselect={false}
            data-testid="entry-priority"
          />
          <TextInput
            label={t('schedule.name')}
            description={t('schedule.nameHint')}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            maxLength={120}
            data-testid="entry-name"
          />
          {never && <Alert color="amber">{t('schedule.never')}</Alert>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={entry === null || noDays} loading={save.isPending} data-testid="entry-save">
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}
