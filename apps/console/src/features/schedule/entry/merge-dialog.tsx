import { Badge, Button, Group, Modal, SegmentedControl, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newestEntries, usePlaylists } from '../../../api/content.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { useWhen } from '../../../parts/when.ts'
import { useEntryWords } from '../entry-words.ts'
import { draftOfInput, type EntryDraft, ruleOfDraft } from './draft.ts'
import { differences, type Field, merged, type Side } from './merge.ts'

type Props = {
  entryId: string
  base: EntryDraft
  mine: EntryDraft
  /** Saves what was put together; `asNew` where the entry was deleted meanwhile. */
  onSave: (draft: EntryDraft, asNew: boolean) => void
  onClose: () => void
}

/** Somebody saved the same entry meanwhile: both side by side, field by field. Nothing is lost before one has chosen. */
export function MergeDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const newest = useQuery({
    queryKey: ['entry-merge', props.entryId],
    queryFn: async () => (await newestEntries()).find(({ id }) => id === props.entryId) ?? null,
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <Modal opened onClose={props.onClose} size="xl" title={t('merge.title')} data-testid="merge">
      <Loaded query={newest} skeleton={<Skeleton height={220} />}>
        {(theirs) =>
          theirs === null ? (
            <Stack>
              <Text>{t('merge.deleted')}</Text>
              <Group justify="flex-end">
                <Button onClick={() => props.onSave({ ...props.mine, version: 0 }, true)}>
                  {t('merge.saveAsNew')}
                </Button>
              </Group>
            </Stack>
          ) : (
            <Sides
              key={theirs.version}
              {...props}
              theirs={draftOfInput(theirs)}
              savedAt={when.dayAndTime(theirs.updatedAt)}
            />
          )
        }
      </Loaded>
    </Modal>
  )
}

function Sides({
  base,
  mine,
  theirs,
  savedAt,
  onSave,
  onClose,
}: Props & { theirs: EntryDraft; savedAt: string }): ReactElement {
  const { t } = useTranslation()
  const inWords = useFieldWords()
  const found = differences(base, mine, theirs)
  const [sides, setSides] = useState<ReadonlyMap<Field, Side>>(
    () => new Map(found.map(({ field, side }) => [field, side])),
  )
  return (
    <Stack>
      <Text>{t('merge.text', { at: savedAt })}</Text>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('merge.field')}</Table.Th>
            <Table.Th>{t('merge.mine')}</Table.Th>
            <Table.Th>{t('merge.theirs')}</Table.Th>
            <Table.Th>{t('merge.use')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map(({ field, contested }) => (
            <Table.Tr key={field} data-testid={`merge-${field}`}>
              <Table.Td fw={700}>
                {t(`merge.fields.${field}`)}
                {contested && (
                  <Badge color="amber" variant="light" display="block">
                    {t('merge.contested')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{inWords(field, mine)}</Table.Td>
              <Table.Td>{inWords(field, theirs)}</Table.Td>
              <Table.Td>
                <SegmentedControl
                  size="xs"
                  aria-label={t(`merge.fields.${field}`)}
                  value={sides.get(field) ?? 'theirs'}
                  onChange={(next) => setSides(new Map([...sides, [field, next === 'mine' ? 'mine' : 'theirs']]))}
                  data={[
                    { value: 'mine', label: t('merge.mineShort') },
                    { value: 'theirs', label: t('merge.theirsShort') },
                  ]}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {found.length === 0 && <Text>{t('merge.same')}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('merge.back')}
        </Button>
        <Button onClick={() => onSave(merged(mine, theirs, sides), false)} data-testid="merge-save">
          {t('merge.save')}
        </Button>
      </Group>
    </Stack>
  )
}

/** One field of a draft in words. */
function useFieldWords(): (field: Field, draft: EntryDraft) => string {
  const { t } = useTranslation()
  const words = useEntryWords()
  const playlists = usePlaylists().data ?? []
  return (field, draft) => {
    switch (field) {
      case 'name':
        return draft.name
      case 'playlistId':
        return playlists.find(({ id }) => id === draft.playlistId)?.name ?? ''
      case 'targets':
        return words.targets(draft.targets)
      case 'when': {
        const { exdates, rdates } = draft.rule
        const days = (all: readonly string[]): string =>
          all.map((each) => each.slice(0, 10)).join(t('common.listSeparator'))
        return [
          words.rule(ruleOfDraft(draft)),
          exdates.length === 0 ? '' : t('merge.leftOut', { days: days(exdates) }),
          rdates.length === 0 ? '' : t('merge.added', { days: days(rdates) }),
        ].join(' ')
      }
      case 'priority':
        return t(`priority.${draft.priority}`)
      case 'role':
        return words.role(draft.role)
      case 'order':
        return String(draft.order)
      case 'conditions':
        return draft.conditions.length === 0
          ? t('merge.none')
          : draft.conditions.map(words.condition).join(t('common.listSeparator'))
      case 'onHigher':
        return t(`entry.onHigherChoice.${draft.onHigher}`)
      case 'silent':
        return t(draft.silent ? 'sound.never' : 'sound.byHours')
    }
  }
}
