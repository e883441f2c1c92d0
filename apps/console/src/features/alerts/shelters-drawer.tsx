import type { DeskShelter } from '@akari/protocol'
import { Button, Drawer, Group, Skeleton, Switch } from '@mantine/core'
import { IconHomeEdit, IconPencil, IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenShelter, useShelters } from '../../api/desk-messages.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { ShelterForm } from './shelter-form.tsx'
import { TownsForm } from './towns-form.tsx'
import classes from './desk.module.css'
import styles from './proposals.module.css'

const HAZARDS = ['flood', 'landslide', 'earthquake', 'fire'] as const

/** Opens the lists that orders are made from. */
export function SheltersButton(): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHomeEdit size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="shelters-open"
      >
        {t('shelters.open')}
      </Button>
      <Drawer opened={open} onClose={() => setOpen(false)} position="right" size="xl" title={t('shelters.title')}>
        <Lists />
      </Drawer>
    </>
  )
}

type Editing = { kind: 'none' } | { kind: 'new' } | { kind: 'shelter'; shelter: DeskShelter } | { kind: 'towns' }

function Lists(): ReactElement {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Editing>({ kind: 'none' })
  const done = (): void => setEditing({ kind: 'none' })
  const shelters = useShelters()
  switch (editing.kind) {
    case 'new':
      return <ShelterForm shelter={null} onDone={done} />
    case 'shelter':
      return <ShelterForm shelter={editing.shelter} onDone={done} />
    case 'towns':
      return <TownsForm onDone={done} />
    case 'none':
      return (
        <>
          <p className={classes.calm}>{t('shelters.what')}</p>
          <Loaded query={shelters} skeleton={<Skeleton height="12rem" />}>
            {(list) => (
              <ul className={styles.shelterList}>
                {list.map((shelter) => (
                  <Row key={shelter.id} shelter={shelter} onEdit={() => setEditing({ kind: 'shelter', shelter })} />
                ))}
                {list.length === 0 && <li className={classes.calm}>{t('shelters.none')}</li>}
              </ul>
            )}
          </Loaded>
          <Group mt="md">
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setEditing({ kind: 'new' })}
              data-testid="shelter-new"
            >
              {t('shelters.add')}
            </Button>
            <Button variant="default" onClick={() => setEditing({ kind: 'towns' })} data-testid="towns-edit">
              {t('towns.open')}
            </Button>
          </Group>
        </>
      )
  }
}

function Row({ shelter, onEdit }: { shelter: DeskShelter; onEdit: () => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const open = useOpenShelter()
  const name = textIn(shelter.name)
  return (
    <li data-open={shelter.open} data-testid={`shelter-row-${shelter.id}`}>
      <div>
        <b>{name}</b>
        {shelter.address !== null && <small>{textIn(shelter.address)}</small>}
        <small>
          {HAZARDS.map((hazard) => (
            <span key={hazard} data-fit={shelter.fitFor[hazard]}>
              {t(`shelters.hazard.${hazard}`)} {shelter.fitFor[hazard] ? t('shelters.fit') : t('shelters.unfit')}
            </span>
          ))}
        </small>
      </div>
      <Switch
        checked={shelter.open}
        disabled={open.isPending}
        label={shelter.open ? t('shelters.isOpen') : t('shelters.isClosed')}
        aria-label={t('shelters.toggle', { name })}
        onChange={(event) => open.mutate({ id: shelter.id, open: event.currentTarget.checked })}
        data-testid={`shelter-open-${shelter.id}`}
      />
      <Button variant="subtle" color="dark" aria-label={t('shelters.edit', { name })} onClick={onEdit}>
        <IconPencil size={18} aria-hidden />
      </Button>
    </li>
  )
}
