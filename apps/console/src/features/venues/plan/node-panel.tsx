import type { NetworkNode } from '@akari/protocol'
import { MultiSelect, Switch } from '@mantine/core'
import { IconPoint } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { changes } from '../model/changes.ts'
import { placeOptions } from '../model/place-options.ts'
import { LevelSelect } from './level-select.tsx'
import { HeldPanel } from './held-panel.tsx'
import type { PanelProps } from './plan-panel.tsx'

/** A point where drawn ways meet: whether one is out of doors there, and which rooms it is the door of. */
export function NodePanel({ node, model, readOnly, onChange }: PanelProps & { node: NetworkNode }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const change = (part: Partial<NetworkNode>): void => onChange((edits) => changes.node(edits, { ...node, ...part }))
  return (
    <HeldPanel icon={IconPoint} title={t('venues.node.label')} hint={t('venues.node.hint')} readOnly={readOnly}>
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
    </HeldPanel>
  )
}
