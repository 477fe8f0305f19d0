import { chooseTheme, useTheme, type Theme } from '../lib/theme.ts'
import { MenuChoices } from './menu.tsx'
import { Segment } from './segment.tsx'

const choices: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** The device's theme, light or dark; remembered on this device. */
export function ThemeSwitch() {
  return <Segment label="Theme" choices={choices} value={useTheme()} onChange={chooseTheme} />
}

/** The same inside a menu. */
export function ThemeChoices() {
  return <MenuChoices label="Theme" choices={choices} value={useTheme()} onChange={chooseTheme} />
}
