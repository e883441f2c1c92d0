import type { DrillTarget } from '@akari/protocol'
import { MultiSelect, SegmentedControl } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../api/displays.ts'
import classes from './drills.module.css'

/** Every display, groups of them, or chosen ones. The hidden canary is never offered. */
export function TargetFields({
  target,
  onChange,
}: {
  target: DrillTarget
  onChange: (target: DrillTarget) => void
}): ReactElement {
  const { t } = useTranslation()
  const displays = (useShownDisplays().data ?? []).filter((each) => each.status !== 'unpaired')
  const groups = [...new Set(displays.flatMap((display) => display.groups))]
  const choose = (kind: string): void => {
    if (kind === 'groups') onChange({ kind, groups: [] })
    else if (kind === 'displays') onChange({ kind, displayIds: [] })
    else onChange({ kind: 'all' })
  }
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('drills.targetLabel')}</legend>
      <SegmentedControl
        fullWidth
        value={target.kind}
        onChange={choose}
        data={[
          { value: 'all', label: t('drills.target.allCount', { count: displays.length }) },
          { value: 'groups', label: t('drills.target.groups'), disabled: groups.length === 0 },
          { value: 'displays', label: t('drills.target.displays') },
        ]}
      />
      {target.kind === 'groups' && (
        <MultiSelect
          aria-label={t('drills.target.groups')}
          data={groups}
          value={target.groups}
          onChange={(next) => onChange({ kind: 'groups', groups: next })}
        />
      )}
      {target.kind === 'displays' && (
        <MultiSelect
          aria-label={t('drills.target.displays')}
          data={displays.map(({ id, profile }) => ({ value: id, label: profile.name }))}
          value={target.displayIds}
          onChange={(displayIds) => onChange({ kind: 'displays', displayIds })}
          searchable
        />
      )}
    </fieldset>
  )
}
