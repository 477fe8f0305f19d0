/** What each key may ask for, in words; the server counts. */
export function ApiKeyLimits() {
  return (
    <p className="shrink-0 border-t border-line px-4 py-3 text-small text-pretty text-fg-2 md:px-6">
      One request may cost at most 10,000 points; a field costs one, and what stands inside of a list as often as the
      list is long. Each key has a budget a minute of its own: answers say what is left of it in{' '}
      <Code>RateLimit-Remaining</Code> and when it is full again in <Code>RateLimit-Reset</Code>. Over it they are
      refused with 429 and the seconds to wait.
    </p>
  )
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-micro">{children}</code>
}
