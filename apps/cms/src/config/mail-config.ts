import { z } from 'zod'

/** How mail goes out; nobody is mailed until both are set. */
export const MAIL_VARIABLES = {
  /** For example `smtp://user:password@mail.example.lg.jp:587`. */
  AKARI_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  AKARI_MAIL_FROM: z.email().optional(),
}

const Variables = z.object(MAIL_VARIABLES)

export type MailSettings = { smtpUrl: string; from: string }

/** Null when neither is set; `half` when only one is. */
export function mailFrom({
  AKARI_SMTP_URL: smtpUrl,
  AKARI_MAIL_FROM: from,
}: z.infer<typeof Variables>): MailSettings | null | 'half' {
  if (smtpUrl !== undefined && from !== undefined) return { smtpUrl, from }
  return smtpUrl === undefined && from === undefined ? null : 'half'
}
