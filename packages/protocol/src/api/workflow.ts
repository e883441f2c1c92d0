import { z } from 'zod'

/** 一人で公開してよい: nobody needs a second person. For small city halls. */
export const ApprovalSettings = z.object({ mayPublishAlone: z.boolean() })
export type ApprovalSettings = z.infer<typeof ApprovalSettings>
