import type { Town } from '@akari/protocol'
import { ActionIcon, Button, Group, NumberInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveTowns, useTowns } from '../../api/desk-messages.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { newId } from '@akari/scenes'
import { withText } from '../../parts/texts-in.ts'
import styles from './proposals.module.css'

/** The towns an order can name, and into how many 丁目 each is divided. */
export function TownsForm({ onDone }: { onDone: () => void }): ReactElement {
  return (
    <Loaded query={useTowns()} skeleton={<Skeleton height="20rem" />}>
      {(towns) => <Form towns={towns} onDone={onDone} />}
    </Loaded>
  )
}

function Form({ towns, onDone }: { towns: readonly Town[]; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveTowns()
  const [list, setList] = useState(towns)
  const change = (id: string, next: Partial<Town>): void =>
    setList(list.map((town) => (town.id === id ? { ...town, ...next } : town)))
  return (
    <Stack>
      <ul className={styles.townList}>
        {list.map((town) => (
          <li key={town.id}>
            <TextInput
              aria-label={t('towns.ja')}
              placeholder={t('towns.ja')}
              value={town.name.ja}
              onChange={(event) => change(town.id, { name: withText(town.name, 'ja', event.currentTarget.value) })}
            />
            <TextInput
              aria-label={t('towns.en')}
              placeholder={t('towns.en')}
              value={town.name.en ?? ''}
              onChange={(event) => change(town.id, { name: withText(town.name, 'en', event.currentTarget.value) })}
            />
            <NumberInput
              aria-label={t('towns.blocks')}
              min={0}
              max={30}
              value={town.blocks}
              onChange={(next) => change(town.id, { blocks: Number(next) || 0 })}
              suffix={t('towns.suffix')}
            />
            <ActionIcon
              variant="subtle"
              color="dark"
              aria-label={t('towns.remove', { name: town.name.ja })}
              onClick={() => setList(list.filter(({ id }) => id !== town.id))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Group>
        <Button
          disabled={list.some(({ name }) => name.ja.trim() === '')}
          loading={save.isPending}
          onClick={() => save.mutate(list, { onSuccess: onDone })}
          data-testid="towns-save"
        >
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.stop')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setList([...list, { id: newId(), name: { ja: '' }, blocks: 0 }])}
        >
          {t('towns.add')}
        </Button>
      </Group>
    </Stack>
  )
}
