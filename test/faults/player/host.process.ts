/** The entry of the kiosk host of a test, which starts as the real one does. */
import { keepCompiled } from '@akari/node-kit/keep-compiled'
import { compiledFolder } from '@akari/player/kiosk-browser/folder'

keepCompiled(compiledFolder(), import.meta.filename)
await import('./host-work.ts')
