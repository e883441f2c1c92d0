export { crc32 } from './crc32.ts'
export { type InflateRaw, readZip, type ZipBounds, type ZipContents, type ZipProblem } from './read-zip.ts'
export { storedZip, type ZipFile } from './stored-zip.ts'
