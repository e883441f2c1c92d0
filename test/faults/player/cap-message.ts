/** One message of another system, for 小金井市 (CAP 1.2). `sentAt`: ISO 8601 with offset, to the second. */
export type CapMessage = { identifier: string; sentAt: string }

const SENDER = 'bousai@city.example'

/** A warning of level 2: a band beside the programme, by the policy that Akari comes with. */
export function capWarning({ identifier, sentAt }: CapMessage): Buffer {
  const info = `<info><language>ja-JP</language><category>Met</category><event>大雨注意報</event><urgency>Expected</urgency>
<severity>Moderate</severity><certainty>Likely</certainty><eventCode>${named('koganei:level', '2')}</eventCode>
<expires>${inAnHour(sentAt)}</expires><headline>大雨注意報</headline><area><areaDesc>小金井市</areaDesc>
<geocode>${named('JMA-AreaInformationCity', '1321000')}</geocode></area></info>`
  return message({ identifier, sentAt }, 'Alert', info)
}

/** Takes a warning back. */
export function capCancel({ identifier, sentAt }: CapMessage, warning: CapMessage): Buffer {
  const references = `<references>${SENDER},${warning.identifier},${warning.sentAt}</references>`
  return message({ identifier, sentAt }, 'Cancel', references)
}

function message({ identifier, sentAt }: CapMessage, msgType: string, rest: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${identifier}</identifier><sender>${SENDER}</sender>
<sent>${sentAt}</sent><status>Actual</status><msgType>${msgType}</msgType><scope>Public</scope>${rest}</alert>`)
}

function inAnHour(sentAt: string): string {
  return `${new Date(Date.parse(sentAt) + 3_600_000).toISOString().slice(0, 19)}+00:00`
}

function named(name: string, value: string): string {
  return `<valueName>${name}</valueName><value>${value}</value>`
}
