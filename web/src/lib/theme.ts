import { useSyncExternalStore } from 'react'

/** `system` follows the device; the others override it through `<html data-theme>`. */
export type Theme = 'system' | 'light' | 'dark'

/** Also read by public/theme.js, before the first paint. */
const storageKey = 'clinch.theme'
const listeners = new Set<() => void>()

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Applies a theme at once and remembers it on this device. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, theme)
  } catch {
    // Storage may be forbidden or full: the theme then lasts until the page is left, which is all that can be had.
  }
  for (const listener of listeners) listener()
}

export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentTheme)
