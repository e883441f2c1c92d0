import type { UnitKind } from '@akari/protocol'
import type { VenueReport } from '@akari/wayfinding'
import {
  IconAlertTriangle,
  IconDeviceTv,
  IconDoorEnter,
  IconElevator,
  IconEscalator,
  IconMapPin,
  IconRoute,
  IconStairs,
  type TablerIcon,
} from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { matches } from '../../../parts/matching.ts'
import { SearchField } from '../../../parts/search-field.tsx'
import { useTextIn } from '../../../parts/texts-in.ts'
import { levelsBeside } from '../model/floors.ts'
import { useLevelName } from '../model/use-level-name.ts'
import type { PanelProps } from './plan-panel.tsx'
import classes from './plan.module.css'

type Item = { id: string; label: string; icon?: TablerIcon }

const SHAFTS: Partial<Record<UnitKind, TablerIcon>> = {
  stairs: IconStairs,
  escalator: IconEscalator,
  elevator: IconElevator,
}

/** Everything of a floor that can be taken in hand, also without seeing the plan. */
export function FloorPanel({
  model,
  levelId,
  unreachable,
  onSelect,
}: PanelProps & { levelId: string; unreachable: VenueReport['unreachable'] }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [search, setSearch] = useState('')
  const levelName = useLevelName(model)
  const here = levelsBeside(model, levelId)
  const nodes = new Map((model.network?.nodes ?? []).map((node) => [node.id, node]))
  const on = <T extends { levelId: string }>(all: readonly T[]): T[] => all.filter((each) => here.has(each.levelId))
  const units = on(model.units)
  const lost = new Set(unreachable.map(({ id }) => id))
  const groups = [
    {
      name: 'unreachable' as const,
      icon: IconAlertTriangle,
      items: unreachable
        .filter(({ id }) => units.some((unit) => unit.id === id))
        .map(({ id, name }): Item => ({ id, label: textIn(name) })),
    },
    {
      name: 'kiosks' as const,
      icon: IconDeviceTv,
      items: on(model.kiosks).map(
        ({ id, name }): Item => ({ id, label: name === null ? t('venues.kiosk.unnamed') : textIn(name) }),
      ),
    },
    {
      name: 'ways' as const,
      icon: IconRoute,
      items: (model.network?.links ?? [])
        .filter(({ from }) => here.has(nodes.get(from)?.levelId ?? ''))
        .map(
          ({ id, kind }, n): Item => ({
            id,
            label: t('venues.link.numbered', { kind: t(`venues.link.kind.${kind}`), n: n + 1 }),
          }),
        ),
    },
    {
      name: 'shafts' as const,
      icon: IconStairs,
      items: units.flatMap(({ id, name, kind }): Item[] => {
        const icon = SHAFTS[kind]
        return icon === undefined
          ? []
          : [{ id, icon, label: name === null ? t(`venues.unit.kind.${kind}`) : textIn(name) }]
      }),
    },
    {
      name: 'doors' as const,
      icon: IconDoorEnter,
      items: on(model.openings).map(
        ({ id, name }, n): Item => ({
          id,
          label: name === null ? t('venues.opening.numbered', { n: n + 1 }) : textIn(name),
        }),
      ),
    },
    {
      name: 'occupants' as const,
      icon: IconMapPin,
      items: on(model.occupants).map(({ id, name }): Item => ({ id, label: textIn(name) })),
    },
    {
      name: 'rooms' as const,
      icon: IconMapPin,
      items: units
        .filter(({ id, name, kind }) => name !== null && (kind === 'room' || kind === 'walkway') && !lost.has(id))
        .map(({ id, name }): Item => ({ id, label: name === null ? '' : textIn(name) })),
    },
  ]
  return (
    <>
      <h2>{t('venues.panel.floor', { level: levelName(levelId) })}</h2>
      <SearchField fullWidth value={search} onChange={setSearch} label={t('venues.panel.search')} />
      {groups.map(({ name, icon: ofGroup, items }) => {
        const found = items.filter(({ label }) => matches(search, [label]))
        return found.length === 0 ? null : (
          <section key={name} aria-label={t(`venues.panel.group.${name}`)}>
            <h3>{t(`venues.panel.group.${name}`)}</h3>
            <ul className={classes.list}>
              {found.map(({ id, label, icon: Icon = ofGroup }) => (
                <li key={id}>
                  <button type="button" onClick={() => onSelect(id)}>
                    <Icon size={17} aria-hidden /> {label}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
