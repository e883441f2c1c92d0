import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import texts from './assets.texts.json' with { type: 'json' }
import { isInstalled, type Ran, runTool, type ToolOptions } from '../run-tool.ts'
import { unpacksAsClaimed, zipDirectory } from './zip-directory.ts'

export type DocumentType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

export const MAX_PAGES = 200
const MAX_ENTRIES = 5000
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024
/** Pixels of a page's long side. */
const PAGE_PX = 3840
const LOOK = { timeoutMs: 20_000, limits: { memoryMiB: 1024, cpuSeconds: 15, fileMiB: 1 } }
const PAGE = { timeoutMs: 60_000, limits: { memoryMiB: 3072, cpuSeconds: 45, fileMiB: 256 } }
const OFFICE = { timeoutMs: 240_000, limits: { memoryMiB: 6144, cpuSeconds: 180, fileMiB: 512 } }

export type DocumentTools = {
  installed: () => Promise<{ pdf: boolean; pptx: boolean }>
  /** Looks at a document without drawing it. Throws AppError `media-refused` with the reason; null pages: not known yet. */
  check: (path: string, type: DocumentType) => Promise<{ pages: number | null }>
  /** Draws every page as PNG into `folder`, which is empty; the paths in order. Throws AppError with the reason. */
  draw: (path: string, type: DocumentType, folder: string, on: DrawOptions) => Promise<string[]>
}
type DrawOptions = { progress: (done: number, total: number) => void; signal: AbortSignal }

/**
 * Pages of documents, by poppler (pdftoppm, pdfinfo) and LibreOffice where they are installed. A document may be hostile: each
 * program runs alone in a folder of its own, with caps on time, memory, file size and pages, without macros, and without a
 * network where the system lets it be taken away (`unshare`).
 */
export function documentTools(commands: { pdftoppm: string; pdfinfo: string; soffice: string }): DocumentTools {
  return {
    installed: async () => {
      const pdf = (await isInstalled(commands.pdftoppm)) && (await isInstalled(commands.pdfinfo))
      return { pdf, pptx: pdf && (await isInstalled(commands.soffice)) }
    },
    check: async (path, type) => {
      if (type === 'application/pdf') return { pages: await pagesOf(commands.pdfinfo, path) }
      await checkPptx(path)
      return { pages: null }
    },
    draw: async (path, type, folder, { progress, signal }) => {
      const pdf = type === 'application/pdf' ? path : await toPdf(commands.soffice, path, folder, signal)
      const pages = await pagesOf(commands.pdfinfo, pdf)
      const drawn: string[] = []
      for (let page = 1; page <= pages; page++) {
        drawn.push(await drawPage(commands.pdftoppm, pdf, page, folder, signal))
        progress(page, pages)
      }
      return drawn
    },
  }
}

async function pagesOf(pdfinfo: string, path: string): Promise<number> {
  const ran = await runTool(pdfinfo, [path], LOOK)
  if (/incorrect password/i.test(ran.stderr)) throw refused('pdfLocked')
  if (ran.end !== 'done') throw refused(ran.end === 'tooSlow' ? 'tooSlow' : 'documentUnreadable')
  const pages = Number(/^Pages:\s+(\d+)$/m.exec(ran.stdout)?.[1] ?? 0)
  if (pages === 0) throw refused('documentUnreadable')
  if (pages > MAX_PAGES) throw refused('tooManyPages', { pages: String(pages), max: String(MAX_PAGES) })
  return pages
}

async function drawPage(
  command: string,
  pdf: string,
  page: number,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const name = join(folder, `page-${page}`)
  const which = ['-f', String(page), '-l', String(page), '-singlefile']
  const ran = await runTool(command, ['-png', '-scale-to', String(PAGE_PX), ...which, pdf, name], { ...PAGE, signal })
  endOrRefuse(ran, { page: String(page) })
  return `${name}.png`
}

/** What a presentation claims, and whether it holds: no bombs, no macros, nothing locked. */
async function checkPptx(path: string): Promise<void> {
  const entries = await zipDirectory(path)
  if (entries === null || !entries.some(({ name }) => name === 'ppt/presentation.xml')) throw refused('notPptx')
  if (entries.some(({ flags }) => (flags & 1) === 1)) throw refused('pptxLocked')
  if (entries.some(({ name }) => /vbaProject/i.test(name))) throw refused('pptxMacros')
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (entries.length > MAX_ENTRIES || bytes > MAX_UNPACKED_BYTES) throw refused('pptxTooLarge')
  if (!(await unpacksAsClaimed(path, entries))) throw refused('documentUnreadable')
}

async function toPdf(soffice: string, path: string, folder: string, signal: AbortSignal): Promise<string> {
  const [profile, work] = [join(folder, 'profile'), join(folder, 'office')]
  await mkdir(join(profile, 'user'), { recursive: true })
  await mkdir(work)
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), CLOSED)
  // LibreOffice goes by the ending.
  await copyFile(path, join(work, 'document.pptx'))
  const convert = [
    `-env:UserInstallation=file://${profile}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nodefault',
    '--convert-to',
    'pdf:impress_pdf_Export',
    '--outdir',
    work,
    join(work, 'document.pptx'),
  ]
  const options: ToolOptions = { ...OFFICE, signal, cwd: work, env: { HOME: profile, TMPDIR: work } }
  const [program = soffice, ...before] = (await canCutNetwork()) ? ['unshare', '-rn', soffice] : [soffice]
  endOrRefuse(await runTool(program, [...before, ...convert], options), {})
  await rm(profile, { recursive: true, force: true })
  if (!(await readdir(work)).includes('document.pdf')) throw refused('documentUnreadable')
  return join(work, 'document.pdf')
}

/** May a process of ours have a network of its own, with nothing in it? Not in every container. */
async function canCutNetwork(): Promise<boolean> {
  return (await runTool('unshare', ['-rn', 'true'], { timeoutMs: 5000 })).end === 'done'
}

function endOrRefuse(ran: Ran, values: Record<string, string>): void {
  switch (ran.end) {
    case 'done':
      return
    case 'cancelled':
      throw refused('jobCancelled')
    case 'missing':
      throw refused('documentToolGone')
    case 'tooSlow':
      throw refused('documentTooSlow')
    case 'failed':
      throw refused(values['page'] === undefined ? 'documentUnreadable' : 'pageUnreadable', values)
  }
}

function refused(reason: keyof typeof texts, values: Record<string, string> = {}): AppError {
  return new AppError('media-refused', sentence(texts[reason], values))
}

/** Settings of a LibreOffice that runs nothing and fetches nothing. */
const CLOSED = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${[
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Common/Misc', 'FirstRun', 'false'],
  ['org.openoffice.Office.Impress/Misc/Start', 'EnableSdremote', 'false'],
]
  .map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`
