// Gives the page nothing. It only takes away, also while the page's own guard is not running (built-in page, a page
// that failed to start): the menu, dragging files in or content out, and zooming with Ctrl and the wheel.
for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop'] as const)
  window.addEventListener(name, (event) => event.preventDefault(), { capture: true })
window.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { capture: true, passive: false })
