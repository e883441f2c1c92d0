import { LinkKind, type NetworkLink, Passage } from '@akari/protocol'
import { Button, Group, Select, Switch } from '@mantine/core'
import { IconArrowsExchange, IconRoute } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { changes } from '../model/changes.ts'
import { isStepFree, turned } from '../model/ways.ts'
import { AsImported } from './as-imported.tsx'
import { HoursField } from './hours-field.tsx'
import { HeldPanel } from './held-panel.tsx'
import type { PanelProps } from './plan-panel.tsx'

/** One way, drawn or of the plan: what it is, who may pass it and whither. */
export function LinkPanel({
  link,
  imported,
  edits,
  readOnly,
  onChange,
}: PanelProps & { link: NetworkLink }): ReactElement {
  const { t } = useTranslation()
  const isImported = imported.network?.links.some(({ id }) => id === link.id) === true
  const change = (part: Partial<NetworkLink>, about?: string): void =>
    onChange((before) => changes.link(before, { ...link, ...part }), about)
  return (
    <HeldPanel
      icon={IconRoute}
      title={t('venues.link.title')}
      hint={t(isImported ? 'venues.link.imported' : 'venues.link.drawn')}
      readOnly={readOnly}
    >
      <Select
        label={t('venues.link.kindLabel')}
        data={LinkKind.options.map((kind) => ({ value: kind, label: t(`venues.link.kind.${kind}`) }))}
        value={link.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = LinkKind.options.find((each) => each === value)
          if (kind !== undefined) change({ kind, stepFree: isStepFree(kind) })
        }}
        data-testid="link-kind"
      />
      <Select
        label={t('venues.link.passage')}
        data={Passage.options
          .filter((each) => isImported || each !== 'none')
          .map((passage) => ({ value: passage, label: t(`venues.passage.${passage}`) }))}
        value={link.passage}
        allowDeselect={false}
        onChange={(value) => {
          const passage = Passage.options.find((each) => each === value)
          if (passage !== undefined) change({ passage })
        }}
      />
      <Switch
        label={t('venues.link.stepFree')}
        checked={link.stepFree === true}
        onChange={(event) => change({ stepFree: event.currentTarget.checked })}
        data-testid="link-step-free"
      />
      <Switch
        label={t('venues.link.tactile')}
        checked={link.tactile}
        onChange={(event) => change({ tactile: event.currentTarget.checked })}
      />
      <Group justify="space-between" wrap="nowrap">
        <Switch
          label={t('venues.link.oneWay')}
          checked={link.oneWay}
          onChange={(event) => change({ oneWay: event.currentTarget.checked })}
          data-testid="link-one-way"
        />
        {link.oneWay && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowsExchange size={16} />}
            onClick={() => onChange((before) => changes.link(before, turned(link)))}
          >
            {t('venues.link.turn')}
          </Button>
        )}
      </Group>
      <HoursField value={link.hours} onChange={(hours) => change({ hours }, `link hours ${link.id}`)} />
      {isImported && edits.links.some(({ id }) => id === link.id) && (
        <AsImported onClick={() => onChange((before) => changes.linkAsImported(before, link.id))} />
      )}
    </HeldPanel>
  )
}
