/** In a shell's single quotes, where only the quote itself has a meaning. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Signs a lead as Standard Webhooks are, and sends it: what any system of one's own has to do. */
export function customCommand({ webhookUrl, signingSecret }: { webhookUrl: string; signingSecret: string }): string {
  const body = JSON.stringify({
    id: 'test-1',
    kind: 'lead',
    sent_at: '2026-11-21T12:00:00Z',
    lead: { ref: 'contact-1', name: 'Test Lead', email: 'test@example.com' },
  })
  return [
    `SECRET=${quoted(signingSecret)}`,
    `BODY=${quoted(body)}`,
    `ID='test-1'; TIME=$(date +%s)`,
    `KEY=$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')`,
    `SIGNATURE=$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)`,
    `curl ${quoted(webhookUrl)} -H 'content-type: application/json' \\`,
    `  -H "webhook-id: $ID" -H "webhook-timestamp: $TIME" -H "webhook-signature: v1,$SIGNATURE" \\`,
    `  --data-binary "$BODY"`,
  ].join('\n')
}
