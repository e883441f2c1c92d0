import type { Place } from '@akari/protocol'
import koganei from './places/koganei.json' with { type: 'json' }

export type { GeoPoint, Place } from '@akari/protocol'

/** 小金井市, the shipped default. */
export const KOGANEI: Place = koganei
