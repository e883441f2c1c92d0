/** Why an answer of a source is not what it should be, in one sentence for staff. */
export class FeedFault extends Error {
  override name = 'FeedFault'
}
