import type { Channel } from '@akari/protocol'
import { Tabs } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Composer } from './composer.tsx'
import { EvacuationForm } from './evacuation-form.tsx'
import { FreeTextForm, NOTHING_WRITTEN, type Written } from './free-text-form.tsx'
import classes from './desk.module.css'
import compose from './compose.module.css'

const KINDS = ['templates', 'evacuation', 'text'] as const
type Kind = (typeof KINDS)[number]

/** What one person may raise, and the two kinds of message that a second person confirms. */
export function ComposeTabs({ channel }: { channel: Channel }): ReactElement {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('templates')
  const [written, setWritten] = useState<Record<Channel, Written>>({ live: NOTHING_WRITTEN, drill: NOTHING_WRITTEN })
  return (
    <section className={classes.block}>
      <Tabs
        value={kind}
        onChange={(next) => setKind(KINDS.find((each) => each === next) ?? 'templates')}
        variant="unstyled"
        keepMounted={false}
        classNames={{ list: compose.tabs ?? '', tab: compose.tab ?? '', panel: compose.panel ?? '' }}
      >
        <Tabs.List aria-label={t('desk.kinds')}>
          {KINDS.map((each) => (
            <Tabs.Tab key={each} value={each} data-testid={`desk-kind-${each}`}>
              <b>{t(`desk.kind.${each}`)}</b>
              <small>{t(`desk.kindHint.${each}`)}</small>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="templates">
          <Composer channel={channel} />
        </Tabs.Panel>
        <Tabs.Panel value="evacuation">
          <EvacuationForm key={channel} channel={channel} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <FreeTextForm
            key={channel}
            channel={channel}
            written={written[channel]}
            onWrite={(next) => setWritten((before) => ({ ...before, [channel]: next }))}
          />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}
