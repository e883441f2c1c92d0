/** IPv4's whole 127.0.0.0/8 (RFC 1122 §3.2.1.3), IPv6's ::1, and the names that browsers keep on this machine. */
const THIS_MACHINE = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Can others on the network read what goes between this page and the CMS? Plain http that leaves the machine. */
export function isInTheClear({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean {
  return protocol === 'http:' && !THIS_MACHINE.test(hostname)
}
