import type { AssetPatch, AssetTag } from '@akari/protocol'
import type { z } from 'zod'
import { AppError } from '../../http/app-error.ts'
import { type Sentence, sentence } from '../../sentence.ts'
import span from '../span.texts.json' with { type: 'json' }
import texts from './assets.texts.json' with { type: 'json' }
import type { StoredAsset } from './stored-asset.ts'

type Patch = z.infer<typeof AssetPatch>

/**
 * The asset after a change, with its next version. `all`: the library; `folders`: ids of its folders. Throws `malformed`
 * naming the field, or `already-exists` for a language that has its version.
 */
export function changed(
  asset: StoredAsset,
  patch: Patch,
  library: { all: readonly StoredAsset[]; folders: ReadonlySet<string> },
  at: string,
): StoredAsset {
  if (patch.folderId !== undefined && patch.folderId !== null && !library.folders.has(patch.folderId)) {
    throw field('folderId', texts.folderGone)
  }
  const dates = {
    validFrom: patch.validFrom === undefined ? asset.validFrom : patch.validFrom,
    validUntil: patch.validUntil === undefined ? asset.validUntil : patch.validUntil,
  }
  if (dates.validFrom !== null && dates.validUntil !== null && isNotBefore(dates.validFrom, dates.validUntil)) {
    throw field('validUntil', span.endIsNotAfterStart)
  }
  return {
    ...asset,
    ...dates,
    title: patch.title ?? asset.title,
    alt: patch.alt === undefined ? asset.alt : patch.alt,
    folderId: patch.folderId === undefined ? asset.folderId : patch.folderId,
    tags: patch.tags === undefined ? asset.tags : tidyTags(patch.tags),
    framing: patch.framing ?? asset.framing,
    ...variant(asset, patch.variantOf, library.all),
    version: asset.version + 1,
    updatedAt: at,
  }
}

/** Each tag once, full-width and half-width letters alike (NFKC), in the order of the dictionary. */
export function tidyTags(tags: readonly AssetTag[]): AssetTag[] {
  const plain = tags.map((tag) => tag.normalize('NFKC').trim()).filter((tag) => tag !== '')
  return [...new Set(plain)].sort((a, b) => a.localeCompare(b, 'ja'))
}

function variant(
  asset: StoredAsset,
  wanted: Patch['variantOf'],
  all: readonly StoredAsset[],
): Pick<StoredAsset, 'variantOf' | 'language'> {
  if (wanted === undefined) return { variantOf: asset.variantOf, language: asset.language }
  if (wanted === null) return { variantOf: null, language: null }
  refuseVariant(asset, wanted, all)
  return { variantOf: wanted.assetId, language: wanted.language }
}

function refuseVariant(asset: StoredAsset, wanted: NonNullable<Patch['variantOf']>, all: readonly StoredAsset[]): void {
  const base = all.find((candidate) => candidate.id === wanted.assetId)
  if (base === undefined) throw field('variantOf', texts.variantOfNothing)
  if (base.kind !== asset.kind || base.kind === 'venue' || base.kind === 'audio')
    throw field('variantOf', texts.variantOfOtherKind)
  const hasVariants = all.some((candidate) => candidate.variantOf === asset.id)
  const isVariant = all.some((candidate) => candidate.id === base.variantOf)
  if (base.id === asset.id || isVariant || hasVariants) throw field('variantOf', texts.variantChain)
  const taken = all.some(
    (other) => other.id !== asset.id && other.variantOf === base.id && other.language === wanted.language,
  )
  if (taken) throw new AppError('already-exists', sentence(texts.variantTaken))
}

function isNotBefore(a: string, b: string): boolean {
  return Date.parse(a) >= Date.parse(b)
}

function field(path: string, text: Sentence): AppError {
  return new AppError('malformed', sentence(text), [{ path, message: sentence(text) }])
}
