import type { DisplayView } from '@akari/protocol'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconTool } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMaintenance } from '../../api/fleet.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './display.module.css'

/** Somebody works on the display: says so, and keeps alarms quiet. */
export function MaintenanceCard({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const change = useMaintenance(display.id)
  const [draft, setDraft] = useState<{ until: string | null; note: string }>({ until: null, note: '' })
  const { maintenance } = display
  return (
    <section className={classes.card} aria-labelledby="maintenance" data-on={maintenance !== undefined}>
      <h2 id="maintenance">{t('fleet.maintenance.title')}</h2>
      {maintenance === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate(draft)
          }}
        >
          <Stack gap="sm">
            <p className={classes.quiet}>{t('fleet.maintenance.lead')}</p>
            <TextInput
              label={t('fleet.maintenance.note')}
              placeholder={t('fleet.maintenance.noteExample')}
              value={draft.note}
              maxLength={200}
              onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
              data-testid="maintenance-note"
            />
            <MomentField
              label={t('fleet.maintenance.until')}
              placeholder={t('fleet.maintenance.open')}
              value={draft.until}
              onChange={(until) => setDraft({ ...draft, until })}
            />
            <Group>
              <Button
                type="submit"
                variant="light"
                leftSection={<IconTool size={18} />}
                loading={change.isPending}
                data-testid="maintenance-begin"
              >
                {t('fleet.maintenance.begin')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="sm">
          <p>
            {maintenance.until === null
              ? t('fleet.maintenance.since', { at: when.dayAndTime(maintenance.since), who: who(maintenance.by) })
              : t('fleet.maintenance.sinceUntil', {
                  at: when.dayAndTime(maintenance.since),
                  until: when.dayAndTime(maintenance.until),
                  who: who(maintenance.by),
                })}
          </p>
          {maintenance.note !== '' && <p className={classes.note}>{maintenance.note}</p>}
          <Group>
            <Button onClick={() => change.mutate(null)} loading={change.isPending} data-testid="maintenance-end">
              {t('fleet.maintenance.end')}
            </Button>
          </Group>
        </Stack>
      )}
    </section>
  )
}
