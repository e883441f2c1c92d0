import { z } from 'zod'
import { Instant } from '../primitives.ts'

/**
 * WebSocket v2 of DMDATA.JP: what the server sends (https://dmdata.jp/docs/reference/api/v2/websocket). Only what is used
 * is described; the rest of a frame is left out by parsing.
 */
export const DmdataData = z.object({
  type: z.literal('data'),
  version: z.string().max(32),
  /** SHA-384 of the body before decompression, in hex: the same telegram over two sockets has the same one. */
  id: z.string().min(1).max(128),
  classification: z.string().max(64),
  /** Where the telegram passed and when, for its latency. */
  passing: z.array(z.object({ name: z.string().max(64), time: Instant })).catch([]),
  head: z.object({
    /** Code of the telegram, e.g. `VXSE43`. */
    type: z.string().min(1).max(32),
    author: z.string().max(32),
    time: Instant,
    /** `CCA` and the like for a corrected telegram. */
    designation: z.string().max(8).nullish(),
    /** 訓練 or 試験; always false where the body is not XML. */
    test: z.boolean(),
    xml: z.boolean().nullish(),
  }),
  format: z.enum(['xml', 'json', 'a/n', 'binary']).nullable(),
  compression: z.enum(['gzip', 'zip']).nullable(),
  encoding: z.enum(['base64', 'utf-8']).nullable(),
  body: z.string(),
})
export type DmdataData = z.infer<typeof DmdataData>

/** `error.close`: the server hangs up after it. */
export const DmdataFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), socketId: z.int(), time: Instant }),
  z.object({ type: z.literal('ping'), pingId: z.string().max(64).optional() }),
  z.object({ type: z.literal('pong'), pingId: z.string().max(64).optional() }),
  DmdataData,
  z.object({
    type: z.literal('error'),
    error: z.string(),
    code: z.union([z.int(), z.string()]),
    close: z.boolean(),
  }),
])
export type DmdataFrame = z.infer<typeof DmdataFrame>

/** What every JSON report says about itself: Control and Head of the telegram it was made from. */
export const DmdataReport = z.object({
  _schema: z.object({ type: z.string().min(1).max(64), version: z.string().max(16) }),
  /** Control/Title. */
  type: z.string().min(1),
  title: z.string().min(1),
  status: z.enum(['通常', '訓練', '試験']),
  infoType: z.enum(['発表', '訂正', '遅延', '取消']),
  editorialOffice: z.string().min(1),
  pressDateTime: Instant,
  reportDateTime: Instant,
  validDateTime: Instant.optional().catch(undefined),
  eventId: z.string().nullish(),
  serialNo: z.string().nullish(),
  infoKind: z.string().nullish(),
  body: z.unknown(),
})
export type DmdataReport = z.infer<typeof DmdataReport>

const text = z.string().nullish().catch(null)

const EewRegion = z.object({
  code: z.string().min(1),
  name: z.string(),
  kind: z.object({ code: z.string().min(1) }),
  forecastMaxInt: z
    .object({ from: z.string().min(1).max(8), to: z.string().min(1).max(8) })
    .nullish()
    .catch(null),
  condition: text,
  arrivalTime: Instant.nullish().catch(null),
})

/**
 * Body of `eew-information` 1.0.0 (VXSE42–45). A region that cannot be read is null and costs the others nothing.
 * https://dmdata.jp/docs/reference/conversion/json/schema/eew-information
 */
export const DmdataEewBody = z.object({
  /** 細分区域 under warning (31). */
  regions: z
    .array(
      z
        .object({ code: z.string(), kind: z.object({ code: z.string() }) })
        .nullable()
        .catch(null),
    )
    .optional(),
  intensity: z.object({ regions: z.array(EewRegion.nullable().catch(null)) }).optional(),
  text,
})
export type DmdataEewBody = z.infer<typeof DmdataEewBody>

const WarningKind = z.object({ code: text, name: text, status: text, condition: text })

/**
 * Body of `weather-warning` 1.1.0 (VPWW55–61, VPWS50): the cities alone, as the tiers above are roll-ups. A city with no
 * kinds says so in `condition`; a kind that cannot be read is one of nulls, never left out.
 * https://dmdata.jp/docs/reference/conversion/json/schema/weather-warning
 */
export const DmdataWarningBody = z.object({
  cities: z
    .array(
      z
        .object({
          code: z.string().min(1),
          name: z.string(),
          kinds: z.array(WarningKind.catch({ code: null, name: null, status: null, condition: null })),
          condition: text,
        })
        .nullable()
        .catch(null),
    )
    .optional(),
})
export type DmdataWarningBody = z.infer<typeof DmdataWarningBody>

/**
 * `GET /v2/telegram`: what was sent, newest first; nothing of earthquake early warnings is in it.
 * https://dmdata.jp/docs/reference/api/v2/telegram.list
 */
export const DmdataList = z.object({
  items: z.array(
    z.object({
      id: z.string().regex(/^[0-9A-Za-z]{1,128}$/),
      head: z.object({ type: z.string().min(1).max(32), time: Instant }),
      receivedTime: Instant,
      xmlReport: z.object({ control: z.object({ editorialOffice: z.string() }) }).nullish(),
      format: z.string().nullable(),
    }),
  ),
  nextToken: z.string().max(256).optional(),
})
export type DmdataList = z.infer<typeof DmdataList>
export type DmdataListItem = DmdataList['items'][number]
