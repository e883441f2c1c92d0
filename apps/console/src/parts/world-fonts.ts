/** The letters of the languages that only contents have: half a megabyte of font rules, for the pages that show such texts. */
import '@akari/scenes/world-fonts.css'
