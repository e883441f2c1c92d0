import type { ListedStream, StreamHealth, StreamView } from '@akari/protocol'
import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconChartHistogram, IconPencil, IconTrash } from '@tabler/icons-react'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteStream } from '../../api/content.ts'
import { useStreamHealth, useStreamMinutes } from '../../api/stream-health.ts'
import { ask } from '../ask.tsx'
import { Loaded } from '../loaded.tsx'
import { useTextIn } from '../texts-in.ts'
import { useWhen } from '../when.ts'
import { measureOf, stateKey, STREAM_MEASURES, useMeasureWords } from './stream-words.ts'
import classes from './streams.module.css'

/** Drawn only when somebody wants to see it. */
const StreamCharts = lazy(async () => ({ default: (await import('./stream-charts.tsx')).StreamCharts }))

/** `onEdit` null: somebody who may only look. */
type Props = { streams: readonly ListedStream[]; onEdit: ((stream: StreamView) => void) | null }

/** The streams that there are, how each is now, and on demand how it was. */
export function StreamRows({ streams, onEdit }: Props): ReactElement {
  const { t } = useTranslation()
  const health = useStreamHealth().data ?? []
  const textIn = useTextIn()
  const byName = (a: ListedStream, b: ListedStream): number => textIn(a.title).localeCompare(textIn(b.title), 'ja')
  if (streams.length === 0) return <Text c="gray.6">{t('streams.empty')}</Text>
  return (
    <ul className={classes.streams}>
      {streams.toSorted(byName).map((stream) => (
        <Row
          key={stream.id}
          stream={stream}
          health={health.find(({ streamId }) => streamId === stream.id) ?? null}
          onEdit={onEdit}
        />
      ))}
    </ul>
  )
}

function Row({
  stream,
  health,
  onEdit,
}: {
  stream: ListedStream
  health: StreamHealth | null
  onEdit: Props['onEdit']
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const name = useTextIn()(stream.title)
  const [isOpen, setIsOpen] = useState(false)
  const state = health?.state ?? 'unknown'
  const since = health?.since ?? null
  return (
    <li className={classes.stream} data-state={state} data-testid={`stream-${stream.id}`}>
      <div className={classes.name}>
        {name}
        <span className={classes.mark}>{t(health === null ? 'streamHealth.state.unknown' : stateKey(health))}</span>
        {since !== null && (
          <span className={classes.since}>{t('streamHealth.since', { time: when.dayAndTime(since) })}</span>
        )}
      </div>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconChartHistogram size={16} />}
          aria-expanded={isOpen}
          aria-label={t('streamHealth.historyNamed', { name })}
          onClick={() => setIsOpen(!isOpen)}
          data-testid="stream-history"
        >
          {t('streamHealth.history')}
        </Button>
        {onEdit !== null && <Changes stream={stream} name={name} onEdit={() => onEdit(stream)} />}
      </Group>
      <p className={classes.address}>{stream.url}</p>
      <p className={classes.uses}>
        {stream.usedIn.length === 0
          ? t('streams.unused')
          : t('streams.usedIn', { names: stream.usedIn.join(t('common.listSeparator')) })}
      </p>
      {health !== null && <Trouble health={health} />}
      {health !== null && <Numbers health={health} />}
      {isOpen && <History stream={stream} />}
    </li>
  )
}

function Changes({ stream, name, onEdit }: { stream: ListedStream; name: string; onEdit: () => void }): ReactElement {
  const { t } = useTranslation()
  const remove = useDeleteStream()
  const { id, usedIn } = stream
  const names = usedIn.join(t('common.listSeparator'))
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={t('streams.editNamed', { name })} onClick={onEdit}>
        <IconPencil size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('streams.deleteNamed', { name })}
        onClick={() =>
          ask({
            title: t('streams.deleteTitle', { name }),
            text: usedIn.length === 0 ? t('streams.deleteText') : t('streams.deleteUsed', { names }),
            barred: usedIn.length > 0,
            yes: t('streams.delete'),
            no: t('common.stop'),
            onYes: () => remove.mutate(id),
          })
        }
      >
        <IconTrash size={18} />
      </ActionIcon>
    </>
  )
}

/** What is wrong and what to do; what the server said stands below it, for whoever looks after it. */
function Trouble({ health: { advice, detail } }: { health: StreamHealth }): ReactElement | null {
  const textIn = useTextIn()
  if (advice === null) return null
  return (
    <p className={classes.advice}>
      {textIn(advice)}
      {detail !== null && <small lang="en">{detail}</small>}
    </p>
  )
}

function Numbers({ health }: { health: StreamHealth }): ReactElement {
  const { t } = useTranslation()
  const words = useMeasureWords()
  return (
    <dl className={`${classes.numbers} numbers`}>
      {STREAM_MEASURES.map((measure) => (
        <div key={measure}>
          <dt>{t(`streamHealth.${measure}`)}</dt>
          <dd>{words(measure, measureOf(measure, health))}</dd>
        </div>
      ))}
    </dl>
  )
}

function History({ stream }: { stream: StreamView }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.history}>
      <Loaded query={useStreamMinutes(stream.id)}>
        {(minutes) =>
          minutes.length === 0 ? (
            <Text c="gray.6">{t('streamHealth.noHistory')}</Text>
          ) : (
            <Suspense>
              <StreamCharts minutes={minutes} />
            </Suspense>
          )
        }
      </Loaded>
    </div>
  )
}
