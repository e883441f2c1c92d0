/** What the name of a telegram in JMA's PULL service says: `{UTC yyyymmddhhmmss}_{n}_{CODE}_{area}.xml`. */
export type TelegramName = { name: string; code: string; area: string }

const NAME = /^\d{14}_\d+_([A-Z]{4}\d{2})_([0-9A-Za-z]+)\.xml$/

/** Null for a link that is no telegram of that service. */
export function telegramName(url: URL): TelegramName | null {
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  const [, code, area] = NAME.exec(name) ?? []
  return code === undefined || area === undefined ? null : { name, code, area }
}
