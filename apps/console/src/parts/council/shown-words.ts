import { useTranslation } from 'react-i18next'
import { useTextIn } from '../texts-in.ts'
import type { ShownThere } from './shown-there.ts'

/** What a display shows, as the end of a sentence about it. */
export function useShownWords(): (there: ShownThere) => string {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (there) => {
    switch (there.is) {
      case 'sitting':
        return t(there.inZone ? 'sittings.glass.is.inZone' : 'sittings.glass.is.sitting')
      case 'otherSitting':
      case 'content':
        return t(`sittings.glass.is.${there.is}`, { title: textIn(there.title) })
      case 'emergency':
        return t(there.channel === 'drill' ? 'sittings.glass.is.drill' : 'sittings.glass.is.emergency')
      case 'battery':
      case 'closed':
      case 'builtIn':
        return t(`sittings.glass.is.${there.is}`)
      case 'unknown':
        return t(there.isConnected ? 'sittings.glass.is.silent' : 'sittings.glass.is.unknown')
    }
  }
}
