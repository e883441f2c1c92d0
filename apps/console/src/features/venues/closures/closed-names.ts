import type { VenueModel, WayClosure } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { selectedOf } from '../model/selected.ts'
import { useLevelName } from '../model/use-level-name.ts'

/** Names what a closure closes: rooms, doors and shafts with their floor, zones by their floor. */
export function useClosedNames(model: VenueModel): (closure: Pick<WayClosure, 'featureIds' | 'zones'>) => string {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const floor = useLevelName(model)
  const named = (id: string): string => {
    const found = selectedOf(model, id)
    if (found === null) return t('venues.closures.gone')
    const level = 'levelId' in found.it ? floor(found.it.levelId) : ''
    const own = 'name' in found.it && found.it.name !== null ? textIn(found.it.name) : null
    switch (found.kind) {
      case 'unit':
        return `${level} ${own ?? t(`venues.unit.kind.${found.it.kind}`)}`
      case 'link':
        return t(`venues.link.kind.${found.it.kind}`)
      case 'node':
        return `${level} ${t('venues.node.label')}`
      case 'opening':
        return `${level} ${own ?? t('venues.standing.opening')}`
      case 'amenity':
        return `${level} ${own ?? t('venues.standing.amenity')}`
      case 'kiosk':
      case 'occupant':
        return `${level} ${own ?? ''}`
    }
  }
  return ({ featureIds, zones }) =>
    [
      ...featureIds.map(named),
      ...zones.map(({ levelId }) => t('venues.closures.zoneOn', { level: floor(levelId) })),
    ].join(t('common.listSeparator'))
}
