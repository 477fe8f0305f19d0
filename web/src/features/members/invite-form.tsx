import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { Segment } from '../../components/segment.tsx'
import { ComboField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TextLink } from '../../components/text-link.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { seatsText } from './seats-text.ts'

const looksLikeEmail = z.email().safeParse
const nobody = ''

const schema = z
  .object({
    email: z.string().check(
      z.trim(),
      z.minLength(1, { error: 'Enter their email', abort: true }),
      z.refine((text) => looksLikeEmail(text).success, 'Enter an email address, such as maya@example.com'),
    ),
    role: z.enum(['ADMIN', 'SALES_REP']),
    closerId: z.string(),
    setterId: z.string(),
  })
  .check(
    z.refine((values) => values.role === 'ADMIN' || values.closerId !== nobody || values.setterId !== nobody, {
      error: 'A sales rep sees their own rows alone: choose the closer or the setter who they are',
      path: ['closerId'],
    }),
  )

type Values = z.infer<typeof schema>

/** Whom to invite; null where they are no closer or no setter. */
export interface InviteValues {
  email: string
  role: Values['role']
  closerId: string | null
  setterId: string | null
}

/** Somebody on the roster as whom nobody signs in yet. */
export interface RosterChoice {
  id: string
  name: string
  email: string | null
}

export interface InviteFormProps {
  closers: readonly RosterChoice[]
  setters: readonly RosterChoice[]
  /** Who is meant, where that is known beforehand. */
  closerId?: string
  setterId?: string
  /** The seats of the plan, and how many are taken. */
  seats: { seats: number; seatsUsed: number }
  /** Where the plan is looked at. */
  planTo: string
  onSend: (values: InviteValues) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

const optionsOf = (people: readonly RosterChoice[]) => [
  { value: nobody, label: 'Nobody' },
  ...people.map(({ id, name, email }) => ({ value: id, label: name, detail: email ?? undefined })),
]

const idByEmail = (people: readonly RosterChoice[], email: string): string =>
  people.find((person) => person.email === email.trim().toLowerCase())?.id ?? nobody

const roleHints = {
  SALES_REP: 'Sees their own calls, forms and figures.',
  ADMIN: 'Sees and changes everything but the ownership.',
} as const

/** Whom to invite, as what, and who they are on the roster. An address that is on the roster says the latter by itself. */
export function InviteForm({
  closers,
  setters,
  closerId,
  setterId,
  seats,
  planTo,
  onSend,
  onDone,
  onCancel,
}: InviteFormProps) {
  const meant = [...closers, ...setters].find(({ id }) => id === closerId || id === setterId)
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: {
      email: meant?.email ?? '',
      role: 'SALES_REP',
      closerId: closerId ?? idByEmail(closers, meant?.email ?? nobody),
      setterId: setterId ?? idByEmail(setters, meant?.email ?? nobody),
    },
    send: (values) => onSend({ ...values, closerId: values.closerId || null, setterId: values.setterId || null }),
    onDone,
  })
  const { errors, dirtyFields } = form.formState
  const role = form.watch('role')
  const recognise = (email: string) => {
    if (!dirtyFields.closerId && closerId === undefined) form.setValue('closerId', idByEmail(closers, email))
    if (!dirtyFields.setterId && setterId === undefined) form.setValue('setterId', idByEmail(setters, email))
  }
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      {seats.seatsUsed >= seats.seats && <NoSeat {...seats} planTo={planTo} />}
      <TextField
        {...form.register('email', { onChange: () => recognise(form.getValues('email')) })}
        label="Email"
        type="email"
        autoComplete="off"
        error={errors.email?.message}
      />
      <div>
        <div className="mb-1.5 text-small font-medium text-fg-2">Role</div>
        <Segment
          label="Role"
          choices={[
            { value: 'SALES_REP', label: 'Sales rep' },
            { value: 'ADMIN', label: 'Admin' },
          ]}
          value={role}
          onChange={(next) => form.setValue('role', next, { shouldDirty: true })}
        />
        <p className="mt-1 text-small text-fg-3">{roleHints[role]}</p>
      </div>
      <Controller
        control={form.control}
        name="closerId"
        render={({ field }) => (
          <ComboField
            label="The closer who they are"
            optional={role === 'ADMIN'}
            options={optionsOf(closers)}
            value={field.value}
            onChange={(id) => {
              field.onChange(id)
              form.clearErrors('closerId')
            }}
            onBlur={field.onBlur}
            error={errors.closerId?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="setterId"
        render={({ field }) => (
          <ComboField
            label="The setter who they are"
            optional={role === 'ADMIN'}
            options={optionsOf(setters)}
            value={field.value}
            onChange={(id) => {
              field.onChange(id)
              form.clearErrors('closerId')
            }}
            onBlur={field.onBlur}
            error={errors.setterId?.message}
          />
        )}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Make the invitation
      </FormActions>
    </FormFrame>
  )
}

/** Inviting takes no seat, joining does: what will be answered to whoever accepts while none is free. */
function NoSeat({ seats, seatsUsed, planTo }: { seats: number; seatsUsed: number; planTo: string }) {
  return (
    <p role="note" className="text-warn">
      {seatsText(seatsUsed, seats)} You can invite them, but whoever accepts is told that no seat is free, until one is:
      somebody leaves, or the plan has more. The invitation stays good for its seven days. A rep who comes by a portal
      link takes none. <TextLink to={planTo}>See the plan</TextLink>
    </p>
  )
}
