import type { DisplayView } from '@akari/protocol'
import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvidence } from '../../api/fleet.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './display.module.css'
import { type LogLine, readLine } from './log-lines.ts'

const SHOWN = 200

/** The newest lines of the player's log, the newest first; all of them as a file. */
export function LogCard({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const [only, setOnly] = useState<'all' | 'trouble'>('all')
  const log = useEvidence(display.id).data?.log ?? null
  const lines = useMemo(() => (log?.lines ?? []).map(readLine).toReversed(), [log])
  const shown = lines.filter(({ level }) => only === 'all' || level !== 'info').slice(0, SHOWN)
  return (
    <section className={classes.card} aria-labelledby="log">
      <header>
        <h2 id="log">{t('fleet.log.title')}</h2>
        {log !== null && (
          <>
            <span className={classes.quiet}>
              {t('fleet.log.at', { at: when.dayAndTime(log.takenAt), count: log.lines.length })}
            </span>
            <SegmentedControl
              size="xs"
              value={only}
              onChange={(next) => setOnly(next === 'trouble' ? 'trouble' : 'all')}
              data={[
                { value: 'all', label: t('fleet.log.all') },
                { value: 'trouble', label: t('fleet.log.trouble') },
              ]}
            />
            <Button
              component="a"
              href={`data:application/x-ndjson;charset=utf-8,${encodeURIComponent(log.lines.join('\n'))}`}
              download={`${display.profile.name}.ndjson`}
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              {t('fleet.log.save')}
            </Button>
          </>
        )}
      </header>
      {log === null ? (
        <p className={classes.quiet}>{t('fleet.log.none')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard
        <ol className={classes.log} tabIndex={0} aria-labelledby="log">
          {shown.map((line) => (
            <Written key={line.key} line={line} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Written({ line }: { line: LogLine }): ReactElement {
  const when = useWhen()
  return (
    <li data-level={line.level}>
      <span className="numbers">{line.at === null ? '' : when.exact(line.at)}</span>
      <b>{line.message}</b>
      <span>{line.rest}</span>
    </li>
  )
}
