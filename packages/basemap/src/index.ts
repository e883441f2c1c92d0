export { ArchiveFault, type ArchiveFaultCode } from './archive/archive-fault.ts'
export { type Archive, type Inflate, readArchive } from './archive/read-archive.ts'
export type { TilePlace } from './archive/tile-ids.ts'
export { writeArchive } from './archive/write-archive.ts'
export { checkArchive } from './check-archive.ts'
export {
  areaOfView,
  latitudeAt,
  mercatorY,
  PICTURE_PX,
  pictureArea,
  type StreetsView,
  viewOfArea,
  zoomOf,
} from './view.ts'
