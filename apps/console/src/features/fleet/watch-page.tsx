import { WatchSettings, type WatchView } from '@akari/protocol'
import { Alert, Anchor, Button, Group, NumberInput, Select, Stack, Switch, TagsInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconInfoCircle, IconMailForward } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSaveWatch, useTestMail, useWatch } from '../../api/fleet.ts'
import { useMay } from '../../api/session.ts'
import { ClockField } from '../../parts/clock-field.tsx'
import { useDisplayName } from '../../parts/display-name.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import { DeviceNav } from '../../parts/device-nav.tsx'
import classes from './display.module.css'

const NIGHT = { from: '22:00', to: '07:00' }
const EVERY = ['5', '15', '30', '60', '180'] as const
const REMIND_EVERY = ['30', '60', '120', '240'] as const

/** Who is told when a display is missing, and when. */
export function WatchPage(): ReactElement {
  const { t } = useTranslation()
  const watch = useWatch()
  return (
    <Page title={t('fleet.watch.title')} lead={t('fleet.watch.lead')}>
      <DeviceNav />
      <Loaded query={watch}>
        {(view) => (
          <div className={classes.columns}>
            <SettingsForm key={JSON.stringify(view.settings)} view={view} />
            <Alarms view={view} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function SettingsForm({ view }: { view: WatchView }): ReactElement {
  const { t } = useTranslation()
  const administers = useMay('administration')
  const save = useSaveWatch()
  const [draft, setDraft] = useState(view.settings)
  const change = (part: Partial<WatchSettings>): void => setDraft({ ...draft, ...part })
  const whole = WatchSettings.safeParse(draft)
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault()
        if (!whole.success) return
        save.mutate(whole.data, {
          onSuccess: () => notifications.show({ color: 'zelkova', message: t('fleet.watch.saved') }),
        })
      }}
    >
      <fieldset disabled={!administers} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack gap="lg">
          {!administers && <p className={classes.quiet}>{t('fleet.watch.onlyAdmin')}</p>}
          <Trouble error={save.error} />
          <NumberInput
            label={t('fleet.watch.after')}
            description={t('fleet.watch.afterHint')}
            suffix={t('fleet.watch.minutes')}
            min={1}
            max={1440}
            value={draft.offlineAfterMinutes}
            onChange={(value) => change({ offlineAfterMinutes: Number(value) })}
            data-testid="watch-after"
          />
          <div>
            <Switch
              label={t('fleet.watch.quiet')}
              description={t('fleet.watch.quietHint')}
              checked={draft.quiet !== null}
              onChange={(event) => change({ quiet: event.currentTarget.checked ? NIGHT : null })}
            />
            {draft.quiet !== null && <QuietHours quiet={draft.quiet} onChange={(quiet) => change({ quiet })} />}
          </div>
          <Addresses
            label={t('fleet.watch.mailTo')}
            description={t('fleet.watch.mailToHint')}
            value={draft.mailTo}
            onChange={(mailTo) => change({ mailTo })}
            testId="watch-mail"
          />
          <Select
            label={t('fleet.watch.remind')}
            description={t('fleet.watch.remindHint')}
            placeholder={t('fleet.watch.once')}
            data={REMIND_EVERY.map((value) => ({ value, label: t('fleet.watch.every', { minutes: value }) }))}
            value={draft.remindEveryMinutes === null ? null : String(draft.remindEveryMinutes)}
            onChange={(value) => change({ remindEveryMinutes: value === null ? null : Number(value) })}
            clearable
            data-testid="watch-remind"
          />
          {draft.remindEveryMinutes !== null && (
            <Addresses
              label={t('fleet.watch.alsoTo')}
              description={t('fleet.watch.alsoToHint')}
              value={draft.alsoTo}
              onChange={(alsoTo) => change({ alsoTo })}
              testId="watch-also"
            />
          )}
          <Select
            label={t('fleet.watch.pictures')}
            description={t('fleet.watch.picturesHint')}
            placeholder={t('fleet.watch.onRequest')}
            data={EVERY.map((value) => ({ value, label: t('fleet.watch.every', { minutes: value }) }))}
            value={draft.screenshotEveryMinutes === null ? null : String(draft.screenshotEveryMinutes)}
            onChange={(value) => change({ screenshotEveryMinutes: value === null ? null : Number(value) })}
            clearable
          />
          {administers && (
            <Group>
              <Button type="submit" disabled={!whole.success} loading={save.isPending} data-testid="watch-save">
                {t('common.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  )
}

type AddressesProps = {
  label: string
  description: string
  value: string[]
  onChange: (value: string[]) => void
  testId: string
}

/** Addresses of mail; says which of them is none. */
function Addresses({ label, description, value, onChange, testId }: AddressesProps): ReactElement {
  const { t } = useTranslation()
  const bad = value.find((address) => !WatchSettings.shape.mailTo.safeParse([address]).success)
  return (
    <TagsInput
      label={label}
      description={description}
      error={bad === undefined ? null : t('fleet.watch.badAddress', { address: bad })}
      value={value}
      onChange={onChange}
      maxTags={20}
      splitChars={[',', ' ', '、']}
      data-testid={testId}
    />
  )
}

function QuietHours({
  quiet,
  onChange,
}: {
  quiet: NonNullable<WatchSettings['quiet']>
  onChange: (quiet: NonNullable<WatchSettings['quiet']>) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Group mt="sm" gap="md">
      <ClockField
        label={t('fleet.watch.from')}
        value={quiet.from}
        onChange={(from) => onChange({ ...quiet, from })}
        testId="quiet-from"
      />
      <ClockField
        label={t('fleet.watch.to')}
        value={quiet.to}
        onChange={(to) => onChange({ ...quiet, to })}
        testId="quiet-to"
      />
    </Group>
  )
}

function Alarms({ view }: { view: WatchView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const nameOf = useDisplayName()
  return (
    <div className={classes.side}>
      <section className={classes.card} aria-labelledby="missing">
        <h2 id="missing">{t('fleet.watch.missing')}</h2>
        {view.alarms.length === 0 ? (
          <p className={classes.quiet}>{t('fleet.watch.noneMissing')}</p>
        ) : (
          <ol className={classes.history}>
            {view.alarms.map(({ displayId, since, raisedAt }) => (
              <li key={displayId} data-state="failed">
                <span className="numbers">{when.dayAndTime(since)}</span>
                <Anchor component={Link} to={`/displays/${encodeURIComponent(displayId)}`} size="sm" fw={700}>
                  {nameOf(displayId)}
                </Anchor>
                <span className={classes.outcome}>{t('fleet.watch.told', { at: when.time(raisedAt) })}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <MailCard view={view} />
      <Alert icon={<IconInfoCircle />} color="kingfisher" variant="light">
        {t('fleet.watch.deadServer')}
      </Alert>
    </div>
  )
}

function MailCard({ view }: { view: WatchView }): ReactElement {
  const { t } = useTranslation()
  const administers = useMay('administration')
  const test = useTestMail()
  const fault = test.data?.fault ?? null
  return (
    <section className={classes.card} aria-labelledby="mail">
      <h2 id="mail">{t('fleet.mail.title')}</h2>
      <Stack gap="sm">
        <p>{view.mail === null ? t('fleet.mail.off') : t('fleet.mail.by', view.mail)}</p>
        {view.waiting > 0 && (
          <Alert color="amber" variant="light">
            {t('fleet.mail.waiting', { count: view.waiting, fault: view.lastFault ?? '' })}
          </Alert>
        )}
        <Trouble error={test.error} />
        {test.data !== undefined && (
          <p role="status">{fault === null ? t('fleet.mail.taken') : t('fleet.mail.refused', { fault })}</p>
        )}
        {administers && view.mail !== null && (
          <Group>
            <Button
              variant="light"
              leftSection={<IconMailForward size={18} />}
              onClick={() => test.mutate()}
              loading={test.isPending}
              data-testid="watch-test-mail"
            >
              {t('fleet.mail.test')}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  )
}
