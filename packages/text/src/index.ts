export { captionLines, captionPhrases, type CaptionRoom } from './caption-phrases.ts'
export { phrases } from './line-break.ts'
