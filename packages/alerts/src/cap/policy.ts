/** What a city decides about CAP messages. */
export type CapPolicy = {
  /** How long an alert stands, from when it was sent, that does not say when it ends. */
  defaultEndMs: number
  /** Geocode systems (valueName, in any case) whose values are 市町村 codes, with 5, 6 or 7 digits. */
  cityCodeNames: readonly string[]
  /** Systems that know no place in Japan: an area told in them alone lies elsewhere. */
  foreignCodeNames: readonly string[]
}

export const CAP_POLICY: CapPolicy = {
  defaultEndMs: 6 * 3600_000,
  cityCodeNames: ['JMA-AreaInformationCity', 'AreaInformationCity', 'JMA', 'JIS-X-0402', 'JISX0402', 'citycode'],
  foreignCodeNames: [
    'SAME',
    'FIPS',
    'FIPS6',
    'UGC',
    'EMMA_ID',
    'NUTS',
    'NUTS1',
    'NUTS2',
    'NUTS3',
    'WARNCELLID',
    'CLC',
    'profile:CAP-CP:Location',
    'layer:EC-MSC-SMC:1.0:CLC',
  ],
}
