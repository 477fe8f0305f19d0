import type { Provider } from '../../apollo/generated/graphql.ts'
import { providerWords } from './provider-words.ts'

/** Two letters in a square. Decorative: the provider's name stands beside it. */
export function ProviderMark({ provider }: { provider: Provider }) {
  return (
    <span
      aria-hidden
      className="grid size-6 shrink-0 place-items-center rounded-xs text-micro font-medium text-fg-2 shadow-[inset_0_0_0_1px_var(--line-strong)]"
    >
      {providerWords[provider].mark}
    </span>
  )
}
