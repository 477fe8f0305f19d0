import { choiceParam, flagParam, type SearchShape } from '../../../lib/search-params.ts'

export const settingsTabs = ['organization', 'plan', 'import', 'keys', 'audit', 'account'] as const

export type SettingsTab = (typeof settingsTabs)[number]

/** What the address of the settings page holds. */
export const settingsSearch = {
  tab: choiceParam<SettingsTab>(settingsTabs, 'organization'),
  /** Whether a key is being made. */
  add: flagParam(),
} satisfies SearchShape
