import type { OrderKind } from '@akari/protocol'
import {
  IconCamera,
  IconEraser,
  IconFileText,
  IconMoon,
  IconPower,
  IconRefresh,
  IconRotate,
  IconSpeakerphone,
  IconSun,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

export const ORDER_ICONS: Record<OrderKind, ComponentType<{ size?: number }>> = {
  identify: IconSpeakerphone,
  screenshot: IconCamera,
  logs: IconFileText,
  reload: IconRefresh,
  'clear-cache': IconEraser,
  'panel-on': IconSun,
  'panel-off': IconMoon,
  restart: IconRotate,
  reboot: IconPower,
}
