/** The entry of the kiosk host of a test, which starts as the real one does. */
import { join } from 'node:path'
import { keepCompiled } from '@akari/node-kit/keep-compiled'
import { kioskFolder } from '@akari/player/kiosk-browser/folder'

keepCompiled(join(kioskFolder(), 'compiled'), import.meta.filename)
await import('./host-work.ts')
