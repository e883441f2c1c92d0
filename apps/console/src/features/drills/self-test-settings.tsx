import type { SelfTestSettings } from '@akari/protocol'
import { Button, Group, Switch } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveSelfTestSettings } from '../../api/self-test.ts'
import { ClockField } from '../../parts/clock-field.tsx'
import classes from './drills.module.css'

/** When the self-test runs by itself. */
export function SelfTestSettingsForm({ settings }: { settings: SelfTestSettings }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveSelfTestSettings()
  const [draft, setDraft] = useState(settings)
  const changed = draft.nightlyAt !== settings.nightlyAt || draft.everyFiveMinutes !== settings.everyFiveMinutes
  return (
    <section className={classes.settings}>
      <h2>{t('selfTest.settings')}</h2>
      <Group align="flex-end" gap="lg">
        <ClockField
          label={t('selfTest.nightlyAt')}
          value={draft.nightlyAt}
          onChange={(nightlyAt) => setDraft({ ...draft, nightlyAt })}
          testId="self-test-at"
        />
        <Switch
          label={t('selfTest.everyFive')}
          description={t('selfTest.everyFiveHint')}
          checked={draft.everyFiveMinutes}
          onChange={(event) => setDraft({ ...draft, everyFiveMinutes: event.currentTarget.checked })}
        />
        <Button disabled={!changed} loading={save.isPending} onClick={() => save.mutate(draft)}>
          {t('common.save')}
        </Button>
      </Group>
    </section>
  )
}
