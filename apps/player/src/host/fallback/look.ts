import exitSign from './exit-sign.svg?raw'
import type { FallbackLook } from './fallback-page.ts'
import styles from './fallback.css?inline'

/** The look of the built-in page as Vite bundles it: what a host needs before any server answers. */
export const look: FallbackLook = { styles, exitSign }
