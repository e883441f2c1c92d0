/** How this program names itself to the CMS. */
export const SOFTWARE = 'akari-player/0.1.0'
