import { useState } from 'react'
import { currencySymbol } from '../lib/format-money.ts'
import { moneyText, readMoneyText } from '../lib/read-money-text.ts'
import type { ControlSize, FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

export interface MoneyFieldProps extends FieldProps {
  /** ISO 4217, shown inside the box. */
  currency: string
  /** What stands in the box, as typed: `readMoneyText` turns it into an exact amount. Kept even when it is wrong. */
  value: string
  onChange: (text: string) => void
  onBlur?: () => void
  name?: string
  size?: ControlSize
  disabled?: boolean
  /** It may be less than nothing. */
  signed?: boolean
}

/** An amount in one currency. On leaving, what reads as an amount is set out with its cents; what does not is said to be wrong. */
export function MoneyField({ currency, value, onChange, onBlur, error, signed = false, ...rest }: MoneyFieldProps) {
  const [problem, setProblem] = useState<string>()
  const settle = () => {
    if (value.trim() !== '') {
      const read = readMoneyText(value, currency, { signed })
      if (read.ok) onChange(moneyText({ amount: read.amount, currency }))
      setProblem(read.ok ? undefined : read.message)
    }
    onBlur?.()
  }
  return (
    <TextField
      {...rest}
      error={error ?? problem}
      inputMode="decimal"
      autoComplete="off"
      prefix={currencySymbol(currency)}
      suffix={currency}
      value={value}
      onChange={(event) => {
        setProblem(undefined)
        onChange(event.target.value)
      }}
      onBlur={settle}
    />
  )
}
