import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Provider } from '../../apollo/generated/graphql.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { leadMapping, mappingSchema, usualMapping } from './mapping-draft.ts'
import { MappingFields } from './mapping-fields.tsx'
import { providerWords } from './provider-words.ts'
import {
  accountSchema,
  connectionNameSchema,
  noAccountSchema,
  optionalSecretSchema,
  secretSchema,
} from './secret-schema.ts'
import { makeSigningSecret } from './signing-secret.ts'

const common = { name: connectionNameSchema, webhookSecret: optionalSecretSchema, mapping: mappingSchema }
const schema = z.object({ ...common, account: noAccountSchema, apiKey: optionalSecretSchema })
/** Of a provider that signs with its API key, that and its account are all that is needed. */
const schemaWithKey = z.object({ ...common, account: accountSchema, apiKey: secretSchema })

/** A connection to be made; an empty secret, key or account is none. */
export type ConnectValues = z.infer<typeof schema>

const inBookings = {
  title: 'Where bookings name their setter and source',
  where: 'In a UTM parameter of the booking link, or in the answer to a question. You can change this later.',
}
const mappingWords = {
  bookings: inBookings,
  payments: inBookings,
  leads: {
    title: 'Where contacts name their source',
    where: 'In a field of the request, under custom_fields or at its top. You can change this later.',
  },
  anything: {
    title: 'Where bookings and leads name their setter and source',
    where: 'In the tracking or an answer of a booking, or in a field of a lead. You can change this later.',
  },
} as const

export interface ConnectFormProps {
  provider: Provider
  onSend: (values: ConnectValues) => Promise<FormResult<keyof ConnectValues>>
  onDone: () => void
  onCancel: () => void
}

/**
 * What a connection needs. Calendly is told a secret, so one is made here; processors make their own once they know the
 * address, so there it may follow. Where Clinch makes it, it is shown next.
 */
export function ConnectForm({ provider, onSend, onDone, onCancel }: ConnectFormProps) {
  const words = providerWords[provider]
  const { tells, proof } = words
  const mapped = tells !== 'payments'
  const { form, onSubmit, problem, busy } = useSentForm<ConnectValues>({
    schema: proof === 'api-key' ? schemaWithKey : schema,
    defaultValues: {
      name: '',
      webhookSecret: proof === 'told' ? makeSigningSecret() : '',
      account: '',
      apiKey: '',
      mapping: tells === 'leads' ? leadMapping : usualMapping,
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
        placeholder={tells === 'payments' ? 'Payments' : 'Main team'}
        autoComplete="off"
        hint={`Tells it from your other connections of ${words.inWords}.`}
        error={errors.name?.message}
      />
      {(proof === 'told' || proof === 'shown') && (
        <TextField
          {...form.register('webhookSecret')}
          label="Signing secret"
          optional={proof === 'shown'}
          autoComplete="off"
          spellCheck={false}
          hint={
            proof === 'told'
              ? `Made for you, and part of the next step. Put your own here if ${words.name} signs with one already.`
              : `${words.name} shows it once it knows the webhook address, which comes next. Paste it now only if you have it.`
          }
          error={errors.webhookSecret?.message}
        />
      )}
      {proof === 'api-key' && (
        <TextField
          {...form.register('account')}
          label="User id"
          autoComplete="off"
          hint={`In ${words.name}, under Integrations, API.`}
          error={errors.account?.message}
        />
      )}
      {words.apiKeyHint !== null && (
        <TextField
          {...form.register('apiKey')}
          label="API key"
          optional={proof !== 'api-key'}
          type="password"
          autoComplete="off"
          hint={words.apiKeyHint}
          error={errors.apiKey?.message}
        />
      )}
      {proof === 'made' && (
        <p className="text-small text-pretty text-fg-2">
          Clinch makes the {words.proofName.toLowerCase()} that lets {words.inWords} in, and shows it once, next.
        </p>
      )}
      {mapped && (
        <div className="border-t border-line pt-4">
          <h3 className="font-semibold">{mappingWords[tells].title}</h3>
          <p className="mt-0.5 mb-3 text-small text-pretty text-fg-2">{mappingWords[tells].where}</p>
          <Controller
            control={form.control}
            name="mapping"
            render={({ field }) => (
              <MappingFields
                of={tells === 'leads' ? 'leads' : 'bookings'}
                value={field.value}
                onChange={field.onChange}
                errors={errors.mapping}
              />
            )}
          />
        </div>
      )}
      <FormActions busy={busy} onCancel={onCancel}>
        Connect {words.inWords}
      </FormActions>
    </form>
  )
}
