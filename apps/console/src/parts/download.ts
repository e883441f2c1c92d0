/** Hands a text to the browser as a file. `type`: its MIME type. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  // A link outside of the document may be followed before its name for the file is read.
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has begun to read it by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
