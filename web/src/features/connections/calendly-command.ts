import { webhookEvents } from '@clinch/schema/providers'

/** In a shell's single quotes, where only the quote itself has a meaning. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/**
 * Calendly has no page for webhooks: they are made by its API. These lines find the organization that a token belongs to and make
 * the subscription, signed with our secret. The token is put in by whoever runs them.
 */
export function calendlyCommand({ webhookUrl, signingSecret }: { webhookUrl: string; signingSecret: string }): string {
  const head = JSON.stringify({
    url: webhookUrl,
    events: webhookEvents.calendly,
    scope: 'organization',
    signing_key: signingSecret,
  }).slice(0, -1)
  return [
    `TOKEN='YOUR_TOKEN'`,
    `ORGANIZATION=$(curl -s https://api.calendly.com/users/me -H "Authorization: Bearer $TOKEN" \\`,
    `  | grep -o 'https://api.calendly.com/organizations/[^"]*' | head -n 1)`,
    `curl https://api.calendly.com/webhook_subscriptions \\`,
    `  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
    `  -d ${quoted(`${head},"organization":"`)}"$ORGANIZATION"'"}'`,
  ].join('\n')
}
