import type { DeskShelter, Texts } from '@akari/protocol'
import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveShelter, useSaveShelter } from '../../api/desk-messages.ts'
import { ask } from '../../parts/ask.tsx'
import { TextsField } from '../../parts/texts-field.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { PositionField } from './position-field.tsx'

const HAZARDS = ['flood', 'landslide', 'earthquake', 'fire'] as const
const UNFIT: DeskShelter['fitFor'] = { flood: false, landslide: false, earthquake: false, fire: false }
const EMPTY: Texts = { ja: '' }

/** A shelter's name, address and what it is fit for; null: a new one. */
export function ShelterForm({ shelter, onDone }: { shelter: DeskShelter | null; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const save = useSaveShelter()
  const remove = useRemoveShelter()
  const [name, setName] = useState<Texts>(shelter?.name ?? EMPTY)
  const [address, setAddress] = useState<Texts>(shelter?.address ?? EMPTY)
  const [at, setAt] = useState(shelter?.at ?? null)
  const [fitFor, setFitFor] = useState(shelter?.fitFor ?? UNFIT)
  const edit = {
    name,
    address: address.ja.trim() === '' ? null : address,
    at,
    fitFor,
    open: shelter?.open ?? false,
    version: shelter?.version ?? 0,
  }
  const askToRemove = (): void => {
    if (shelter === null) return
    ask({
      title: t('shelters.remove'),
      text: textIn(shelter.name),
      yes: t('shelters.removeYes'),
      no: t('common.stop'),
      onYes: () => remove.mutate(shelter.id, { onSuccess: onDone }),
    })
  }
  return (
    <Stack>
      <TextsField label={t('shelters.name')} value={name} onChange={setName} testId="shelter-name" />
      <TextsField label={t('shelters.address')} value={address} onChange={setAddress} testId="shelter-address" />
      <PositionField
        label={t('shelters.position')}
        hint={t('shelters.positionHint')}
        value={at}
        onChange={setAt}
        testId="shelter-position"
      />
      <Checkbox.Group
        label={t('shelters.fitFor')}
        description={t('shelters.fitForHint')}
        value={HAZARDS.filter((hazard) => fitFor[hazard])}
        onChange={(chosen) =>
          setFitFor({
            flood: chosen.includes('flood'),
            landslide: chosen.includes('landslide'),
            earthquake: chosen.includes('earthquake'),
            fire: chosen.includes('fire'),
          })
        }
      >
        <Group mt="xs">
          {HAZARDS.map((hazard) => (
            <Checkbox key={hazard} value={hazard} label={t(`shelters.hazard.${hazard}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group>
        <Button
          disabled={name.ja.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate({ id: shelter?.id ?? null, edit }, { onSuccess: onDone })}
          data-testid="shelter-save"
        >
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.stop')}
        </Button>
        {shelter !== null && (
          <Button variant="subtle" color="vermilion" ml="auto" onClick={askToRemove}>
            {t('shelters.remove')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
