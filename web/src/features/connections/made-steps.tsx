import { CopyField } from '../../components/copy-field.tsx'
import { customCommand } from './custom-command.ts'
import { manychatBody } from './manychat-request.ts'
import type { ProviderStepsProps } from './provider-steps.type.ts'
import { Step, Steps } from './step-list.tsx'

const shownOnce = 'Shown here, once. Copy it before you close this.'

/** A flow's External Request, and the token that lets it in. */
export function ManyChatSteps({ signingSecret }: ProviderStepsProps) {
  return (
    <Steps>
      <Step>
        In ManyChat, open the flow, and add an External Request under Actions. Let it send by POST to the webhook
        address.
      </Step>
      <Step>
        <p className="mb-2">
          Add the header <code className="font-mono text-small">X-Clinch-Token</code>
          {signingSecret === undefined
            ? ' with the token. Lost it? Make a new one under Secrets.'
            : ' with this token.'}
        </p>
        {signingSecret !== undefined && <CopyField label="Token" text={signingSecret} hint={shownOnce} />}
      </Step>
      <Step>
        <p className="mb-2">
          Paste this as its body. Replace what stands in braces by ManyChat’s own fields, and name the event, the source
          and the tags as you like. Full contact data are understood too.
        </p>
        <CopyField label="Body" multiline text={manychatBody} />
      </Step>
      <Step>Press Test the request. The lead stands under Deliveries within seconds.</Step>
    </Steps>
  )
}

/** Anything that can sign a request. */
export function CustomSteps({ webhookUrl, signingSecret }: ProviderStepsProps) {
  return (
    <Steps>
      <Step>
        <p className="mb-2">
          Sign each request as Standard Webhooks do; any of its libraries will do.{' '}
          {signingSecret === undefined && 'Lost the signing secret? Make a new one under Secrets.'}
        </p>
        {signingSecret !== undefined && <CopyField label="Signing secret" text={signingSecret} hint={shownOnce} />}
      </Step>
      <Step>
        <p className="mb-2">
          Try it in a terminal
          {signingSecret === undefined && (
            <>
              , with your signing secret in place of <code className="font-mono text-small">YOUR_SECRET</code>
            </>
          )}
          . The lead stands under Deliveries within seconds.
        </p>
        <CopyField
          label="Command"
          multiline
          text={customCommand({ webhookUrl, signingSecret: signingSecret ?? 'YOUR_SECRET' })}
        />
      </Step>
      <Step>
        Send bookings, payments, refunds, disputes and leads in the same way. Their shapes and examples are in
        docs/webhooks-in.md.
      </Step>
    </Steps>
  )
}
