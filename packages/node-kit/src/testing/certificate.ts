import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate with its key, as `tls` takes them. */
export type Certified = { cert: string; key: string }

const HOUR_MS = 3_600_000
/** ASN.1 (X.690 §8.1.2): the tags of what a certificate is made of. */
const [INTEGER, BITS, BYTES, OBJECT, UTF8, TIME, SEQUENCE, SET] = [0x02, 0x03, 0x04, 0x06, 0x0c, 0x18, 0x30, 0x31]
const [VERSION, EXTENSIONS, DNS_NAME, IP_ADDRESS] = [0xa0, 0xa3, 0x82, 0x87]
const SIGNATURE = der(SEQUENCE, der(OBJECT, Buffer.from('2a8648ce3d040302', 'hex')))
const COMMON_NAME = Buffer.from('550403', 'hex')
const ALT_NAMES = Buffer.from('551d11', 'hex')
const BASIC_CONSTRAINTS = Buffer.from('551d13', 'hex')

/**
 * A certificate (RFC 5280 §4.1) for a name and an IPv4 address, valid for an hour around now but for `fromMs` and `untilMs` (Unix time);
 * signed by itself, or by `issuer`.
 */
export function certificate({
  name = 'localhost',
  address = '127.0.0.1',
  fromMs = Date.now() - HOUR_MS,
  untilMs = Date.now() + HOUR_MS,
  issuer,
}: {
  name?: string
  address?: string
  fromMs?: number
  untilMs?: number
  issuer?: Certified & { name: string }
} = {}): Certified & { name: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const altNames = der(
    SEQUENCE,
    der(DNS_NAME, Buffer.from(name)),
    der(IP_ADDRESS, Buffer.from(address.split('.').map(Number))),
  )
  const body = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    SIGNATURE,
    called(issuer?.name ?? name),
    der(SEQUENCE, time(fromMs), time(untilMs)),
    called(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(EXTENSIONS, der(SEQUENCE, extension(ALT_NAMES, altNames), extension(BASIC_CONSTRAINTS, authority()))),
  )
  const by = issuer === undefined ? privateKey : createPrivateKey(issuer.key)
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { name, key, cert: pem(der(SEQUENCE, body, SIGNATURE, der(BITS, Buffer.from([0]), signed(body, by)))) }
}

/** A tag, how long it is, and what it holds (X.690 §8.1.3). */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(parts)
  const { length } = inside
  const lengths = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...lengths]), inside])
}

function called(name: string): Buffer {
  return der(SEQUENCE, der(SET, der(SEQUENCE, der(OBJECT, COMMON_NAME), der(UTF8, Buffer.from(name)))))
}

function time(ms: number): Buffer {
  return der(TIME, Buffer.from(`${new Date(ms).toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`))
}

function extension(id: Buffer, value: Buffer): Buffer {
  return der(SEQUENCE, der(OBJECT, id), der(BYTES, value))
}

/** It may sign others. */
function authority(): Buffer {
  return der(SEQUENCE, Buffer.from('0101ff', 'hex'))
}

function signed(body: Buffer, by: KeyObject): Buffer {
  return sign('sha256', body, by)
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
