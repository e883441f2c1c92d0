import type { DraftItem, DraftScene } from '@akari/protocol'
import { Button, Drawer, Stack, Tabs } from '@mantine/core'
import {
  IconAntenna,
  IconBuildingBank,
  IconBus,
  IconLayoutBoard,
  IconMap2,
  IconNote,
  IconPhoto,
  IconPresentation,
} from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '@akari/scenes'
import { NoticeFields } from './item-panel.tsx'
import { BoardChoice } from './board-choice.tsx'
import { PosterChoice } from './poster-choice.tsx'
import { LayoutChoice } from './layout-choice.tsx'
import { SittingChoice } from './sitting-choice.tsx'
import { AssetChoice, LevelChoice, StreamChoice } from './scene-choices.tsx'
import classes from './playlists.module.css'

const EMPTY_NOTICE = { kind: 'notice', title: { ja: '' }, body: { ja: '' } } as const
/** How long one looks at each kind before staff say otherwise. */
const SECONDS = {
  asset: 15,
  floorMap: 20,
  live: 600,
  notice: 15,
  poster: 15,
  board: 20,
  layout: 60,
  way: 60,
  sitting: 600,
} as const

/** Everything that can go into a playlist, a tab for each kind. One may add several before closing. */
export function AddItems({
  onAdd,
  onClose,
}: {
  onAdd: (items: readonly DraftItem[]) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const [count, setCount] = useState(0)
  const add = (scene: DraftScene, seconds?: number): void => {
    onAdd([{ id: newId(), scene, seconds: seconds ?? SECONDS[scene.kind], validFrom: null, validUntil: null }])
    setCount(count + 1)
  }
  return (
    <Drawer opened onClose={onClose} size="xl" title={t('playlists.add')}>
      <Tabs defaultValue="asset">
        <Tabs.List mb="md">
          <Tabs.Tab value="asset" leftSection={<IconPhoto size={18} />} data-testid="add-tab-asset">
            {t('playlists.fromLibrary')}
          </Tabs.Tab>
          <Tabs.Tab value="floorMap" leftSection={<IconMap2 size={18} />} data-testid="add-tab-floorMap">
            {t('scene.floorMap')}
          </Tabs.Tab>
          <Tabs.Tab value="live" leftSection={<IconAntenna size={18} />} data-testid="add-tab-live">
            {t('scene.live')}
          </Tabs.Tab>
          <Tabs.Tab value="sitting" leftSection={<IconBuildingBank size={18} />} data-testid="add-tab-sitting">
            {t('scene.sitting')}
          </Tabs.Tab>
          <Tabs.Tab value="notice" leftSection={<IconNote size={18} />} data-testid="add-tab-notice">
            {t('scene.notice')}
          </Tabs.Tab>
          <Tabs.Tab value="poster" leftSection={<IconPresentation size={18} />} data-testid="add-tab-poster">
            {t('scene.poster')}
          </Tabs.Tab>
          <Tabs.Tab value="board" leftSection={<IconBus size={18} />} data-testid="add-tab-board">
            {t('boards.title')}
          </Tabs.Tab>
          <Tabs.Tab value="layout" leftSection={<IconLayoutBoard size={18} />} data-testid="add-tab-layout">
            {t('scene.layout')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="asset">
          <AssetChoice onChoose={add} />
        </Tabs.Panel>
        <Tabs.Panel value="floorMap">
          <LevelChoice onChoose={add} />
        </Tabs.Panel>
        <Tabs.Panel value="live">
          <StreamChoice onChoose={add} />
        </Tabs.Panel>
        <Tabs.Panel value="sitting">
          <SittingChoice onChoose={add} />
        </Tabs.Panel>
        <Tabs.Panel value="poster">
          <PosterChoice onChoose={add} />
        </Tabs.Panel>
        <Tabs.Panel value="board">
          <BoardChoice onChoose={add} />
        </Tabs.Panel>
        <Tabs.Panel value="layout">
          <LayoutChoice onChoose={add} />
        </Tabs.Panel>
        <Tabs.Panel value="notice">
          <NewNotice onChoose={add} />
        </Tabs.Panel>
      </Tabs>
      <div className={classes.addFoot}>
        <span role="status">{count > 0 && t('playlists.added', { count })}</span>
        <Button onClick={onClose} data-testid="add-done">
          {t('common.done')}
        </Button>
      </div>
    </Drawer>
  )
}

function NewNotice({ onChoose }: { onChoose: (scene: DraftScene) => void }): ReactElement {
  const { t } = useTranslation()
  const [notice, setNotice] = useState<Extract<DraftScene, { kind: 'notice' }>>(EMPTY_NOTICE)
  const written = notice.title.ja.trim() !== '' && notice.body.ja.trim() !== ''
  return (
    <Stack>
      <NoticeFields scene={notice} onChange={setNotice} />
      <Button
        disabled={!written}
        onClick={() => {
          onChoose(notice)
          setNotice(EMPTY_NOTICE)
        }}
        data-testid="add-notice"
      >
        {t('playlists.addNotice')}
      </Button>
    </Stack>
  )
}
