import type { DisplayStatus, DisplayView } from '@akari/protocol'
import { Button, Select } from '@mantine/core'
import { IconDeviceTv, IconLink, IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useDisplays } from '../../api/displays.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { DeviceNav } from '../../parts/device-nav.tsx'
import { PairingWizard } from '../../parts/pairing/pairing-wizard.tsx'
import { SeveralBar } from './several-bar.tsx'
import { DisplayDrawer } from './display-drawer.tsx'
import { DisplayTable } from './display-table.tsx'

const STATUSES: readonly DisplayStatus[] = ['online', 'trouble', 'offline', 'unpaired']

type Open =
  | { what: 'nothing' }
  | { what: 'record'; display: DisplayView | null }
  | { what: 'pairing'; attachTo: string | null; code: string }

/** Every display with its record; pairing starts here, also from the QR code on a new player (`/displays?pair=CODE`). */
export function DisplaysPage(): ReactElement {
  const { t } = useTranslation()
  const displays = useDisplays()
  const mayChange = useMay('content')
  const [parameters, setParameters] = useSearchParams()
  const [search, setSearch] = useState('')
  const [status, setStatus] = useState<string | null>(null)
  const [tag, setTag] = useState<string | null>(null)
  const [open, setOpen] = useState<Open>(() => {
    const code = parameters.get('pair')
    return code !== null && mayChange ? { what: 'pairing', attachTo: null, code } : { what: 'nothing' }
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setChosen((before) => {
      const others = [...before].filter((id) => !ids.includes(id))
      return new Set(isChosen ? [...others, ...ids] : others)
    })
  const close = (): void => {
    setOpen({ what: 'nothing' })
    // A reload must not start a pairing over again.
    if (parameters.has('pair')) setParameters({}, { replace: true })
  }
  return (
    <Page
      title={t('displays.title')}
      lead={t('displays.lead')}
      actions={
        mayChange && (
          <>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} />}
              onClick={() => setOpen({ what: 'record', display: null })}
              data-testid="display-add"
            >
              {t('displays.add')}
            </Button>
            <Button
              leftSection={<IconLink size={18} />}
              onClick={() => setOpen({ what: 'pairing', attachTo: null, code: '' })}
              data-testid="pairing-start"
            >
              {t('pairing.start')}
            </Button>
          </>
        )
      }
    >
      <DeviceNav />
      <Loaded query={displays}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconDeviceTv} title={t('displays.emptyTitle')} hint={t('displays.emptyHint')} />
          ) : (
            <>
              <div style={{ display: 'flex', gap: '0.75rem' }}>
                <SearchField value={search} onChange={setSearch} label={t('displays.search')} />
                <Select
                  aria-label={t('displays.status')}
                  placeholder={t('displays.anyStatus')}
                  data={STATUSES.map((each) => ({ value: each, label: t(`status.${each}`) }))}
                  value={status}
                  onChange={setStatus}
                  clearable
                />
                <Select
                  aria-label={t('displays.tag')}
                  placeholder={t('displays.anyTag')}
                  data={[...new Set(all.flatMap(({ tags }) => tags))].sort()}
                  value={tag}
                  onChange={setTag}
                  clearable
                  searchable
                  data-testid="displays-tag"
                />
              </div>
              <SeveralBar displays={all.filter(({ id }) => chosen.has(id))} onClear={() => setChosen(new Set())} />
              <DisplayTable
                choice={{ chosen, choose }}
                displays={all.filter(
                  (display) =>
                    (status === null || display.status === status) &&
                    (tag === null || display.tags.includes(tag)) &&
                    matches(search, [display.profile.name, ...display.groups, ...display.tags]),
                )}
                onEdit={(display) => setOpen({ what: 'record', display })}
                onPair={(display) => setOpen({ what: 'pairing', attachTo: display.id, code: '' })}
              />
            </>
          )
        }
      </Loaded>
      {open.what === 'record' && <DisplayDrawer display={open.display} onClose={close} />}
      {open.what === 'pairing' && <PairingWizard attachTo={open.attachTo} code={open.code} onClose={close} />}
    </Page>
  )
}
