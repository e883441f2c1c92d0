import { faultText } from '@akari/node-kit'
import { createTransport } from 'nodemailer'

export type Mail = { to: readonly string[]; subject: string; body: string }
/** `fault` null: a mail server took it. Never throws. */
export type SendMail = (mail: Mail) => Promise<{ fault: string | null }>

export type MailConfig = { smtpUrl: string; from: string }

const PATIENCE_MS = 15_000

/**
 * Sends plain text over SMTP (RFC 5321). With `smtp:` the connection is encrypted when the server can (STARTTLS), with
 * `smtps:` always; credentials in the address are only ever sent encrypted.
 */
export function mailer({ smtpUrl, from }: MailConfig): SendMail {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const transport = createTransport({
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 25) : Number(url.port),
    secure,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) }, requireTLS: !secure }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A subject or an address is never a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, body }) => {
    try {
      await transport.sendMail({ from, to: [...to], subject, text: body })
      return { fault: null }
    } catch (err) {
      return { fault: faultText(err).slice(0, 300) }
    }
  }
}

/** The mail server by name, without the credentials. */
export function mailServerOf({ smtpUrl }: MailConfig): string {
  return new URL(smtpUrl).host
}
