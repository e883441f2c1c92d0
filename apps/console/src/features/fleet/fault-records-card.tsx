import type { FaultRecord } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFaultRecords } from '../../api/fleet.ts'
import { faultFamily } from '../../parts/fault-family.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './display.module.css'

/** What went wrong at a display, the newest first, also while nobody could hear it. */
export function FaultRecordsCard({ displayId }: { displayId: string }): ReactElement {
  const { t } = useTranslation()
  const records = useFaultRecords(displayId)
  return (
    <section className={classes.card} aria-labelledby="faults">
      <header>
        <h2 id="faults">{t('faultRecords.title')}</h2>
        <span className={classes.quiet}>{t('faultRecords.lead')}</span>
      </header>
      <Loaded query={records}>
        {(all) =>
          all.length === 0 ? (
            <p className={classes.quiet}>{t('faultRecords.none')}</p>
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard
            <ol className={`${classes.log} ${classes.faults}`} tabIndex={0} aria-labelledby="faults">
              {all.map((record) => (
                <Recorded key={record.id} record={record} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  )
}

function Recorded({ record }: { record: FaultRecord }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { code, detail, firstAt, lastAt, times, over } = record
  const ended = times === 1 ? t('faultRecords.once') : t('faultRecords.until', { at: when.dayAndTime(lastAt), times })
  return (
    <li data-level={over ? 'info' : 'warn'}>
      <span className="numbers">{when.dayAndTime(firstAt)}</span>
      <span className="numbers">{over ? ended : t('faultRecords.begun')}</span>
      <b>{t(`faultWords.${faultFamily(code)}`)}</b>
      <span>
        {code} {detail}
      </span>
    </li>
  )
}
