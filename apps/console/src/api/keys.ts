import type { ConsoleTopic } from '@akari/protocol'

/** Names of the answers held by TanStack Query. */
export const keys = {
  session: ['session'],
  displays: ['displays'],
  programmes: ['programmes'],
  assets: ['assets'],
  folders: ['asset-folders'],
  bin: ['asset-bin'],
  mediaJobs: ['media-jobs'],
  mediaTools: ['media-tools'],
  playlists: ['playlists'],
  posters: ['posters'],
  boards: ['boards'],
  sittings: ['sittings'],
  feedSnapshots: ['feed-snapshots'],
  timetables: ['timetables'],
  layouts: ['layouts'],
  streams: ['streams'],
  streamHealth: ['stream-health'],
  entries: ['entries'],
  draft: ['draft'],
  review: ['review'],
  publishJob: ['publish-job'],
  publications: ['publications'],
  approvals: ['approvals'],
  notices: ['notices'],
  desk: ['desk'],
  templates: ['templates'],
  sources: ['sources'],
  proposals: ['proposals'],
  preview: ['preview'],
  shelters: ['shelters'],
  towns: ['towns'],
  policy: ['policy'],
  holidays: ['holidays'],
  dayparts: ['dayparts'],
  officeDays: ['office-days'],
  hours: ['operating-hours'],
  sound: ['sound-hours'],
  takeovers: ['takeovers'],
  users: ['users'],
  staffNames: ['staff-names'],
  tokens: ['tokens'],
  audit: ['audit'],
  phrases: ['phrases'],
  drills: ['drills'],
  drillRuns: ['drill-runs'],
  practice: ['practice'],
  selfTest: ['self-test'],
  values: ['values'],
  webhooks: ['webhooks'],
  guide: ['guide'],
  orders: ['orders'],
  evidence: ['evidence'],
  faultRecords: ['fault-records'],
  watch: ['watch'],
  venues: ['venues'],
  playTotals: ['play-totals'],
  feeds: ['feeds'],
  transcripts: ['transcripts'],
  exportSummaries: ['export-summaries'],
  terms: ['caption-terms'],
  recordings: ['recordings'],
} as const

type Key = (typeof keys)[keyof typeof keys]

/** Which answers are to be fetched again when the CMS says that a topic changed. */
export function staleAfter(topic: ConsoleTopic): readonly Key[] {
  switch (topic) {
    case 'displays':
      // Names, groups and everyday playlists of displays go into their programmes; the desk names them, too.
      return [keys.displays, keys.draft, keys.review, keys.desk, keys.selfTest, keys.guide]
    case 'alerts':
      return [keys.desk, keys.sources, keys.proposals, keys.shelters, keys.towns, keys.policy]
    case 'assets':
      return [keys.assets, keys.folders, keys.bin, keys.mediaJobs, keys.draft, keys.review, keys.guide]
    case 'playlists':
      return [
        keys.playlists,
        keys.posters,
        keys.boards,
        keys.layouts,
        keys.streams,
        keys.assets,
        keys.draft,
        keys.review,
        keys.guide,
      ]
    case 'layouts':
      return [keys.layouts, keys.playlists, keys.draft, keys.review]
    case 'schedule':
      return [
        keys.entries,
        keys.dayparts,
        keys.officeDays,
        keys.hours,
        keys.sound,
        keys.takeovers,
        keys.sittings,
        keys.streams,
        keys.holidays,
        keys.playlists,
        keys.draft,
        keys.review,
        keys.guide,
      ]
    case 'programme':
      return [keys.draft, keys.review, keys.publications, keys.approvals, keys.programmes, keys.displays, keys.guide]
    case 'publishing':
      return [keys.publishJob]
    case 'approvals':
      return [keys.approvals, keys.review]
    case 'notices':
      return [keys.notices]
    case 'users':
      return [keys.users, keys.staffNames, keys.tokens, keys.session]
    case 'audit':
      return [keys.audit]
    case 'phrases':
      return [keys.phrases]
    case 'drills':
      return [keys.drills, keys.drillRuns, keys.practice, keys.selfTest]
    case 'values':
      return [keys.values]
    case 'webhooks':
      return [keys.webhooks]
    case 'fleet':
      return [keys.orders, keys.evidence, keys.watch]
    case 'boards':
      return [keys.boards, keys.playlists, keys.draft, keys.review]
    case 'sittings':
      // What displays are told of one is a feed.
      return [keys.sittings, keys.takeovers, keys.streams, keys.feedSnapshots]
    case 'recordings':
      return [keys.recordings]
    case 'feeds':
      return [keys.feeds, keys.feedSnapshots, keys.timetables, keys.draft]
    case 'captions':
      return [keys.transcripts, keys.terms]
    case 'venues':
      return [keys.venues, keys.assets, keys.displays]
  }
}
