import type { NetworkNode } from '@akari/protocol'
import { Button, MultiSelect, Stack, Switch } from '@mantine/core'
import { IconPoint, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { changes } from '../model/changes.ts'
import { placeOptions } from '../model/place-options.ts'
import { LevelSelect } from './level-select.tsx'
import type { PanelProps } from './plan-panel.tsx'
import classes from './plan.module.css'

/** A point where drawn ways meet: whether one is out of doors there, and which rooms it is the door of. */
export function NodePanel({
  node,
  model,
  imported,
  readOnly,
  onSelect,
  onChange,
}: PanelProps & { node: NetworkNode }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const change = (part: Partial<NetworkNode>): void =>
    onChange((edits) => changes.node(edits, { ...node, ...part }), null)
  return (
    <>
      <h2>
        <IconPoint size={22} aria-hidden /> {t('venues.node.label')}
      </h2>
      <p className={classes.hint}>{t('venues.node.hint')}</p>
      <fieldset disabled={readOnly} className={classes.fields}>
        <Stack gap="sm">
          <LevelSelect model={model} value={node.levelId} onChange={(levelId) => change({ levelId })} />
          <Switch
            label={t('venues.node.outside')}
            description={t('venues.node.outsideHint')}
            checked={node.outside}
            onChange={(event) => change({ outside: event.currentTarget.checked })}
          />
          <MultiSelect
            label={t('venues.node.rooms')}
            description={t('venues.node.roomsHint')}
            data={placeOptions(model, 'rooms', textIn)}
            value={node.unitIds}
            searchable
            nothingFoundMessage={t('venues.notFound')}
            onChange={(unitIds) => change({ unitIds })}
          />
        </Stack>
      </fieldset>
      {!readOnly && (
        <Button
          mt="lg"
          variant="subtle"
          color="vermilion"
          leftSection={<IconTrash size={17} />}
          onClick={() => {
            onChange((edits) => changes.noNode(edits, imported, node.id), null)
            onSelect(null)
          }}
        >
          {t('venues.node.remove')}
        </Button>
      )}
    </>
  )
}
