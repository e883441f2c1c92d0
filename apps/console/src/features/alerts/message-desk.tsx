import type { Channel, DeskDraft, DeskMessage } from '@akari/protocol'
import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserCheck } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '@akari/scenes'
import { useDesk } from '../../api/alerts.ts'
import { usePreview, usePropose } from '../../api/desk-messages.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { useNow } from '../../parts/use-now.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { alertsByPhase } from '../../parts/alerts-by-phase.ts'
import { BreakGlassButton } from './break-glass-button.tsx'
import { EffectWords } from './effect-words.tsx'
import { effectOf } from './effect.ts'
import { Findings } from './findings.tsx'
import { GlassPair } from './glass-pair.tsx'
import { useSame } from './use-same.ts'
import { startOf, targetOf, WhereAndWhenFields } from './where-and-when.tsx'
import classes from './desk.module.css'
import compose from './compose.module.css'

const TYPING_MS = 250
const CLOCK_MS = 2000

/** Where a message goes, what the glass will show of it, and the way to a second person or round them. */
export function MessageDesk({
  channel,
  draft,
  firstNumber,
  onSent,
}: {
  channel: Channel
  draft: DeskDraft | null
  firstNumber: number
  onSent: () => void
}): ReactElement {
  const [where, setWhere] = useState(() => startOf(channel))
  const [corrects, setCorrects] = useState<string | null>(null)
  const displays = useShownDisplays().data ?? []
  const target = targetOf(where)
  const { minutes } = where
  const message = useSame<DeskMessage | null>(
    draft === null || target === null ? null : { channel, draft, target, minutes, corrects },
  )
  return (
    <div className={compose.message}>
      <WhereAndWhenFields
        channel={channel}
        displays={displays}
        value={where}
        firstNumber={firstNumber}
        onChange={setWhere}
      />
      <Corrects channel={channel} value={corrects} onChange={setCorrects} />
      {message === null ? (
        <EffectWords channel={channel} words={undefined} effect={null} minutes={minutes} />
      ) : (
        <Sending key={corrects ?? ''} message={message} onSent={onSent} />
      )}
    </div>
  )
}

/** Offered only when something of the desk's own is in force. */
function Corrects({
  channel,
  value,
  onChange,
}: {
  channel: Channel
  value: string | null
  onChange: (alertId: string | null) => void
}): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const desk = useDesk().data?.[channel]
  const nowMs = useNow(CLOCK_MS)
  const own =
    desk === undefined ? [] : alertsByPhase(desk, nowMs).inForce.filter(({ source }) => source.kind === 'operator')
  if (own.length === 0) return null
  return (
    <Select
      label={t('correct.instead')}
      data={[
        { value: '', label: t('correct.nothing') },
        ...own.map(({ id, words }) => ({ value: id, label: textIn(words.headline) })),
      ]}
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? null : next)}
      allowDeselect={false}
    />
  )
}

function Sending({ message, onSent }: { message: DeskMessage; onSent: () => void }): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays().data ?? []
  const propose = usePropose()
  const [id, setId] = useState(() => newId())
  const [typed] = useDebouncedValue(message, TYPING_MS)
  const preview = usePreview(typed)
  const { channel, target, minutes } = message
  const alert = preview.data?.alert
  const findings = preview.data?.findings ?? []
  const effect = alert === undefined ? null : effectOf(alert, target, displays)
  // Nobody sends out what they have not seen.
  const isSeen = typed === message && preview.isSuccess && !preview.isPlaceholderData
  const isReady = isSeen && findings.length === 0 && effect !== null && effect.displays.length > 0
  const sent = (): void => {
    setId(newId())
    onSent()
  }
  return (
    <>
      {alert !== undefined && <GlassPair alert={alert} channel={channel} />}
      <Findings findings={findings} />
      <EffectWords channel={channel} words={alert?.words} effect={effect} minutes={minutes} />
      <div className={compose.send}>
        <Button
          size="lg"
          color="dark"
          leftSection={<IconUserCheck size={22} aria-hidden />}
          disabled={!isReady}
          loading={propose.isPending}
          onClick={() => propose.mutate({ id, message }, { onSuccess: sent })}
          data-testid="desk-propose"
        >
          {t(`propose.ask.${channel}`)}
        </Button>
        <p className={classes.calm}>{t(`propose.hint.${channel}`)}</p>
      </div>
      <BreakGlassButton id={id} message={message} disabled={!isReady} onSent={sent} />
    </>
  )
}
