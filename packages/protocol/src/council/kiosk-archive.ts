import { z } from 'zod'
import { FileRef } from '../file-ref.ts'
import { Language, Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'
import { Ruby } from './ruby.ts'
import { AgendaItem } from './sitting-live.ts'

/** Recordings of sittings that a kiosk offers at most: the newest. */
export const MOST_ARCHIVED = 50
export const MOST_ARCHIVED_CHAPTERS = 300
/** A day of a council, spoken without a pause. */
const MOST_SEGMENTS = 50_000

/** Milliseconds from the beginning of a recording. */
const RecordedMs = z.int().nonnegative()

/** Where an item of the agenda begins in a recording. */
export const ArchivedChapter = AgendaItem.extend({ startMs: RecordedMs })
export type ArchivedChapter = z.infer<typeof ArchivedChapter>

/** A recorded sitting as a kiosk offers it. `transcript` is its RecordingTranscript; null: nothing was written down. */
export const ArchivedRecording = z.object({
  id: Id,
  title: Texts,
  startsAt: Instant,
  durationMs: z.int().positive(),
  /** In the order of the recording. */
  chapters: z.array(ArchivedChapter).max(MOST_ARCHIVED_CHAPTERS),
  video: FileRef,
  /** A still picture of the film; null: none was made. */
  poster: FileRef.nullable().default(null),
  transcript: FileRef.nullable(),
})
export type ArchivedRecording = z.infer<typeof ArchivedRecording>

/** The recorded sittings that a kiosk offers, newest first: a document of the content set. */
export const KioskArchive = z.object({
  format: z.literal(1),
  recordings: z.array(ArchivedRecording).max(MOST_ARCHIVED),
})
export type KioskArchive = z.infer<typeof KioskArchive>

/**
 * What a programme says of the archive. `list` is the KioskArchive, part of the content set. `files` are what it names, in the order in
 * which a display keeps them as far as it has room; a set is whole without them.
 */
export const ProgrammeArchive = z.object({ list: FileRef, files: z.array(FileRef).max(3 * MOST_ARCHIVED) })
export type ProgrammeArchive = z.infer<typeof ProgrammeArchive>

/** What was said at one place of a recording, in each language in which it was written down. */
export const RecordedSegment = z.object({
  startMs: RecordedMs,
  endMs: RecordedMs,
  speaker: z.string().min(1).max(120).nullable(),
  /** How the name is read, where that is known; the same for texts below. */
  speakerRuby: Ruby.optional(),
  said: z.partialRecord(
    Language,
    z.object({
      text: z.string().min(1).max(400),
      /** Who says it, where that is written otherwise than in the chamber. */
      speaker: z.string().min(1).max(120).optional(),
      /** Said as 機械翻訳 wherever it is shown. */
      machineTranslated: z.literal(true).optional(),
      ruby: Ruby.optional(),
    }),
  ),
})
export type RecordedSegment = z.infer<typeof RecordedSegment>

/** All that was said in a recording, in its order. */
export const RecordingTranscript = z.object({
  format: z.literal(1),
  segments: z.array(RecordedSegment).max(MOST_SEGMENTS),
  /** How the Japanese titles of the recording's chapters are read, in their order. */
  titles: z.array(Ruby).max(MOST_ARCHIVED_CHAPTERS).optional(),
})
export type RecordingTranscript = z.infer<typeof RecordingTranscript>
