import type { SittingStep, SittingView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumberIn, useTextIn } from '../../parts/texts-in.ts'
import page from './clerk.module.css'
import type { Live } from './seen-standing.ts'
import classes from './tap-lists.module.css'

/** `seen`: how it stood for whoever taps; that is what a tap turns over. */
type Props = { sitting: SittingView; seen: () => Live; locked: boolean; onStep: (step: SittingStep) => void }

/** The agenda: what is tapped is under discussion; tapped again, nothing is. */
export function TapAgenda({ sitting, seen, locked, onStep }: Props): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const numberIn = useNumberIn()
  const { itemId } = sitting.live.standing
  return (
    <section aria-labelledby="clerk-agenda">
      <h2 id="clerk-agenda">{t('sittings.field.agenda')}</h2>
      {sitting.agenda.length === 0 && <p className={page.quiet}>{t('sittings.noAgenda')}</p>}
      <ol className={classes.agenda}>
        {sitting.agenda.map(({ id, number, title }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === itemId}
              disabled={locked}
              onClick={() => onStep({ kind: 'item', itemId: id === seen().standing.itemId ? null : id })}
              data-testid={`clerk-item-${id}`}
            >
              {number !== undefined && <small>{numberIn(number)}</small>}
              <span>{textIn(title)}</span>
              {id === itemId && <em>{t('sittings.shown')}</em>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Who may speak: who is tapped has the floor; tapped again, nobody has. */
export function TapSpeakers({ sitting, seen, locked, onStep }: Props): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { speakerId } = sitting.live.standing
  return (
    <section aria-labelledby="clerk-speakers">
      <h2 id="clerk-speakers">{t('sittings.field.speakers')}</h2>
      {sitting.speakers.length === 0 && <p className={page.quiet}>{t('sittings.noSpeakers')}</p>}
      <ul className={classes.speakers}>
        {sitting.speakers.map(({ id, name, party }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === speakerId}
              disabled={locked}
              onClick={() => onStep({ kind: 'speaker', speakerId: id === seen().standing.speakerId ? null : id })}
              data-testid={`clerk-speaker-${id}`}
            >
              <span>{textIn(name)}</span>
              {party !== undefined && <small>{textIn(party)}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
