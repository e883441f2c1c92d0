import { expect, type Locator } from '@playwright/test'

/**
 * Waits until a page has had the answer to what was saved with this button: nothing is under way, and nothing is left to save.
 * The server knows of it earlier; what is pressed in between meets a page that does not.
 */
export async function settled(button: Locator): Promise<void> {
  // In one: a button is disabled while it saves, too, and for a moment after the press it is neither.
  await expect(button.and(button.page().locator(':disabled:not([data-loading])'))).toBeVisible()
}
