import { type BoardContent, feedsOfBoard, type FeedKind, type Id } from '@akari/protocol'
import { type Sentence, sentence } from '../../sentence.ts'
import texts from './boards.texts.json' with { type: 'json' }

export type BoardFault = { path: string; message: string }

/** A feed as far as boards care. */
export type KnownFeed = { id: Id; name: string; kind: FeedKind }

/** What cannot be in a board though every field by itself can. */
export function boardFaults(
  board: BoardContent,
  known: { feeds: readonly KnownFeed[]; isTownMap: (boardId: Id) => boolean },
): BoardFault[] {
  return [...feedFaults(board, known.feeds), ...ownFaults(board, known.isTownMap)]
}

function feedFaults(board: BoardContent, feeds: readonly KnownFeed[]): BoardFault[] {
  const wanted = feedsOfBoard(board)
  return wanted.flatMap((feedId, index) => {
    const path = pathOfFeed(board, index)
    const feed = feeds.find(({ id }) => id === feedId)
    if (feed === undefined) return [fault(path, texts.feedUnknown)]
    if (feed.kind !== feedKindOf(board)) return [fault(path, texts.feedOther, { name: feed.name })]
    return wanted.indexOf(feedId) === index ? [] : [fault(path, texts.feedTwice)]
  })
}

function pathOfFeed({ kind }: BoardContent, index: number): string {
  switch (kind) {
    case 'departures':
    case 'busMap':
      return `board.feeds.${index}.feedId`
    case 'townMap':
      return `board.feeds.${index}`
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
    case 'today':
      return 'board.feedId'
  }
}

/** The kind of feed that a board shows; null where it shows none. */
function feedKindOf({ kind }: BoardContent): FeedKind | null {
  switch (kind) {
    case 'departures':
    case 'busMap':
    case 'townMap':
      return 'transit'
    case 'weather':
    case 'news':
      return kind
    case 'wifi':
    case 'clock':
    case 'today':
      return null
  }
}

function ownFaults(board: BoardContent, isTownMap: (boardId: Id) => boolean): BoardFault[] {
  switch (board.kind) {
    case 'busMap': {
      const { area, mapId } = board
      const turned =
        area !== undefined && (area.southWest.lat >= area.northEast.lat || area.southWest.lon >= area.northEast.lon)
      return [
        ...(turned ? [fault('board.area', texts.areaTurned)] : []),
        ...(mapId === null || isTownMap(mapId) ? [] : [fault('board.mapId', texts.mapUnknown)]),
      ]
    }
    case 'today':
      return board.events.flatMap(({ startsAt, endsAt }, index) =>
        endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt)
          ? [fault(`board.events.${index}.endsAt`, texts.eventEnds)]
          : [],
      )
    case 'departures':
    case 'townMap':
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
      return []
  }
}

function fault(path: string, text: Sentence, values: Readonly<Record<string, string>> = {}): BoardFault {
  return { path, message: sentence(text, values) }
}
