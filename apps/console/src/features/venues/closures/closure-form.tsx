import { Button, Chip, Group, SegmentedControl, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLock, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCloseWay } from '../../../api/venues.ts'
import { MomentField } from '../../../parts/moment-field.tsx'
import { TextsField } from '../../../parts/texts-field.tsx'
import { useTextIn } from '../../../parts/texts-in.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import type { VenueKit } from '../model/kit.ts'
import { useLevelName } from '../model/use-level-name.ts'
import { CLOSABLE, closables } from './closable.ts'
import { useClosedNames } from './closed-names.ts'
import { type ClosureDraft, closureInput, missingOf, REASONS, toggled } from './closure-draft.ts'
import classes from './closures.module.css'

/** What, why and until when, and the button that closes it. */
export function ClosureForm({
  venueId,
  kit: { model, built },
  draft,
  onChange,
  onShow,
  onClosed,
}: {
  venueId: string
  kit: VenueKit
  draft: ClosureDraft
  onChange: (draft: ClosureDraft) => void
  onShow: (id: string) => void
  onClosed: () => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const save = useCloseWay(venueId)
  const names = useClosedNames(model)
  const [isPlanned, setIsPlanned] = useState(draft.from !== null)
  const [hasEnd, setHasEnd] = useState(draft.until !== null)
  const missing = missingOf(draft)
  const byKind = closables(model, built.graph)
  const floorOf = useLevelName(model)
  const chosen = [
    ...draft.featureIds.map((id) => ({
      key: id,
      name: names({ featureIds: [id], zones: [] }),
      without: (): ClosureDraft => toggled(draft, id),
    })),
    ...draft.zones.map((zone, index) => ({
      key: `zone ${index}`,
      name: names({ featureIds: [], zones: [zone] }),
      without: (): ClosureDraft => ({ ...draft, zones: draft.zones.filter((each) => each !== zone) }),
    })),
  ]
  return (
    <form
      className={classes.form}
      aria-label={t('venues.closures.form')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(closureInput(draft), {
          onSuccess: () => {
            notifications.show({ color: 'vermilion', message: t('venues.closures.done') })
            setIsPlanned(false)
            setHasEnd(false)
            onClosed()
          },
        })
      }}
    >
      <Trouble error={save.error} />
      <section aria-label={t('venues.closures.where')}>
        <h2>
          <span>1</span> {t('venues.closures.where')}
        </h2>
        {chosen.length === 0 ? (
          <p className={classes.hint}>{t('venues.closures.whereHint')}</p>
        ) : (
          <ul className={classes.chosen}>
            {chosen.map(({ key, name, without }) => (
              <li key={key}>
                {name}
                <button
                  type="button"
                  aria-label={t('venues.closures.without', { name })}
                  onClick={() => onChange(without())}
                >
                  <IconX size={16} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
        {CLOSABLE.filter((kind) => byKind[kind].length > 0).map((kind) => (
          <details key={kind} className={classes.quick} open={kind === 'exits' && chosen.length === 0}>
            <summary>{t(`venues.closures.kind.${kind}`)}</summary>
            <div>
              {byKind[kind].map(({ id, levelId, name, near }) => {
                const label = `${floorOf(levelId)} ${name === null ? t(`venues.closures.one.${kind}`) : textIn(name)}`
                return (
                  <button
                    key={id}
                    type="button"
                    aria-pressed={draft.featureIds.includes(id)}
                    onClick={() => {
                      onShow(id)
                      onChange(toggled(draft, id))
                    }}
                    data-testid={`close-${kind}`}
                  >
                    {label}
                    {near !== null && <small>{t('venues.closures.near', { name: textIn(near) })}</small>}
                  </button>
                )
              })}
            </div>
          </details>
        ))}
      </section>
      <section aria-label={t('venues.closures.why')}>
        <h2>
          <span>2</span> {t('venues.closures.why')}
        </h2>
        <Chip.Group
          value={Object.keys(REASONS).find((name) => REASONS[name]?.ja === draft.reason.ja) ?? ''}
          onChange={(name) => {
            const reason = typeof name === 'string' ? REASONS[name] : undefined
            if (reason !== undefined) onChange({ ...draft, reason })
          }}
        >
          <Group gap={6} mb="xs">
            {Object.entries(REASONS).map(([name, texts]) => (
              <Chip key={name} value={name} data-testid={`reason-${name}`}>
                {textIn(texts)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <TextsField
          label={t('venues.closures.ownWords')}
          value={draft.reason}
          onChange={(reason) => onChange({ ...draft, reason })}
          testId="closure-reason"
        />
      </section>
      <section aria-label={t('venues.closures.when')}>
        <h2>
          <span>3</span> {t('venues.closures.when')}
        </h2>
        <Stack gap="xs">
          <SegmentedControl
            fullWidth
            value={isPlanned ? 'planned' : 'now'}
            onChange={(value) => {
              setIsPlanned(value === 'planned')
              if (value === 'now') onChange({ ...draft, from: null })
            }}
            data={[
              { value: 'now', label: t('venues.closures.now') },
              { value: 'planned', label: t('venues.closures.planned') },
            ]}
            aria-label={t('venues.closures.begins')}
          />
          {isPlanned && (
            <MomentField
              label={t('venues.closures.begins')}
              placeholder={t('venues.closures.now')}
              value={draft.from}
              onChange={(from) => onChange({ ...draft, from })}
            />
          )}
          <SegmentedControl
            fullWidth
            value={hasEnd ? 'time' : 'opened'}
            onChange={(value) => {
              setHasEnd(value === 'time')
              if (value === 'opened') onChange({ ...draft, until: null })
            }}
            data={[
              { value: 'opened', label: t('venues.closures.untilOpened') },
              { value: 'time', label: t('venues.closures.untilTime') },
            ]}
            aria-label={t('venues.closures.ends')}
          />
          {hasEnd && (
            <MomentField
              label={t('venues.closures.ends')}
              placeholder={t('venues.closures.untilOpened')}
              value={draft.until}
              onChange={(until) => onChange({ ...draft, until })}
            />
          )}
        </Stack>
      </section>
      <div className={classes.submit}>
        {missing !== null && <p>{t(`venues.closures.missing.${missing}`)}</p>}
        <Button
          type="submit"
          size="lg"
          fullWidth
          color="vermilion"
          leftSection={<IconLock size={22} />}
          disabled={missing !== null}
          loading={save.isPending}
          data-testid="closure-close"
        >
          {t(draft.from === null ? 'venues.closures.closeNow' : 'venues.closures.schedule')}
        </Button>
      </div>
    </form>
  )
}
