import { type CarriedFile, carriedFor, type ChannelDesk } from '@akari/protocol'
import { Button, Modal } from '@mantine/core'
import { IconCircleCheck, IconDeviceFloppy, IconUsb } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCarry } from '../../api/alert-timeline.ts'
import { useMay } from '../../api/session.ts'
import { download } from '../../parts/download.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { alertsByPhase } from '../../parts/alerts-by-phase.ts'
import classes from './carry.module.css'

const CLOCK_MS = 1000
const STEPS = ['save', 'put', 'wait', 'order'] as const

/** Where the network does not reach, a person does: the channel's state as one signed file, and what to do with it. */
export function CarryButton({ desk }: { desk: ChannelDesk }): ReactElement | null {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!useMay('alerts')) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUsb size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="desk-carry"
      >
        {t('carry.open')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t(`carry.title.${desk.channel}`)} size="lg">
        <Carry desk={desk} />
      </Modal>
    </>
  )
}

function Carry({ desk }: { desk: ChannelDesk }): ReactElement {
  const { t } = useTranslation()
  const carry = useCarry()
  const [saved, setSaved] = useState<string | null>(null)
  const save = ({ name, file }: CarriedFile): void => {
    download(name, `${JSON.stringify(file)}\n`, 'application/json')
    setSaved(name)
  }
  return (
    <div className={classes.carry} data-channel={desk.channel}>
      <p>{t('carry.why')}</p>
      <Inside desk={desk} />
      <h3>{t('carry.steps')}</h3>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(`carry.step.${step}`)}</li>
        ))}
      </ol>
      <div className={classes.foot}>
        <Button
          size="md"
          leftSection={<IconDeviceFloppy size={20} aria-hidden />}
          loading={carry.isPending}
          onClick={() => carry.mutate(desk.channel, { onSuccess: save })}
          data-testid="carry-save"
        >
          {t('carry.save')}
        </Button>
        <p role="status" data-testid="carry-saved">
          {saved === null ? (
            t('carry.signed')
          ) : (
            <b>
              <IconCircleCheck size={20} aria-hidden /> {t('carry.saved', { name: saved })}
            </b>
          )}
        </p>
      </div>
    </div>
  )
}

/** What displays will do with it, before anybody walks. */
function Inside({ desk }: { desk: ChannelDesk }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const nowMs = useNow(CLOCK_MS)
  const { inForce } = alertsByPhase(desk, nowMs)
  const { endsAt } = carriedFor(desk.alerts, nowMs)
  return (
    <section className={classes.inside} aria-label={t('carry.inside')}>
      {inForce.length === 0 ? (
        <p>{t(`carry.nothing.${desk.channel}`)}</p>
      ) : (
        <>
          <ul>
            {inForce.map((alert) => (
              <li key={alert.id}>{textIn(alert.words.headline)}</li>
            ))}
          </ul>
          <p data-testid="carry-until">
            {endsAt === null ? t('carry.untilEnded') : t('carry.until', { at: when.dayAndTime(endsAt) })}
          </p>
        </>
      )}
      <small className="numbers">{t('carry.asOf', { at: when.exact(desk.issuedAt) })}</small>
    </section>
  )
}
