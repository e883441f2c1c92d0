import type { DisplayView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { pictureUrl, useEvidence, useOrder, useOrders } from '../../api/fleet.ts'
import { useMay } from '../../api/session.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './display.module.css'
import { SoundLine } from './sound-line.tsx'

/** What truly was on the glass, as the host of the glass saw it. */
export function PictureCard({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const mayAsk = useMay('content')
  const order = useOrder()
  const pictureAt = useEvidence(display.id).data?.pictureAt ?? null
  const isAsked = (useOrders(display.id).data ?? []).some(
    ({ kind, state }) => kind === 'screenshot' && state === 'open',
  )
  const { widthPx, heightPx, name } = display.profile
  return (
    <section className={classes.card} aria-labelledby="picture">
      <header>
        <h2 id="picture">{t('fleet.picture.title')}</h2>
        {pictureAt !== null && (
          <span className={classes.quiet}>{t('fleet.picture.at', { at: when.dayAndTime(pictureAt) })}</span>
        )}
        {mayAsk && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconCamera size={16} />}
            disabled={display.status === 'unpaired' || display.status === 'offline'}
            loading={order.isPending || isAsked}
            onClick={() => order.mutate({ kind: 'screenshot', displayIds: [display.id] })}
            data-testid="order-screenshot"
          >
            {t('fleet.picture.ask')}
          </Button>
        )}
      </header>
      <div className={classes.glass} style={{ aspectRatio: `${widthPx} / ${heightPx}` }} data-tall={heightPx > widthPx}>
        {pictureAt === null ? (
          <p>{t('fleet.picture.none')}</p>
        ) : (
          <img src={pictureUrl(display.id, pictureAt)} alt={t('fleet.picture.alt', { name })} />
        )}
      </div>
      <SoundLine display={display} />
    </section>
  )
}
