import type { LostEdit, VenueEdits } from '@akari/protocol'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { without } from '../model/changes.ts'
import type { Workshop } from '../venue-workshop.tsx'
import classes from './check.module.css'

/** What staff changed on an earlier plan and the newer one no longer has: kept until somebody puts it away. */
export function LostEdits({
  lost,
  change,
  readOnly,
}: Pick<Workshop, 'change' | 'readOnly'> & { lost: readonly LostEdit[] }): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  if (lost.length === 0) return null
  return (
    <section className={classes.card} aria-label={t('venues.lost.title')}>
      <h2>{t('venues.lost.title')}</h2>
      <p className={classes.hint}>{t('venues.lost.hint')}</p>
      <ul className={classes.rooms}>
        {lost.map((edit) => (
          <li key={`${edit.of} ${edit.id}`}>
            <span className={classes.level}>{t(`venues.lost.of.${edit.of}`)}</span>
            <b>{edit.name === null ? edit.id : textIn(edit.name)}</b>
            {!readOnly && (
              <Button variant="default" size="compact-sm" onClick={() => change((edits) => withoutLost(edits, edit))}>
                {t('venues.lost.putAway')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function withoutLost(edits: VenueEdits, { of, id }: LostEdit): VenueEdits {
  switch (of) {
    case 'level':
      return { ...edits, levels: edits.levels.filter(({ levelId }) => levelId !== id) }
    case 'kiosk':
      return { ...edits, kiosks: without(edits.kiosks, id) }
    case 'removed-kiosk':
      return { ...edits, removedKioskIds: edits.removedKioskIds.filter((each) => each !== id) }
    case 'occupant':
      return { ...edits, occupants: without(edits.occupants, id) }
    case 'removed-occupant':
      return { ...edits, removedOccupantIds: edits.removedOccupantIds.filter((each) => each !== id) }
    case 'unit':
      return { ...edits, units: without(edits.units, id) }
    case 'opening':
      return { ...edits, openings: without(edits.openings ?? [], id) }
    case 'node':
      return { ...edits, nodes: without(edits.nodes, id) }
    case 'link':
      return { ...edits, links: without(edits.links, id) }
    case 'accepted':
      return { ...edits, accepted: edits.accepted.filter(({ unitId }) => unitId !== id) }
    case 'errand':
      return { ...edits, errands: without(edits.errands, id) }
    case 'faq':
      return { ...edits, faqs: edits.faqs.map((faq) => (faq.id === id ? { ...faq, placeId: null } : faq)) }
  }
}
