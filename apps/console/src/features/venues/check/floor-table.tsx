import type { ModelLevel, VenueModel } from '@akari/protocol'
import { ActionIcon, Button, NumberInput, Table, TextInput, Tooltip } from '@mantine/core'
import { IconCheck, IconMapPin } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn, withText } from '../../../parts/texts-in.ts'
import { changes } from '../model/changes.ts'
import { floorsFromTop } from '../model/floors.ts'
import type { Workshop } from '../venue-workshop.tsx'
import classes from './check.module.css'

/** Which level is which floor: data count from 0 or from 1, and nobody but staff knows. */
export function FloorTable({
  model,
  doubtful,
  change,
  readOnly,
  onShow,
}: Pick<Workshop, 'change' | 'readOnly'> & {
  model: VenueModel
  /** Levels that somebody has to confirm. */
  doubtful: readonly string[]
  onShow: (levelId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const say = (
    { id, ordinal, shortName }: Pick<ModelLevel, 'id' | 'ordinal' | 'shortName'>,
    about: string | null = null,
  ): void => change((edits) => changes.level(edits, { levelId: id, ordinal, shortName }), about)
  return (
    <section className={classes.card} aria-label={t('venues.floorTable.title')}>
      <h2>{t('venues.floorTable.title')}</h2>
      <p className={classes.hint}>{t(doubtful.length > 0 ? 'venues.floorTable.doubt' : 'venues.floorTable.hint')}</p>
      <Table verticalSpacing={6} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('venues.floorTable.name')}</Table.Th>
            <Table.Th>{t('venues.floorTable.ordinal')}</Table.Th>
            <Table.Th aria-label={t('common.actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {floorsFromTop(model.levels)
            .flatMap(({ levels }) => levels)
            .map((level) => {
              const name = textIn(level.shortName)
              const isDoubtful = doubtful.includes(level.id)
              return (
                <Table.Tr key={level.id} data-doubt={isDoubtful || undefined} className={classes.floor ?? ''}>
                  <Table.Td>
                    <TextInput
                      size="xs"
                      aria-label={t('venues.floorTable.nameOf', { name })}
                      value={level.shortName.ja}
                      maxLength={20}
                      readOnly={readOnly}
                      onChange={(event) => {
                        const ja = event.currentTarget.value
                        if (ja !== '')
                          say({ ...level, shortName: withText(level.shortName, 'ja', ja) }, `name ${level.id}`)
                      }}
                    />
                  </Table.Td>
                  <Table.Td>
                    <NumberInput
                      size="xs"
                      w={76}
                      aria-label={t('venues.floorTable.ordinalOf', { name })}
                      value={level.ordinal}
                      min={-50}
                      max={300}
                      step={1}
                      readOnly={readOnly}
                      onChange={(ordinal) => {
                        if (typeof ordinal === 'number') say({ ...level, ordinal }, `ordinal ${level.id}`)
                      }}
                    />
                  </Table.Td>
                  <Table.Td>
                    <div className={classes.floorActs}>
                      {isDoubtful && !readOnly && (
                        <Button
                          size="compact-xs"
                          color="amber"
                          leftSection={<IconCheck size={14} />}
                          onClick={() => say(level)}
                          aria-label={t('venues.floorTable.confirmNamed', { name })}
                        >
                          {t('venues.floorTable.confirm')}
                        </Button>
                      )}
                      <Tooltip label={t('venues.show')}>
                        <ActionIcon
                          variant="subtle"
                          aria-label={t('venues.showNamed', { name })}
                          onClick={() => onShow(level.id)}
                        >
                          <IconMapPin size={17} />
                        </ActionIcon>
                      </Tooltip>
                    </div>
                  </Table.Td>
                </Table.Tr>
              )
            })}
        </Table.Tbody>
      </Table>
    </section>
  )
}
