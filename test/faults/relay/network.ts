import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const ip = async (...words: string[]): Promise<void> => void (await run('ip', words))
const tc = async (...words: string[]): Promise<void> => void (await run('tc', words))

/** Of all packets that a bad line is given: lost, doubled, and put on a slow line that others overtake. */
const BAD_LINE = { lost: 0.3, doubled: 0.05, late: 0.25 }
/** So many bits a second: what is late is some 10 to 100 ms late. */
const SLOW = '200kbit'

// What a filter answers: as an action itself (linux/pkt_cls.h), or whether the packet is meant.
const DROP = 2
const GO_ON = 0xffffffff
const YES = 0xffffffff
const NO = 0

/** Classic BPF as tc takes it: draws a number (linux/filter.h, SKF_AD_RANDOM), compares it, answers one thing or the other. */
function sometimes(share: number, then: number, otherwise: number): string {
  return `4,32 0 0 4294963256,53 1 0 ${Math.round(share * 0xffffffff)},6 0 0 ${then},6 0 0 ${otherwise}`
}

/** Why there can be no networks of our own here, or null. */
export async function noNetworks(): Promise<string | null> {
  if (process.platform !== 'linux') return 'this needs Linux’s network namespaces'
  const probe = [
    'ip link add probe type bridge',
    'ip link add vp0 type veth peer name vp1',
    'ip link set dev vp0 master probe',
    'tc qdisc add dev vp0 clsact',
    `tc filter add dev vp0 egress bpf da bytecode '${sometimes(0.5, DROP, GO_ON)}'`,
    'tc qdisc add dev vp0 root handle 1: htb',
    'nsenter --help',
  ]
  return await run('unshare', ['-n', 'sh', '-ec', probe.join('\n')]).then(
    () => null,
    (error: unknown) =>
      `this needs root, unshare, nsenter, ip, and tc with bpf and htb: ${String(error).split('\n')[0]}`,
  )
}

/** A switch in the namespace of this process, with an address of its own on it. */
export async function makeSwitch(name: string, address: string): Promise<void> {
  await ip('link', 'add', name, 'type', 'bridge', 'mcast_snooping', '0')
  await ip('addr', 'add', `${address}/24`, 'dev', name)
  await ip('link', 'set', 'dev', name, 'up')
}

/** A namespace that lives as long as the process in it. */
export type Place = {
  /** What starts a program in it. */
  within: readonly string[]
  /** Plugs a card of it into a switch. `port`: the name of the switch's end. */
  plug: (card: string, switchName: string, address: string) => Promise<string>
  /** Packets to this address go nowhere. */
  cut: (address: string) => Promise<void>
  leave: () => void
}

export async function makePlace(name: string): Promise<Place> {
  // Ends with this process, whatever ends it: its input is closed then.
  const holder = spawn('unshare', ['-n', 'sh', '-c', 'echo in; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    holder.once('error', reject)
    holder.stdout.once('data', resolve)
  })
  const pid = String(holder.pid)
  const within = ['nsenter', '-t', pid, '-n']
  const inside = async (...words: string[]): Promise<void> =>
    void (await run('nsenter', ['-t', pid, '-n', 'ip', ...words]))
  await inside('link', 'set', 'dev', 'lo', 'up')
  return {
    within,
    plug: async (card, switchName, address) => {
      const port = `${name}-${card}`
      await ip('link', 'add', port, 'type', 'veth', 'peer', 'name', card, 'netns', pid)
      await ip('link', 'set', 'dev', port, 'master', switchName, 'up')
      await inside('addr', 'add', `${address}/24`, 'dev', card)
      await inside('link', 'set', 'dev', card, 'up')
      return port
    },
    cut: (address) => inside('route', 'replace', 'blackhole', `${address}/32`),
    leave: () => holder.kill('SIGKILL'),
  }
}

/**
 * Makes what goes to the displays at these ports as bad as BAD_LINE says. Not by netem, which many kernels are built
 * without: classic BPF draws the lot for each packet.
 */
export async function worsen(ports: readonly string[]): Promise<void> {
  const { lost, doubled, late } = BAD_LINE
  for (const port of ports) {
    const on = ['dev', port]
    const bpf = (...words: string[]) => ['protocol', 'all', 'bpf', ...words]
    await tc('qdisc', 'add', ...on, 'clsact')
    await tc('filter', 'add', ...on, 'egress', 'prio', '1', ...bpf('da', 'bytecode', sometimes(lost, DROP, GO_ON)))
    const mirror = ['action', 'mirred', 'egress', 'mirror', ...on]
    await tc('filter', 'add', ...on, 'egress', 'prio', '2', ...bpf('bytecode', sometimes(doubled, YES, NO), ...mirror))
    await tc('qdisc', 'add', ...on, 'root', 'handle', '1:', 'htb', 'default', '10')
    await tc('class', 'add', ...on, 'parent', '1:', 'classid', '1:10', 'htb', 'rate', '1gbit', 'quantum', '60000')
    await tc('class', 'add', ...on, 'parent', '1:', 'classid', '1:20', 'htb', 'rate', SLOW, 'burst', '1600')
    await tc('filter', 'add', ...on, 'parent', '1:', ...bpf('bytecode', sometimes(late, YES, NO), 'flowid', '1:20'))
  }
}

export async function mend(ports: readonly string[]): Promise<void> {
  for (const port of ports) {
    await tc('qdisc', 'del', 'dev', port, 'clsact')
    await tc('qdisc', 'del', 'dev', port, 'root')
  }
}
