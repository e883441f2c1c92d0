export function takeLock(folder: string, onWait: () => void): Promise<{ release(): void; share(pid: number): void }>
