import { execFile } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** Runs a program and resolves when it has ended, however it did. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<void>

/**
 * Tells systemd (`Type=notify`, sd_notify(3)) that this process is up, and from then on that its event loop turns, three
 * times within `WatchdogSec=`: a process that hangs or is stopped falls silent and is started again. Does nothing where no
 * systemd listens. Node has no datagram sockets of the Unix kind, so `systemd-notify` carries each word; the unit needs
 * `NotifyAccess=all`.
 */
export function reportToSystemd(
  // oxlint-disable-next-line node/no-process-env -- what systemd tells each process it starts, no setting of ours
  environment: Environment = process.env,
  run: RunProgram = runProgram,
): { close: () => void } {
  if (environment['NOTIFY_SOCKET'] === undefined) return { close: () => undefined }
  void run('systemd-notify', ['--ready'])
  const watchdogMs = Number(environment['WATCHDOG_USEC'] ?? 0) / 1000
  if (!(watchdogMs > 0)) return { close: () => undefined }
  const timer = setInterval(() => void run('systemd-notify', ['WATCHDOG=1']), watchdogMs / 3)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

function runProgram(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    // A word that does not get through is said again; systemd acts on the silence if none does.
    execFile(program, [...args], { timeout: 5_000 }, () => resolve())
  })
}
