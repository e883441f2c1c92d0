import { loadSampleGuide } from '@akari/content-samples'
import { VenueGuide } from '@akari/protocol'
import { sampleModel } from './sample-venue.ts'

/** All that a kiosk of the sample city hall answers from, as the CMS would publish it; three shelters, of which one is open. */
export function sampleGuide(): VenueGuide {
  return VenueGuide.parse({ format: 1, venue: sampleModel(), ...loadSampleGuide(), shelters: SHELTERS })
}

const SHELTERS: VenueGuide['shelters'] = [
  {
    id: 'gym',
    name: { ja: '総合体育館', en: 'Sports centre', 'zh-Hans': '综合体育馆', ko: '종합체육관' },
    address: { ja: '関野町 1-13-1' },
    at: null,
    open: false,
  },
  {
    id: 'school',
    name: { ja: '第一小学校', en: 'Daiichi Elementary School', 'zh-Hans': '第一小学', ko: '다이이치 초등학교' },
    address: { ja: '本町 1-2-3' },
    at: null,
    open: true,
  },
  { id: 'hall', name: { ja: '公民館', en: 'Community hall' }, address: null, at: null, open: false },
]
