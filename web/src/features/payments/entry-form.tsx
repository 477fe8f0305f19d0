import { Controller } from 'react-hook-form'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { OwnFields } from '../../components/own-fields.tsx'
import type { Option } from '../../components/option.ts'
import { ComboField, SelectField } from '../../components/select-field.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { currencies, currencyLabel } from '../../lib/currencies.ts'
import type { FormResult } from '../../lib/form-result.ts'
import type { OwnEntry } from '../../lib/use-own-entry.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { entryMethods, entryMethodWords, entrySchema, type EntryValues } from './entry-values.ts'
import { noPackage } from './payment-words.ts'

export interface EntryFormProps {
  values: EntryValues
  /** What is and was sold. */
  packages: readonly Option[]
  /** The organization's day: none after it can be chosen. */
  today: string
  /** Own fields that have to be answered. */
  own: OwnEntry
  submitLabel: string
  onSend: (values: EntryValues) => Promise<FormResult<keyof EntryValues>>
  onDone: () => void
  onCancel: () => void
}

const methodOptions = entryMethods.map((value) => ({ value, label: entryMethodWords[value] }))

/** Money that no processor tells of: how much, how and when it came, and from whom. */
export function EntryForm({ values, packages, today, own, submitLabel, onSend, onDone, onCancel }: EntryFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<EntryValues>({
    schema: entrySchema,
    defaultValues: values,
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  const currency = form.watch('currency')
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <div className="grid grid-cols-2 gap-3">
        <Controller
          control={form.control}
          name="amount"
          render={({ field }) => (
            <MoneyField
              label="Amount"
              currency={currency}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              name={field.name}
              error={errors.amount?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="currency"
          render={({ field }) => (
            <ComboField
              label="Currency"
              options={currencies().map((code) => ({ value: code, label: currencyLabel(code) }))}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.currency?.message}
            />
          )}
        />
        <TextField
          {...form.register('paidOn')}
          type="date"
          label="Paid on"
          max={today}
          error={errors.paidOn?.message}
        />
        <Controller
          control={form.control}
          name="method"
          render={({ field }) => (
            <SelectField
              label="How"
              options={methodOptions}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.method?.message}
            />
          )}
        />
      </div>
      <TextField
        {...form.register('customerEmail')}
        type="email"
        label="Customer’s email"
        autoComplete="off"
        hint="Finds their lead and call, as with any payment."
        error={errors.customerEmail?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          {...form.register('customerName')}
          label="Name"
          optional
          autoComplete="off"
          error={errors.customerName?.message}
        />
        <TextField
          {...form.register('customerPhone')}
          type="tel"
          label="Phone"
          optional
          autoComplete="off"
          error={errors.customerPhone?.message}
        />
      </div>
      {packages.length > 0 && (
        <Controller
          control={form.control}
          name="packageId"
          render={({ field }) => (
            <ComboField
              label="Package"
              options={[{ value: noPackage, label: 'As the call’s form says' }, ...packages]}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.packageId?.message}
            />
          )}
        />
      )}
      <TextArea
        {...form.register('note')}
        label="Note"
        optional
        rows={2}
        hint="Such as the reference on the transfer."
        error={errors.note?.message}
      />
      <OwnFields entry={own} currency={currency} />
      <FormActions busy={busy} onCancel={onCancel}>
        {submitLabel}
      </FormActions>
    </FormFrame>
  )
}
