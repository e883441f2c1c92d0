import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconLock } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCloseWay } from '../../../api/venues.ts'
import { useTextIn } from '../../../parts/texts-in.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { useWhen } from '../../../parts/when.ts'
import type { VenueKit } from '../model/kit.ts'
import { type ClosureDraft, closureInput, missingOf } from './closure-draft.ts'
import { FormStep } from './form-step.tsx'
import { WhenStep } from './when-step.tsx'
import { WhereStep } from './where-step.tsx'
import { WhyStep } from './why-step.tsx'
import classes from './closures.module.css'

/** Lower than this there is no room for all three questions above the button. */
const LOW = '(max-height: 56rem)'
type Step = 'where' | 'why' | 'when'

/** What, why and until when, and the button that closes it. */
export function ClosureForm({
  venueId,
  kit,
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
  const when = useWhen()
  const save = useCloseWay(venueId)
  const isLow = useMediaQuery(LOW)
  const [opened, setOpened] = useState<Step | null>(null)
  /** Another closure begins with fresh fields. */
  const [turn, setTurn] = useState(0)
  const missing = missingOf(draft)
  const asked = opened ?? (missing === 'place' ? 'where' : missing === 'reason' ? 'why' : 'when')
  const step = (name: Step) => ({
    isOpen: !isLow || asked === name,
    onOpen: isLow ? () => setOpened(name) : null,
  })
  const count = draft.featureIds.length + draft.zones.length
  const begins = draft.from === null ? t('venues.closures.now') : when.dayAndTime(draft.from)
  return (
    <form
      className={classes.form}
      aria-label={t('venues.closures.form')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(closureInput(draft), {
          onSuccess: () => {
            notifications.show({ color: 'vermilion', message: t('venues.closures.done') })
            setOpened(null)
            setTurn(turn + 1)
            onClosed()
          },
        })
      }}
    >
      <Trouble error={save.error} />
      <FormStep
        number={1}
        title={t('venues.closures.where')}
        answer={count === 0 ? null : t('venues.closures.chosen', { count })}
        {...step('where')}
      >
        <WhereStep kit={kit} draft={draft} onChange={onChange} onShow={onShow} />
      </FormStep>
      <FormStep
        number={2}
        title={t('venues.closures.why')}
        answer={draft.reason.ja === '' ? null : textIn(draft.reason)}
        {...step('why')}
      >
        <WhyStep
          draft={draft}
          onChange={(next) => {
            setOpened('why')
            onChange(next)
          }}
        />
      </FormStep>
      <FormStep number={3} title={t('venues.closures.when')} answer={begins} {...step('when')}>
        <WhenStep
          key={turn}
          draft={draft}
          onChange={(next) => {
            setOpened('when')
            onChange(next)
          }}
        />
      </FormStep>
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
