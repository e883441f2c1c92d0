import { execFileSync } from 'node:child_process'
import { AssetView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { openFreshSqlite } from '../../db/testing.ts'
import { startContentRig } from '../testing/content-rig.ts'
import { tone } from '../testing/sound.ts'
import { upload } from '../testing/upload.ts'
import { sniff } from './media-type.ts'

const NO_FFMPEG = 'ffmpeg is not installed: recordings are then accepted without being listened to'

function hasFfmpeg(): boolean {
  try {
    execFileSync('ffprobe', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a recording', () => {
  it('is told by its first bytes, whatever it is called', () => {
    const types = [
      'ID3\x04\x00',
      '\xff\xfb\x90\x00',
      'OggS\x00',
      '\x00\x00\x00\x20ftypM4A ',
      'RIFF\x00\x00\x00\x00WAVE',
    ]
    expect(types.map((head) => sniff(Buffer.from(head, 'latin1')))).toEqual([
      { kind: 'audio', mediaType: 'audio/mpeg' },
      { kind: 'audio', mediaType: 'audio/mpeg' },
      { kind: 'audio', mediaType: 'audio/ogg' },
      { kind: 'audio', mediaType: 'audio/mp4' },
      { kind: 'audio', mediaType: 'audio/wav' },
    ])
    // AAC without a container, and a text that begins with a byte order mark.
    for (const head of ['\xff\xf1\x50\x80', '\xff\xfeh\x00']) {
      expect(sniff(Buffer.from(head, 'latin1'))).toMatchObject({ kind: 'refused' })
    }
  })

  it('is in the library with its length', async ({ skip }) => {
    skip(!hasFfmpeg(), NO_FFMPEG)
    const rig = await startContentRig(openFreshSqlite)
    await upload(rig.url, tone(1.5), { filename: 'いらっしゃいませ.wav' })
    const [asset] = AssetView.array().parse((await rig.request('GET', '/api/assets')).body)
    expect(asset).toMatchObject({ kind: 'audio', mediaType: 'audio/wav', durationMs: 1500, probed: true, ready: true })
  })

  it('that is cut off, or longer than a sentence, is refused with the reason', async ({ skip }) => {
    skip(!hasFfmpeg(), NO_FFMPEG)
    const rig = await startContentRig(openFreshSqlite)
    const cut = await upload(rig.url, Buffer.concat([Buffer.from('OggS\x00\x02', 'latin1'), Buffer.alloc(400, 7)]), {
      filename: 'cut.ogg',
    })
    expect(cut).toMatchObject({ status: 422, problem: { detail: expect.stringContaining('音声が壊れている') } })
    const long = await upload(rig.url, tone(121), { filename: 'long.wav' })
    expect(long).toMatchObject({ status: 422, problem: { detail: expect.stringContaining('2分まで') } })
    expect((await rig.request('GET', '/api/assets')).body).toEqual([])
  })
})
