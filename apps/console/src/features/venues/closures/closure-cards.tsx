import type { VenueModel, WayClosureView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconLockOpen } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenAgain } from '../../../api/venues.ts'
import { useActorWords } from '../../../parts/actor-words.ts'
import { useTextIn } from '../../../parts/texts-in.ts'
import { useWhen } from '../../../parts/when.ts'
import { useClosedNames } from './closed-names.ts'
import classes from './closures.module.css'

/** What is closed now and what will be, each with the button that opens it again. */
export function ClosureCards({
  venueId,
  closures,
  model,
  mayChange,
}: {
  venueId: string
  closures: readonly WayClosureView[]
  model: VenueModel
  mayChange: boolean
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const who = useActorWords()
  const names = useClosedNames(model)
  const open = useOpenAgain(venueId)
  const standing = closures.filter(({ state }) => state !== 'over')
  if (standing.length === 0) {
    return (
      <p className={classes.free} role="status">
        <IconCircleCheck size={22} aria-hidden /> {t('venues.closures.none')}
      </p>
    )
  }
  return (
    <ul className={classes.cards} aria-label={t('venues.closures.standing')}>
      {standing.map((closure) => {
        const place = names(closure)
        const act = t(closure.state === 'planned' ? 'venues.closures.cancel' : 'venues.closures.open')
        return (
          <li key={closure.id} data-state={closure.state} data-testid="closure">
            <div>
              <span className={classes.state}>{t(`venues.closures.state.${closure.state}`)}</span>
              <b>{place}</b>
              <p>{textIn(closure.reason)}</p>
              <small>
                {closure.from !== null && closure.state === 'planned'
                  ? t('venues.closures.from', { at: when.dayAndTime(closure.from) })
                  : t('venues.closures.since', { at: when.dayAndTime(closure.from ?? closure.madeAt) })}
                {' · '}
                {closure.until === null
                  ? t('venues.closures.untilOpened')
                  : t('venues.closures.until', { at: when.dayAndTime(closure.until) })}
                {' · '}
                {who(closure.madeBy)}
              </small>
            </div>
            {mayChange && (
              <Button
                size="md"
                color="zelkova"
                leftSection={<IconLockOpen size={20} />}
                loading={open.isPending && open.variables === closure.id}
                onClick={() => open.mutate(closure.id)}
                aria-label={t('venues.closures.openNamed', { act, name: place })}
                data-testid="closure-open"
              >
                {act}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
