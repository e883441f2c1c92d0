import type { ReactElement } from 'react'
import { fileUrl } from './scene-resources.ts'

/** Lets a recording be heard; `label` is what is said in it. */
export function HeardFile({ sha256, label }: { sha256: string; label: string }): ReactElement {
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- its words stand beside it
  return <audio controls preload="none" src={fileUrl(sha256)} aria-label={label} />
}
