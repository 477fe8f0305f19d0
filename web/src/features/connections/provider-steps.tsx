import { webhookEvents } from '@clinch/schema/providers'
import { CopyField } from '../../components/copy-field.tsx'
import { CopyButton } from '../../components/error-state.tsx'
import { calendlyCommand } from './calendly-command.ts'
import { CustomSteps, ManyChatSteps } from './made-steps.tsx'
import type { ProviderStepsProps } from './provider-steps.type.ts'
import { providerWords } from './provider-words.ts'
import { Step, Steps } from './step-list.tsx'

/** What is left to do at the provider, so that its webhooks arrive here. */
export function ProviderSteps(props: ProviderStepsProps) {
  return (
    <div className="flex flex-col gap-4">
      <CopyField label="Webhook address" text={props.webhookUrl} />
      <StepsOf {...props} />
    </div>
  )
}

function StepsOf({ provider, ...props }: ProviderStepsProps) {
  switch (provider) {
    case 'CALENDLY':
      return <CalendlySteps provider={provider} {...props} />
    case 'ACUITY':
      return <AcuitySteps {...props} />
    case 'STRIPE':
    case 'WHOP':
      return <EndpointSteps provider={provider} {...props} />
    case 'MANYCHAT':
      return <ManyChatSteps provider={provider} {...props} />
    case 'CUSTOM':
      return <CustomSteps provider={provider} {...props} />
  }
}

function AcuitySteps({ secretForm, keyCheck }: Omit<ProviderStepsProps, 'provider'>) {
  return (
    <Steps>
      <Step>
        <p>In Acuity, under Integrations, open API: there stand the user id and the API key.</p>
        {secretForm && <div className="mt-2">{secretForm}</div>}
        {keyCheck && <div className="mt-2">{keyCheck}</div>}
      </Step>
      <Step>
        In Acuity, under Integrations, open Webhooks, and paste the webhook address for new, rescheduled and canceled
        appointments; or for changed ones alone, which tell of all of these.
      </Step>
      <Step>Book a test appointment. It stands under Deliveries within seconds.</Step>
    </Steps>
  )
}

function CalendlySteps({ webhookUrl, signingSecret, secretForm }: ProviderStepsProps) {
  return (
    <Steps>
      <Step>
        In Calendly, under Integrations and apps, open API and webhooks and make a personal access token. Webhooks need
        a paid Calendly plan and the rights of an admin or owner.
      </Step>
      <Step>
        <p className="mb-2">
          Calendly takes webhooks by its API alone. Run this in a terminal, with your token in place of{' '}
          <code className="font-mono text-small">YOUR_TOKEN</code>
          {signingSecret === undefined && (
            <>
              {' '}
              and your signing secret in place of <code className="font-mono text-small">YOUR_SECRET</code>
            </>
          )}
          .
        </p>
        <CopyField
          label="Command"
          multiline
          text={calendlyCommand({ webhookUrl, signingSecret: signingSecret ?? 'YOUR_SECRET' })}
          hint={signingSecret === undefined ? undefined : 'It holds the signing secret, which is not shown again.'}
        />
      </Step>
      {secretForm && <Step>{secretForm}</Step>}
      <Step>Book a test call. It stands under Deliveries within seconds.</Step>
    </Steps>
  )
}

/** Where a processor takes the address of an endpoint. */
const endpoints = {
  STRIPE: {
    events: webhookEvents.stripe,
    open: 'In Stripe, open Webhooks under Developers, add an endpoint, and paste the webhook address.',
  },
  WHOP: {
    events: webhookEvents.whop,
    open: 'In Whop, open Webhooks under Developer, create a webhook, and paste the webhook address. Either version of its messages is understood.',
  },
}

function EndpointSteps({ provider, secretForm }: ProviderStepsProps & { provider: keyof typeof endpoints }) {
  const { name } = providerWords[provider]
  const { events, open } = endpoints[provider]
  return (
    <Steps>
      <Step>{open}</Step>
      <Step>
        <p>
          Let it send these events. More of them do no harm.{' '}
          <span className="text-small">
            <CopyButton text={events.join('\n')} label="Copy the list" />
          </span>
        </p>
        <ul className="mt-1 flex flex-wrap gap-x-3 font-mono text-small leading-5 text-fg-2">
          {events.map((event) => (
            <li key={event}>{event}</li>
          ))}
        </ul>
      </Step>
      <Step>
        {secretForm ? (
          <>
            <p className="mb-2">Reveal the endpoint’s signing secret in {name}, and paste it here.</p>
            {secretForm}
          </>
        ) : (
          'Compare the end of the endpoint’s signing secret with the one on file here.'
        )}
      </Step>
      <Step>Send a test event, or wait for the next payment. It stands under Deliveries within seconds.</Step>
    </Steps>
  )
}
