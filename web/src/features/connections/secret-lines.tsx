import type { ConnectionSecretField, Provider } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { useNow } from '../../lib/use-now.ts'
import { providerWords } from './provider-words.ts'
import { SecretTail } from './secret-tail.tsx'

export interface SecretOnFile {
  field: ConnectionSecretField
  lastFour: string
  createdAt: string
  /** Until when it is valid still, after it was replaced; null for the one in use. */
  validUntil: string | null
}

export interface SecretLinesProps {
  provider: Provider
  secrets: readonly SecretOnFile[]
  /** Whether Clinch made the signing secret and told it to the provider: then nobody replaces it by hand. */
  ownSecret?: boolean
  onReplace: (field: ConnectionSecretField) => void
}

/** The secrets that a provider needs; one that signs with its API key has that alone. */
function fieldsOf(provider: Provider): { field: ConnectionSecretField; name: string; missing: string }[] {
  const { proof, proofName, apiKeyHint } = providerWords[provider]
  const missing = 'None: every delivery is refused'
  if (proof === 'api-key') return [{ field: 'API_KEY', name: proofName, missing }]
  const apiKey = { field: 'API_KEY' as const, name: 'API key', missing: 'None' }
  return [{ field: 'WEBHOOK_SECRET', name: proofName, missing }, ...(apiKeyHint === null ? [] : [apiKey])]
}

/** The secrets on file by kind, the one in use first and those that are still valid after it. */
export function SecretLines({ provider, secrets, ownSecret = false, onReplace }: SecretLinesProps) {
  const now = useNow()
  return (
    <dl className="mt-1">
      {fieldsOf(provider).map(({ field, name, missing }) => {
        const ofField = secrets.filter((secret) => secret.field === field)
        const current = ofField.find((secret) => secret.validUntil === null)
        const outgoing = ofField.filter(
          ({ validUntil }) => validUntil !== null && Date.parse(validUntil) > now.getTime(),
        )
        return (
          <div
            key={field}
            className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 last:border-0"
          >
            <dt className="w-28 text-fg-2">{name}</dt>
            <dd className="min-w-0 flex-1">
              {current ? <SecretTail secret={current} /> : <span className="text-fg-3">{missing}</span>}
              {outgoing.map(({ lastFour, validUntil }) => (
                <p key={lastFour} className="text-small text-fg-2">
                  The one before, ending in <span className="font-mono">{lastFour}</span>, is valid until{' '}
                  {validUntil && <DateTime at={validUntil} />}
                </p>
              ))}
            </dd>
            {ownSecret && field === 'WEBHOOK_SECRET' ? (
              <dd className="text-small text-fg-2">Made and told by Clinch</dd>
            ) : (
              <dd>
                <Button onClick={() => onReplace(field)} aria-label={`${current ? 'Replace' : 'Add'} the ${name}`}>
                  {current ? 'Replace' : 'Add'}
                </Button>
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}
