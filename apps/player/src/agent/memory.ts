import type { KeyPair, Logger } from '@akari/node-kit'
import { diskReserve, faultText, JsonFile, type Reserve } from '@akari/node-kit'
import { Acknowledgement, FaultRecord, NO_VALUES, type PlayReport, type StreetsBy } from '@akari/protocol'
import { alertFile } from './alerts/alert-file.ts'
import { type CmsClock, cmsClock } from './clock/cms-clock.ts'
import type { DeviceClock } from './clock/device-clock.ts'
import { type FileStore, fileStore } from './content/file-store.ts'
import { type SetFiles, setFiles } from './content/set-files.ts'
import { openSkipList, type SkipList } from './content/skip-list.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { type Vitals, vitalsBook } from './device/vitals.ts'
import { type FaultJournal, faultJournal } from './faults/fault-journal.ts'
import { type Faults, faultBook } from './faults.ts'
import { type FeedsKeeper, feedsKeeper } from './feeds/feeds-keeper.ts'
import { openOutbox, type Outbox } from './outbox.ts'
import { openPlayLog, type PlayLog } from './plays/play-log.ts'
import { openOrderBook, type OrderBook } from './orders/order-book.ts'
import { playerIdentity } from './pairing/identity.ts'
import { type PinningStore, pinningStore } from './pairing/pinning.ts'
import { type StateAuthor, stateAuthor } from './state-author.ts'
import { type ValuesKeeper, valuesKeeper } from './values/values-keeper.ts'

/** Everything the agent knows before it has spoken to anyone. */
export type Memory = {
  faults: Faults
  /** What went wrong, until the CMS has it on record. */
  journal: FaultJournal
  faultOutbox: Outbox<FaultRecord>
  identity: KeyPair
  pinning: PinningStore
  clock: CmsClock
  outbox: Outbox<Acknowledgement>
  /** For what must be kept although something has filled the disk. */
  reserve: Reserve
  values: ValuesKeeper
  feeds: FeedsKeeper
  plays: { log: PlayLog; lately: readonly PlayReport[] }
  alertFiles: Record<'live' | 'drill', ReturnType<typeof alertFile>>
  filesFolder: string
  store: FileStore
  skips: SkipList
  setFiles: SetFiles
  author: StateAuthor
  vitals: Vitals
  orders: OrderBook
  /** Where what belongs to one room alone is kept. */
  data: DataFolder
}

/** Opens the data folder. Whatever is wrong with it or with a file in it is reported, and what is left is used. */
export async function openMemory(deps: {
  folder: string
  reserveBytes: number
  streets: StreetsBy | 'auto'
  device: DeviceClock
  log: Logger
  faultsChanged: () => void
}): Promise<Memory> {
  const { device } = deps
  const journal = faultJournal({ monotonicMs: device.monotonicMs })
  const faults = faultBook({
    log: deps.log,
    monotonicMs: device.monotonicMs,
    changed: deps.faultsChanged,
    noted: journal.note,
  })
  const data = await openDataFolder(deps.folder, faults)
  const reserve = diskReserve({
    path: data.reserve,
    mostBytes: deps.reserveBytes,
    gave: () => faults.report('disk-full', 'the reserve is being used'),
  })
  const clock = await cmsClock({
    device,
    path: data.clock,
    failed: (error) => faults.report('clock-not-saved', faultText(error)),
    damaged: (path) => faults.report('clock-file-damaged', path),
  })
  const faultOutbox = await openOutbox({
    path: data.faults,
    schema: FaultRecord,
    name: 'fault-records',
    room: reserve.second,
    faults,
  })
  const goingOn = new JsonFile(FaultRecord.array(), data.faultsGoingOn)
  const before = await goingOn.load()
  if (before.state === 'corrupt') faults.report('fault-records-damaged', before.setAsideAs ?? data.faultsGoingOn)
  // What the disk refuses is reported by the outbox itself.
  journal.open({
    keep: (record) => void faultOutbox.add(record),
    now: clock.now,
    earlier: before.state === 'ok' ? before.value : [],
    remember: (records) => void goingOn.save([...records]).catch(() => undefined),
  })
  const author = stateAuthor(device, {
    pairing: { state: 'contacting' },
    programme: null,
    files: [],
    alerts: { live: null, drill: null },
    link: { state: 'offline', since: clock.now() },
    clock: clock.view(),
    power: 'mains',
    values: NO_VALUES,
    plays: [],
    ...(deps.streets === 'auto' ? {} : { streets: deps.streets }),
  })
  return {
    faults,
    journal,
    faultOutbox,
    clock,
    author,
    vitals: vitalsBook(),
    orders: await openOrderBook(data.orders, faults),
    data,
    reserve,
    identity: await playerIdentity({ path: data.identity, formerPath: data.formerIdentity }, faults),
    pinning: await pinningStore(data.pinning, faults, reserve.first),
    outbox: await openOutbox({
      path: data.outbox,
      schema: Acknowledgement,
      name: 'outbox',
      room: reserve.first,
      faults,
    }),
    values: valuesKeeper({ path: data.values, author, faults }),
    feeds: feedsKeeper({ path: data.feeds, author, faults }),
    plays: await openPlayLog({
      folder: data.plays,
      faults,
      now: () => Date.parse(clock.now()),
      room: reserve.second,
    }),
    alertFiles: {
      live: alertFile('live', data.liveAlerts, reserve.first),
      drill: alertFile('drill', data.drillAlerts, reserve.second),
    },
    filesFolder: data.files,
    store: fileStore(data.files),
    skips: await openSkipList({ path: data.skipped, faults, monotonicMs: device.monotonicMs }),
    setFiles: setFiles({ current: data.programme, previous: data.previousProgramme }, faults),
  }
}
