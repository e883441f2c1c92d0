/** Where the agent gives out a file of the content set, from the page's own address. */
export const fileUrl = (sha256: string): string => `files/${sha256}`
