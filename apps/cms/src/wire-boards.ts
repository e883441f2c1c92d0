import type { FileRef, Sha256 } from '@akari/protocol'
import type { MainDatabase } from './db/database.ts'
import type { FileStore } from './features/assets/file-store.ts'
import { addBoardRoutes } from './features/boards/boards.routes.ts'
import { type BoardsDeps, boardsService } from './features/boards/boards.service.ts'
import { boardStore } from './features/boards/boards.store.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Api } from './http/api.ts'
import { knownFeedsOf } from './wire-feeds.ts'

type Deps = ServiceDeps &
  Pick<BoardsDeps, 'everythingPlayed' | 'isBasemap'> & { db: MainDatabase; files: Pick<FileStore, 'write'> }

/** Wires the boards that staff set up. */
export function wireBoards({ db, files, everythingPlayed, isBasemap, ...common }: Deps) {
  const boards = boardsService({
    ...common,
    store: boardStore(db),
    everythingPlayed,
    isBasemap,
    feeds: knownFeedsOf(db),
    write: (document) => files.write(document, 'application/json'),
  })
  return {
    ...boards,
    /** Finds a document of a board, as it is now or as it was published (`published`). */
    documentOr: (published: (sha256: Sha256) => Promise<FileRef | null>) => async (sha256: Sha256) =>
      (await boards.files()).find((file) => file.sha256 === sha256) ?? published(sha256),
    addRoutes: (api: Api): void => addBoardRoutes(api, boards),
  }
}
