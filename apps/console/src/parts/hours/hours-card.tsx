import type { OperatingHours } from '@akari/protocol'
import { ActionIcon, Group } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RowActions } from '../row-actions.tsx'
import classes from './hours.module.css'
import { WeekPicture } from './week-picture.tsx'

/** Some hours in a list of them: whose they are, the picture of their week, and what can be done with them. */
export function HoursCard({
  id,
  kind,
  name,
  lines,
  times,
  mayChange,
  moving,
  deleteText,
  onUp,
  onEdit,
  onDelete,
  children,
}: {
  id: string
  /** Begins the names by which tests find it. */
  kind: string
  name: string
  /** What is said of it below its name. */
  lines: readonly string[]
  times: OperatingHours
  mayChange: boolean
  moving: boolean
  deleteText: string
  /** Null: it is the first, or has no order. */
  onUp: (() => void) | null
  onEdit: () => void
  onDelete: () => void
  /** Between its head and the picture. */
  children?: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={classes.card} aria-label={name} data-testid={`${kind}-${id}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <h2 className={classes.name}>{name}</h2>
          {lines.map((line) => (
            <div key={line} className={classes.quiet}>
              {line}
            </div>
          ))}
        </div>
        {mayChange && (
          <Group gap={4} wrap="nowrap">
            {onUp !== null && (
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('timing.hours.first', { name })}
                title={t('timing.hours.first', { name })}
                loading={moving}
                onClick={onUp}
              >
                <IconArrowUp size={19} />
              </ActionIcon>
            )}
            <RowActions
              name={name}
              editId={`${kind}-edit-${id}`}
              onEdit={onEdit}
              deleteText={deleteText}
              onDelete={onDelete}
            />
          </Group>
        )}
      </Group>
      {children}
      <WeekPicture hours={times} />
    </section>
  )
}
