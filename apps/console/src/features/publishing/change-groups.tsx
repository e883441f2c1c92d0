import type { ChangeGroup } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeList } from './change-list.tsx'
import classes from './publishing.module.css'

const FIRST_NAMES = 8

/** What changes, by display; displays that change alike stand together. */
export function ChangeGroups({ groups }: { groups: readonly ChangeGroup[] }): ReactElement {
  return (
    <div className={classes.groups}>
      {groups.map((group) => (
        <Group key={group.displays.map(({ displayId }) => displayId).join(' ')} group={group} />
      ))}
    </div>
  )
}

function Group({ group }: { group: ChangeGroup }): ReactElement {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? group.displays : group.displays.slice(0, FIRST_NAMES)
  const hidden = group.displays.length - shown.length
  return (
    <section className={classes.group} data-testid="change-group">
      <header>
        <h2>
          <IconDeviceTv size={20} stroke={1.7} aria-hidden />
          {t('publishing.displays', { count: group.displays.length })}
        </h2>
        <ul className={classes.names}>
          {shown.map(({ displayId, name }) => (
            <li key={displayId}>{name}</li>
          ))}
        </ul>
        {hidden > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('publishing.moreDisplays', { count: hidden })}
          </Button>
        )}
      </header>
      <ChangeList changes={group.changes} />
    </section>
  )
}
