import type { DisplayView } from '@akari/protocol'
import { ActionIcon, Anchor, Badge, Button, Checkbox, Group, Menu, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconDots, IconHelpCircle, IconLinkOff, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePlaylists } from '../../api/content.ts'
import { useDeleteDisplay, useUnpair } from '../../api/displays.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { BatteryMark } from '../../parts/battery-mark.tsx'
import { stateOf } from '../../parts/display-state.ts'
import { StatusMark } from '../../parts/status-mark.tsx'
import { useWhen } from '../../parts/when.ts'
import { diagonalInches } from '../../parts/display-profile/panels.ts'

/** Which displays are chosen; several orders at once need it. */
type Choice = { chosen: ReadonlySet<string>; choose: (ids: readonly string[], isChosen: boolean) => void }

type Actions = { onEdit: (display: DisplayView) => void; onPair: (display: DisplayView) => void }

/** Displays as rows: how each is, where it stands, what it falls back to. */
export function DisplayTable({
  displays,
  choice,
  ...actions
}: { displays: readonly DisplayView[]; choice: Choice } & Actions): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const ids = displays.map(({ id }) => id)
  const count = ids.filter((id) => choice.chosen.has(id)).length
  if (displays.length === 0) return <Text c="gray.6">{t('displays.noneFound')}</Text>
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {mayChange && (
              <Table.Th w="2.75rem">
                <Checkbox
                  aria-label={t('orderSeveral.selectAll')}
                  checked={count === ids.length}
                  indeterminate={count > 0 && count < ids.length}
                  onChange={() => choice.choose(ids, count < ids.length)}
                  data-testid="choose-all"
                />
              </Table.Th>
            )}
            <Table.Th>{t('displays.name')}</Table.Th>
            <Table.Th>{t('displays.status')}</Table.Th>
            <Table.Th>{t('displays.panelColumn')}</Table.Th>
            <Table.Th>{t('displays.groupsAndTags')}</Table.Th>
            <Table.Th>{t('displays.defaultPlaylist')}</Table.Th>
            <Table.Th>{t('displays.lastSeen')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {displays.map((display) => (
            <Row key={display.id} display={display} choice={choice} {...actions} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Row({ display, choice, onEdit, onPair }: { display: DisplayView; choice: Choice } & Actions): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const mayChange = useMay('content')
  const playlist = usePlaylists().data?.find((each) => each.id === display.defaultPlaylistId)
  const { profile, groups, tags, status, lastSeenAt } = display
  return (
    <Table.Tr data-testid={`display-${display.id}`} data-status={status}>
      {mayChange && (
        <Table.Td>
          <Checkbox
            aria-label={t('orderSeveral.select', { name: profile.name })}
            checked={choice.chosen.has(display.id)}
            onChange={(event) => choice.choose([display.id], event.currentTarget.checked)}
            data-testid={`choose-${display.id}`}
          />
        </Table.Td>
      )}
      <Table.Td fw={700} miw="9rem">
        <Anchor component={Link} to={`/displays/${encodeURIComponent(display.id)}`} fw={700}>
          {profile.name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          <StatusMark status={stateOf(display)} />
          <BatteryMark display={display} />
        </Group>
      </Table.Td>
      <Table.Td className="numbers">
        <span>
          {t('displays.panelValue', {
            inches: diagonalInches(profile),
            width: profile.widthPx,
            height: profile.heightPx,
            distance: profile.viewingDistanceM,
          })}
        </span>
        {profile.touch && (
          <Badge ml="xs" variant="light">
            {t('displays.touchShort')}
          </Badge>
        )}
        {display.canary === true && (
          <Badge ml="xs" variant="light" color="gray">
            {t('displays.canaryShort')}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          {groups.map((group) => (
            <Badge key={group} variant="default" fw={400}>
              {group}
            </Badge>
          ))}
          {tags.map((tag) => (
            <Badge key={tag} variant="light" fw={400}>
              {tag}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>{playlist?.name ?? t('displays.noDefault')}</Table.Td>
      <Table.Td className="numbers">{lastSeenAt === null ? '—' : when.dayAndTime(lastSeenAt)}</Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <ActionIcon
            component={Link}
            to={`/why?display=${encodeURIComponent(display.id)}`}
            variant="subtle"
            size="lg"
            aria-label={t('why.shortFor', { name: profile.name })}
          >
            <IconHelpCircle size={20} />
          </ActionIcon>
          {mayChange && (
            <>
              {status === 'unpaired' && (
                <Button size="xs" variant="light" onClick={() => onPair(display)}>
                  {t('pairing.startShort')}
                </Button>
              )}
              <RowMenu display={display} onEdit={onEdit} />
            </>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function RowMenu({ display, onEdit }: { display: DisplayView } & Pick<Actions, 'onEdit'>): ReactElement {
  const { t } = useTranslation()
  const unpair = useUnpair()
  const remove = useDeleteDisplay()
  const { name } = display.profile
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('displays.actionsFor', { name })}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => onEdit(display)}>
          {t('displays.edit')}
        </Menu.Item>
        {display.status !== 'unpaired' && (
          <Menu.Item
            leftSection={<IconLinkOff size={18} />}
            onClick={() =>
              ask({
                title: t('displays.unpairTitle', { name }),
                text: t('displays.unpairText'),
                yes: t('displays.unpair'),
                no: t('common.stop'),
                onYes: () => unpair.mutate(display.id),
              })
            }
          >
            {t('displays.unpair')}
          </Menu.Item>
        )}
        <Menu.Item
          color="vermilion"
          leftSection={<IconTrash size={18} />}
          onClick={() =>
            ask({
              title: t('displays.deleteTitle', { name }),
              text: t('displays.deleteText'),
              yes: t('displays.delete'),
              no: t('common.stop'),
              onYes: () => remove.mutate(display.id),
            })
          }
        >
          {t('displays.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
