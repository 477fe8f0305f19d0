import type { UseFormReturn } from 'react-hook-form'
import { Controller } from 'react-hook-form'
import { Checkbox } from '../../components/checkbox.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { ComboField, SelectField } from '../../components/select-field.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { currencies, currencyLabel } from '../../lib/currencies.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { planSum } from './plan-sum.ts'
import { intervals, packageSchema, type PackageValues } from './package-values.ts'

export interface PackageFormProps {
  values: PackageValues
  submitLabel: string
  onSend: (values: PackageValues) => Promise<FormResult<keyof PackageValues>>
  onDone: () => void
  onCancel: () => void
}

const intervalOptions = intervals.map((value) => ({ value, label: value === 'MONTH' ? 'months' : 'days' }))

/** What is sold: its name and price, and how it may be paid. */
export function PackageForm({ values, submitLabel, onSend, onDone, onCancel }: PackageFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<PackageValues>({
    schema: packageSchema,
    defaultValues: values,
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  const [hasInstalments, takesDeposit] = form.watch(['hasInstalments', 'takesDeposit'])
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <TextField {...form.register('name')} label="Name" autoComplete="off" error={errors.name?.message} />
      <div className="grid grid-cols-2 gap-3">
        <AmountField form={form} name="price" label="Price" />
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
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-small font-medium text-fg-2">How it can be paid</legend>
        <Choice form={form} name="paidInFull" label="In full" />
        <Choice form={form} name="hasInstalments" label="In instalments" />
        {hasInstalments && <InstalmentFields form={form} />}
        <Choice form={form} name="takesDeposit" label="With a deposit first" />
        {takesDeposit && (
          <div className="pl-5.5">
            <AmountField
              form={form}
              name="deposit"
              label="Deposit"
              hint="A deposit is not a close: the payment that completes it is."
            />
          </div>
        )}
        <p aria-live="polite" className={errors.paidInFull ? 'text-small text-bad' : 'sr-only'}>
          {errors.paidInFull?.message}
        </p>
      </fieldset>
      <TextArea
        {...form.register('description')}
        label="Description"
        optional
        rows={2}
        error={errors.description?.message}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        {submitLabel}
      </FormActions>
    </FormFrame>
  )
}

type Form = UseFormReturn<PackageValues>

function Choice({
  form,
  name,
  label,
}: {
  form: Form
  name: 'paidInFull' | 'hasInstalments' | 'takesDeposit'
  label: string
}) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => <Checkbox label={label} checked={field.value} onChange={field.onChange} />}
    />
  )
}

interface AmountFieldProps {
  form: Form
  name: 'price' | 'instalment' | 'deposit'
  label: string
  hint?: string
}

function AmountField({ form, name, label, hint }: AmountFieldProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <MoneyField
          label={label}
          currency={form.watch('currency')}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          name={field.name}
          hint={hint}
          error={fieldState.error?.message}
        />
      )}
    />
  )
}

/** How many instalments, of how much, how far apart; and what that comes to. */
function InstalmentFields({ form }: { form: Form }) {
  const { errors } = form.formState
  return (
    <div className="mb-1 flex flex-col gap-3 pl-5.5">
      <div className="grid grid-cols-[72px_minmax(0,1fr)] gap-3">
        <TextField
          {...form.register('count')}
          label="How many"
          inputMode="numeric"
          autoComplete="off"
          error={errors.count?.message}
        />
        <AmountField form={form} name="instalment" label="Each" />
      </div>
      <div className="grid grid-cols-[72px_minmax(0,1fr)] items-end gap-3">
        <TextField
          {...form.register('every')}
          label="One every"
          inputMode="numeric"
          autoComplete="off"
          error={errors.every?.message}
        />
        <Controller
          control={form.control}
          name="interval"
          render={({ field }) => (
            <SelectField
              label="Days or months"
              options={intervalOptions}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.interval?.message}
            />
          )}
        />
      </div>
      <p className="text-small text-fg-3">{planSum(form.watch())}</p>
    </div>
  )
}
