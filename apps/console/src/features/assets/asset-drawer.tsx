import type { AssetFolder, AssetView } from '@akari/protocol'
import { Alert, Button, Drawer, Stack, Tabs } from '@mantine/core'
import { IconInfoCircle, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/session.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { AboutTab } from './about-tab.tsx'
import { AssetPreview } from './asset-preview.tsx'
import { FramingTab } from './framing-tab.tsx'
import { HistoryTab, UsesTab } from './uses-tab.tsx'
import { VersionsTab } from './versions-tab.tsx'
import type { LibraryActions } from './use-library-actions.tsx'

type Props = {
  asset: AssetView
  all: readonly AssetView[]
  folders: readonly AssetFolder[]
  /** Of the page: what they say must outlive this drawer. */
  actions: LibraryActions
  onClose: () => void
  onOpen: (id: string) => void
}

/** One media file: what is said of it, how it is shown, its files, where it is used, who did what. */
export function AssetDrawer({ asset, all, folders, actions, onClose, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const mayChange = useMay('content')
  return (
    <Drawer opened onClose={onClose} size="xl" title={textIn(asset.title)}>
      <Tabs defaultValue="about" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="about">{t('library.tab.about')}</Tabs.Tab>
          {asset.kind === 'image' && <Tabs.Tab value="framing">{t('library.tab.framing')}</Tabs.Tab>}
          {asset.kind !== 'venue' && <Tabs.Tab value="versions">{t('library.tab.versions')}</Tabs.Tab>}
          <Tabs.Tab value="uses">{t('library.tab.uses')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('library.tab.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="about" pt="md">
          <Stack gap="lg">
            <AssetPreview asset={asset} all={all} />
            {!asset.probed && asset.kind === 'video' && (
              <Alert color="amber" icon={<IconInfoCircle />}>
                {t('assets.unprobedText')}
              </Alert>
            )}
            <AboutTab asset={asset} all={all} folders={folders} onOpen={onOpen} />
            {mayChange && (
              <Button
                style={{ alignSelf: 'flex-start' }}
                variant="subtle"
                color="vermilion"
                leftSection={<IconTrash size={18} />}
                data-testid="asset-delete"
                onClick={() => {
                  actions.remove([asset])
                  onClose()
                }}
              >
                {t('assets.delete')}
              </Button>
            )}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="framing" pt="md">
          <FramingTab asset={asset} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" pt="md">
          <VersionsTab asset={asset} />
        </Tabs.Panel>
        <Tabs.Panel value="uses" pt="md">
          <UsesTab asset={asset} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <HistoryTab asset={asset} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  )
}
