import { useMemo } from 'react'
import { currencies, currencyLabel } from '../lib/currencies.ts'
import { timeZoneLabel, timeZones } from '../lib/time-zones.ts'
import { useNow } from '../lib/use-now.ts'
import { ComboField, type SelectFieldProps } from './select-field.tsx'

type PlaceFieldProps = Omit<SelectFieldProps, 'label' | 'options'>

/** A time zone by its IANA name, found by its city or by its distance from UTC now. */
export function TimeZoneField(props: PlaceFieldProps) {
  const now = useNow()
  const options = useMemo(
    () => timeZones().map((zone) => ({ value: zone, label: timeZoneLabel(zone, now), detail: zone.split('/')[0] })),
    [now],
  )
  return <ComboField {...props} label="Time zone" options={options} />
}

/** The currency that an organization reports in, by its ISO 4217 code. */
export function CurrencyField(props: PlaceFieldProps) {
  const options = useMemo(() => currencies().map((code) => ({ value: code, label: currencyLabel(code) })), [])
  return <ComboField {...props} label="Reporting currency" options={options} />
}
