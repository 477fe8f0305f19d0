import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Provider } from '../../apollo/generated/graphql.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { mappingSchema, usualMapping } from './mapping-draft.ts'
import { MappingFields } from './mapping-fields.tsx'
import { providerWords } from './provider-words.ts'
import { connectionNameSchema, optionalSecretSchema } from './secret-schema.ts'
import { makeSigningSecret } from './signing-secret.ts'

const schema = z.object({
  name: connectionNameSchema,
  webhookSecret: optionalSecretSchema,
  apiKey: optionalSecretSchema,
  mapping: mappingSchema,
})

/** A connection to be made; an empty secret or key is none. */
export type ConnectValues = z.infer<typeof schema>

export interface ConnectFormProps {
  provider: Provider
  onSend: (values: ConnectValues) => Promise<FormResult<keyof ConnectValues>>
  onDone: () => void
  onCancel: () => void
}

/**
 * What a connection needs. Calendly is told a secret, so one is made here; processors make their own once they know the
 * address, so there it may follow.
 */
export function ConnectForm({ provider, onSend, onDone, onCancel }: ConnectFormProps) {
  const words = providerWords[provider]
  const isBookingTool = words.tells === 'bookings'
  const { form, onSubmit, problem, busy } = useSentForm<ConnectValues>({
    schema,
    defaultValues: {
      name: '',
      webhookSecret: isBookingTool ? makeSigningSecret() : '',
      apiKey: '',
      mapping: usualMapping,
    },
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      <TextField
        {...form.register('name')}
        label="Name"
        placeholder={isBookingTool ? 'Main team' : 'Payments'}
        autoComplete="off"
        hint={`Tells it from your other ${words.name} connections.`}
        error={errors.name?.message}
      />
      <TextField
        {...form.register('webhookSecret')}
        label="Signing secret"
        optional={!isBookingTool}
        autoComplete="off"
        spellCheck={false}
        hint={
          isBookingTool
            ? 'Made for you, and part of the next step. Put your own here if Calendly signs with one already.'
            : 'Stripe shows it once it knows the webhook address, which comes next. Paste it now only if you have it.'
        }
        error={errors.webhookSecret?.message}
      />
      <TextField
        {...form.register('apiKey')}
        label="API key"
        optional
        type="password"
        autoComplete="off"
        hint={words.apiKeyHint}
        error={errors.apiKey?.message}
      />
      {isBookingTool && (
        <div className="border-t border-line pt-4">
          <h3 className="font-semibold">Where bookings name their setter and source</h3>
          <p className="mt-0.5 mb-3 text-small text-pretty text-fg-2">
            In a UTM parameter of the booking link, or in the answer to a question. You can change this later.
          </p>
          <Controller
            control={form.control}
            name="mapping"
            render={({ field }) => (
              <MappingFields value={field.value} onChange={field.onChange} errors={errors.mapping} />
            )}
          />
        </div>
      )}
      <FormActions busy={busy} onCancel={onCancel}>
        Connect {words.name}
      </FormActions>
    </form>
  )
}
