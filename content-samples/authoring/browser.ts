import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'

const CHROMIUM = '/usr/bin/chromium'

/** Folder of the bundled fonts, for `<link>` in pages opened from disk. */
export const FONTS_URL = new URL('..', import.meta.resolve('@fontsource/biz-udpgothic/package.json')).href.replace(
  /\/$/,
  '',
)

export interface Studio {
  /** Shows a page of the given size, with every font loaded. */
  open: (html: string, size: { width: number; height: number }) => Promise<Page>
  close: () => Promise<void>
}

/** A headless Chromium to draw with. */
export async function openStudio(): Promise<Studio> {
  const scratch = mkdtempSync(join(tmpdir(), 'studio-'))
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  return {
    open: async (html, size) => {
      const file = join(scratch, 'page.html')
      writeFileSync(file, html)
      await page.setViewportSize(size)
      await page.goto(pathToFileURL(file).href)
      await page.evaluate('document.fonts.ready')
      return page
    },
    close: async () => {
      await browser.close()
      rmSync(scratch, { recursive: true })
    },
  }
}
