import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { Language, Texts } from '../language.ts'
import { Id, Instant, Sha256 } from '../primitives.ts'
import { PicturePoint } from '../programme.ts'

/** A word staff find media files by. */
export const AssetTag = z.string().trim().min(1).max(40)
export type AssetTag = z.infer<typeof AssetTag>

/** The shapes of glass for which staff may say what part of a picture is shown. */
export const CROP_ASPECTS = ['16:9', '9:16', '4:3'] as const
export const CropAspect = z.enum(CROP_ASPECTS)
export type CropAspect = z.infer<typeof CropAspect>

/** A part of a picture, in fractions of its width and height. */
export const PictureRegion = z
  .object({
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().min(0.02).max(1),
    height: z.number().min(0.02).max(1),
  })
  .refine(({ x, y, width, height }) => x + width <= 1.0001 && y + height <= 1.0001, broken('withinPicture'))
export type PictureRegion = z.infer<typeof PictureRegion>

/**
 * How a picture fills a glass of another shape. `focus` null: whole, with a margin; else it fills the glass around that point.
 * A crop for the shape of the glass goes before both.
 */
export const Framing = z.object({
  focus: PicturePoint.nullable(),
  crops: z.partialRecord(CropAspect, PictureRegion),
})
export type Framing = z.infer<typeof Framing>
export const WHOLE: Framing = { focus: null, crops: {} }

/** What shows an asset, or lets it be heard; a takeover shows what its playlist held when it was started. */
export const AssetUse = z.object({
  kind: z.enum(['playlist', 'poster', 'takeover', 'venue', 'recording']),
  id: Id,
  name: z.string(),
})
export type AssetUse = z.infer<typeof AssetUse>

/** A media file staff uploaded. Files of other languages of the same thing hang on it as `variants`. */
export const AssetView = z.object({
  id: Id,
  kind: z.enum(['image', 'video', 'venue', 'audio']),
  title: Texts,
  /** What is to be seen, for those who do not see it. */
  alt: Texts.nullable(),
  /** Null: at the top of the library. */
  folderId: Id.nullable(),
  tags: z.array(AssetTag),
  /** 掲載期限: outside of it whatever shows this asset is left out. A language variant follows the asset it hangs on. */
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  framing: Framing,
  filename: z.string(),
  sha256: Sha256,
  bytes: z.int(),
  mediaType: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable(),
  /** False for a video that no ffprobe looked at. */
  probed: z.boolean(),
  /** False for a video that has to be converted before a display can play it; it is left out until then. */
  ready: z.boolean(),
  thumbnailUrl: z.string().nullable(),
  variants: z.array(z.object({ language: Language, assetId: Id, thumbnailUrl: z.string().nullable() })),
  variantOf: z.object({ assetId: Id, language: Language }).nullable(),
  /** Levels to choose from, for a venue. */
  levels: z.array(z.object({ id: Id, ordinal: z.int(), shortName: Texts })),
  /** Of a language variant: where the asset it hangs on is used. */
  usedIn: z.array(AssetUse),
  createdAt: Instant,
  updatedAt: Instant,
  /** Number of the file that is shown; older files stay until the asset goes. */
  fileVersion: z.int().positive(),
  /** Rises with every change: guards against two people at once. */
  version: z.int().positive(),
})
export type AssetView = z.infer<typeof AssetView>

const dates = { validFrom: Instant.nullable().optional(), validUntil: Instant.nullable().optional() }
/** What is left out stays as it is. A write with an old `version` is refused (409), nothing is lost. */
export const AssetPatch = z.object({
  version: z.int().positive(),
  title: Texts.optional(),
  alt: Texts.nullable().optional(),
  variantOf: z.object({ assetId: Id, language: Language }).nullable().optional(),
  folderId: Id.nullable().optional(),
  tags: z.array(AssetTag).max(30).optional(),
  ...dates,
  framing: Framing.optional(),
})
export type AssetPatch = z.infer<typeof AssetPatch>

/** One change of many assets. `delete` puts them into the bin, `restore` takes them out again. */
export const AssetBulk = z.object({
  ids: z.array(Id).min(1).max(500),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('move'), folderId: Id.nullable() }),
    z.object({ kind: z.literal('tag'), add: z.array(AssetTag).max(30), remove: z.array(AssetTag).max(30) }),
    z.object({ kind: z.literal('delete') }),
    z.object({ kind: z.literal('restore') }),
  ]),
})
export type AssetBulk = z.infer<typeof AssetBulk>
export const AssetBulkResult = z.object({
  done: z.array(Id),
  refused: z.array(
    z.object({
      id: Id,
      title: Texts.nullable(),
      reason: z.enum(['in-use', 'not-found', 'too-many-tags']),
      usedIn: AssetView.shape.usedIn,
    }),
  ),
})
export type AssetBulkResult = z.infer<typeof AssetBulkResult>

/** An asset that was deleted and can still be taken back, until `goneAt`. */
export const BinnedAsset = AssetView.extend({ deletedAt: Instant, deletedBy: z.string(), goneAt: Instant })
export type BinnedAsset = z.infer<typeof BinnedAsset>

/** One file of an asset, newest first; `restoredFrom` names the older one it brought back. */
export const AssetFileVersion = z.object({
  number: z.int().positive(),
  filename: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable(),
  thumbnailUrl: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  restoredFrom: z.int().nullable(),
})
export type AssetFileVersion = z.infer<typeof AssetFileVersion>

/** Who did what to an asset, newest first; `action` as in the audit log. */
export const AssetHistory = z.array(
  z.object({ at: Instant, actor: z.string(), action: z.string(), detail: z.record(z.string(), z.unknown()) }),
)
export type AssetHistory = z.infer<typeof AssetHistory>

/** Where an asset comes up, with the schedule entries that play its playlists and the displays these reach. */
export const AssetUses = z.array(
  AssetUse.extend({
    entries: z.array(z.object({ id: Id, name: z.string() })),
    displays: z.array(z.object({ id: Id, name: z.string() })),
  }),
)
export type AssetUses = z.infer<typeof AssetUses>

/** A folder of the library; `parentId` null: at the top. */
export const AssetFolderInput = z.object({
  name: z.string().trim().min(1).max(80),
  parentId: Id.nullable(),
  version: z.int().nonnegative(),
})
export type AssetFolderInput = z.infer<typeof AssetFolderInput>
export const AssetFolder = AssetFolderInput.extend({ id: Id, createdAt: Instant })
export type AssetFolder = z.infer<typeof AssetFolder>

/** Work on a file that takes minutes: a video made playable, or the pages of a document made into pictures. */
export const MediaJob = z.object({
  id: Id,
  kind: z.enum(['transcode', 'document']),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** The video it is for; null for a document. */
  assetId: Id.nullable(),
  /** Where the pages of a document go. */
  folderId: Id.nullable(),
  title: Texts,
  /** Of a document: pages; of a video: per cent. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** What went wrong, or what staff should know of the result; «日本語 / English». */
  note: z.string().nullable(),
  actor: z.string(),
})
export type MediaJob = z.infer<typeof MediaJob>

/** What this server can do with files, by the programs that are installed beside it. */
export const MediaTools = z.object({
  looksIntoVideo: z.boolean(),
  converts: z.boolean(),
  pdf: z.boolean(),
  pptx: z.boolean(),
})
export type MediaTools = z.infer<typeof MediaTools>
