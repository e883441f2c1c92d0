import type { AccountTables } from './account-schema.ts'
import type { CaptionTables } from './caption-schema.ts'
import type { ContentTables } from './content-schema.ts'
import type { DisplayTables } from './display-schema.ts'
import type { FeedTables } from './feed-schema.ts'
import type { FleetTables } from './fleet-schema.ts'
import type { InterfaceTables } from './interface-schema.ts'
import type { PublishingTables } from './publishing-schema.ts'
import type { ReadinessTables } from './readiness-schema.ts'
import type { ScheduleTables } from './schedule-schema.ts'
import type { SittingTables } from './sitting-schema.ts'
import type { VenueTables } from './venue-schema.ts'

/** Row types. Portable columns only: text, integer, bigint (milliseconds); JSON, ids and instants as text; 0/1 for truth. */
export type MainTables = AccountTables &
  CaptionTables &
  ContentTables &
  DisplayTables &
  FeedTables &
  FleetTables &
  InterfaceTables &
  PublishingTables &
  ReadinessTables &
  ScheduleTables &
  SittingTables &
  VenueTables
