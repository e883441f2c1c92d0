import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { samplePath } from '@akari/content-samples'

/** Cuts the sample council anew into segments of one second, in this folder. Rejects where there is no ffmpeg. */
export async function oneSecondSegments(folder: string): Promise<void> {
  const source = samplePath('council-stream/segments')
  const names = (await readdir(source)).toSorted().map((name) => join(source, name))
  const words = (line: string): string[] => line.split(' ')
  await promisify(execFile)('ffmpeg', [
    ...words('-loglevel error -f mpegts -i'),
    `concat:${names.join('|')}`,
    ...words('-map 0:v -map 0:a -c:v libx264 -preset ultrafast -g 15 -keyint_min 15 -sc_threshold 0 -c:a copy'),
    ...words('-f segment -segment_time 1 -segment_format mpegts'),
    join(folder, '%03d.mp2t'),
  ])
}
