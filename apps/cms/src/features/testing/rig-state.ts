import type { AssetHistory, ConsoleTopic, DeskShelter, Holiday } from '@akari/protocol'
import type { OpenTakeover, TargetDisplay } from '../programme/content.ts'
import type { SpokenIn, Transcripts } from '../sittings/sittings.service.ts'
import type { StreamNow } from '../sittings/sitting-rules.ts'
import type { Person } from '../workflow/approval-rule.ts'

type HistoryEntry = AssetHistory[number] & { subject: string }
export type RigState = ReturnType<typeof rigState>

/** What tests say of the world around the content features, and what these told it. */
export function rigState() {
  return {
    now: new Date('2026-11-22T00:00:00Z'),
    displays: new Array<TargetDisplay>(),
    /** Who else works here: approvers make a second person necessary. */
    people: new Array<Person>(),
    /** What accounts are called, by the name they sign in with. */
    names: new Map<string, string>(),
    takeovers: new Array<OpenTakeover>(),
    holidays: new Array<Holiday>(),
    shelters: new Array<DeskShelter>(),
    /** Displays that say that an emergency is on their glass. */
    emergencyOn: new Array<string>(),
    /** Of sittings. */
    transcripts: new Array<SpokenIn>(),
    /** How live streams are. */
    streams: new Map<string, StreamNow>(),
    announced: new Array<ConsoleTopic>(),
    published: new Array<[string, number]>(),
    audited: new Array<string>(),
    auditDetails: new Array<Record<string, unknown>>(),
    history: new Array<HistoryEntry>(),
  }
}

/** Transcripts of sittings as far as these ask for them, held in the state. */
export function heldTranscripts(state: RigState): Transcripts {
  return {
    open: (_tx, transcript) => {
      state.transcripts.push(transcript)
      return Promise.resolve()
    },
    opened: () => Promise.resolve(),
    follow: (_tx, before, after) => {
      const held = state.transcripts.find(({ id }) => id === before.id)
      if (held !== undefined) Object.assign(held, after)
      return Promise.resolve()
    },
    drop: (id) => {
      state.transcripts.splice(0, Infinity, ...state.transcripts.filter((transcript) => transcript.id !== id))
      return Promise.resolve()
    },
  }
}
