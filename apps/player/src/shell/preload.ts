import { webFrame } from 'electron'
import { LOCK_SCRIPT } from '../host/lock-script.ts'

// Gives the page nothing, and takes away, before its own scripts run, what a sign does not need.
void webFrame.executeJavaScript(LOCK_SCRIPT)
