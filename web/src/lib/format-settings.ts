import { createContext, useContext } from 'react'

/** How figures and times read for this viewer in this organization. */
export interface FormatSettings {
  /** BCP 47, for money and dates. */
  locale: string
  /** The viewer's zone: times are shown in it. */
  timeZone: string
  /** The organization's zone: shown on hover where it differs, and what "today" goes by. */
  organizationTimeZone: string
}

const browserTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

const FormatSettingsContext = createContext<FormatSettings>({
  locale: 'en-US',
  timeZone: browserTimeZone,
  organizationTimeZone: browserTimeZone,
})

export const FormatSettingsProvider = FormatSettingsContext.Provider

export const useFormatSettings = (): FormatSettings => useContext(FormatSettingsContext)
