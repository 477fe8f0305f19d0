import type { ReactNode } from 'react'

/** Terms and their values, in the portal's size. */
export function ProfileFacts({ facts }: { facts: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="mt-2 grid grid-cols-[128px_minmax(0,1fr)] gap-x-3 gap-y-2">
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-fg-3">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
