import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './form-rows.module.css'

/** Rows of a form that can be added and taken away. */
export function FormRows({
  legend,
  rows,
  canAdd,
  onAdd,
  onRemove,
}: {
  legend: string
  rows: readonly ReactNode[]
  canAdd: boolean
  onAdd: () => void
  onRemove: (index: number) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.rows}>
      <legend>{legend}</legend>
      {rows.map((row, index) => (
        <div key={index} className={classes.row}>
          <div className={classes.rowFields}>{row}</div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('posters.removeRow', { n: index + 1 })}
            onClick={() => onRemove(index)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </div>
      ))}
      <Button variant="subtle" size="xs" leftSection={<IconPlus size={16} />} disabled={!canAdd} onClick={onAdd}>
        {t('posters.addRow')}
      </Button>
    </fieldset>
  )
}
