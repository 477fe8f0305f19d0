import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'

export interface RatesFilterProps {
  /** The currencies that are offered. */
  currencies: readonly string[]
  /** Empty for all. */
  currency: string
  /** YYYY-MM-DD; empty for all. */
  day: string
  onChange: (narrowed: { currency?: string; day?: string }) => void
}

/** Narrows the rates by currency and day. */
export function RatesFilter({ currencies, currency, day, onChange }: RatesFilterProps) {
  return (
    <>
      <div className="w-36">
        <SelectField
          label="Currency of the rates"
          labelHidden
          options={[
            { value: '', label: 'All currencies' },
            ...currencies.map((code) => ({ value: code, label: code })),
          ]}
          value={currency}
          onChange={(chosen) => onChange({ currency: chosen })}
        />
      </div>
      <div className="w-36">
        <TextField
          label="Day of the rates"
          labelHidden
          type="date"
          value={day}
          onChange={(event) => onChange({ day: event.target.value })}
        />
      </div>
    </>
  )
}
