import {
  CaptionReceipt,
  type CaptionCorrection,
  type CaptionInput,
  CaptionSettings,
  type CaptionSettingsInput,
  CaptionsNow,
  ExportSummary,
  type ExportSummaryQuery,
  type Language,
  type TermInput,
  TermView,
  TranscriptCaption,
  type TranscriptExport,
  TranscriptHit,
  type TranscriptInput,
  TranscriptPage,
  TranscriptView,
} from '@akari/protocol'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useDelete, useWrite } from './write.ts'

const COUNT_AGAIN_MS = 30_000
const TRANSCRIPTS = { touches: [keys.transcripts], quiet: true }
const TERMS = { touches: [keys.terms], quiet: true }

export function useTranscripts() {
  return useQuery({
    queryKey: keys.transcripts,
    queryFn: ({ signal }) => get(TranscriptView.array(), '/api/transcripts', signal),
  })
}

/** What displays have of it now, and how long it takes to come. */
export function useCaptionsNow(id: string) {
  return useQuery({
    queryKey: [...keys.transcripts, id, 'now'],
    queryFn: ({ signal }) => get(CaptionsNow, `/api/transcripts/${id}/now`, signal),
  })
}

/** Keeps what displays are told of captions as fresh as the newest of them, for a small picture of a glass that shows them. */
export function useFreshCaptions(id: string): void {
  const client = useQueryClient()
  const { data } = useCaptionsNow(id)
  useEffect(() => {
    if (data !== undefined) void client.invalidateQueries({ queryKey: [...keys.feedSnapshots, id] })
  }, [client, data, id])
}

/** A transcript, the newest page first; `language` null for all. */
export function useTranscript(id: string, asked: { language: Language | null; search: string }) {
  return useInfiniteQuery({
    queryKey: [...keys.transcripts, id, 'captions', asked.language, asked.search],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({
        ...(asked.language === null ? {} : { language: asked.language }),
        ...(asked.search === '' ? {} : { search: asked.search }),
        ...(pageParam === '' ? {} : { before: pageParam }),
      })
      return get(TranscriptPage, `/api/transcripts/${id}/captions?${query}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ earlier }: TranscriptPage) => earlier,
  })
}

/** Where words were said, in every transcript; nothing is asked for an empty search. */
export function useTranscriptSearch(search: string) {
  return useQuery({
    queryKey: [...keys.transcripts, 'search', search],
    queryFn: ({ signal }) =>
      get(TranscriptHit.array(), `/api/transcripts/search?${new URLSearchParams({ search })}`, signal),
    enabled: search !== '',
  })
}

/** Where a file of the transcript is fetched. */
export function exportAddress(id: string, { recordingId, ...asked }: TranscriptExport): string {
  return `/api/transcripts/${id}/export?${new URLSearchParams({ ...asked, ...byRecording(recordingId) })}`
}

/** What such a file holds. Long transcripts are read through for it: not with every caption that comes in. */
export function useExportSummary(id: string, { language, recordingId }: ExportSummaryQuery) {
  const query = new URLSearchParams({ language, ...byRecording(recordingId) })
  return useQuery({
    queryKey: [...keys.exportSummaries, id, language, recordingId],
    queryFn: ({ signal }) => get(ExportSummary, `/api/transcripts/${id}/export/summary?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: COUNT_AGAIN_MS,
  })
}

function byRecording(recordingId: string | undefined): { recordingId?: string } {
  return recordingId === undefined ? {} : { recordingId }
}

/** Prepares captions (`id` null) or changes their title and times. */
export function useSaveTranscript() {
  return useWrite(
    ({ id, transcript }: { id: string | null; transcript: TranscriptInput }) =>
      id === null
        ? send(TranscriptView, 'POST', '/api/transcripts', transcript)
        : send(TranscriptView, 'PUT', `/api/transcripts/${id}`, transcript),
    TRANSCRIPTS,
  )
}

export function useDeleteTranscript(onDeleted: () => void) {
  return useDelete((id) => `/api/transcripts/${id}`, onDeleted, { touches: [keys.transcripts] })
}

export function useSayCaption(id: string) {
  return useWrite(
    (caption: CaptionInput) => send(CaptionReceipt, 'POST', `/api/transcripts/${id}/captions`, { captions: [caption] }),
    TRANSCRIPTS,
  )
}

/** Corrects a caption, or withdraws it (`text` null); a stale `version` is refused with 409. */
export function useCorrectCaption(id: string) {
  return useWrite(
    ({ segmentId, correction }: { segmentId: string; correction: CaptionCorrection }) =>
      send(TranscriptCaption, 'PUT', `/api/transcripts/${id}/captions/${encodeURIComponent(segmentId)}`, correction),
    TRANSCRIPTS,
  )
}

export function useTerms() {
  return useQuery({
    queryKey: keys.terms,
    queryFn: ({ signal }) => get(TermView.array(), '/api/caption-terms', signal),
  })
}

export function useSaveTerm() {
  return useWrite(
    ({ id, term }: { id: string | null; term: TermInput }) =>
      id === null
        ? send(TermView, 'POST', '/api/caption-terms', term)
        : send(TermView, 'PUT', `/api/caption-terms/${id}`, term),
    TERMS,
  )
}

export function useDeleteTerm() {
  return useWrite((id: string) => act('DELETE', `/api/caption-terms/${id}`), { touches: [keys.terms] })
}

export function useCaptionSettings() {
  return useQuery({
    queryKey: [...keys.terms, 'settings'],
    queryFn: ({ signal }) => get(CaptionSettings, '/api/caption-settings', signal),
  })
}

export function useSaveCaptionSettings() {
  return useWrite(
    (settings: CaptionSettingsInput) => send(CaptionSettings, 'PUT', '/api/caption-settings', settings),
    TERMS,
  )
}
