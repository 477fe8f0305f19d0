const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return `${first}${last}`.toUpperCase()
}

/** A person's initials. Decorative: the name stands beside it. */
export function Avatar({ name, size = 'sm' }: { name: string; size?: 'sm' | 'lg' }) {
  const shape = size === 'lg' ? 'size-8 text-[12px] leading-8' : 'size-5 text-[9px] leading-5'
  return (
    <span
      aria-hidden
      className={`shrink-0 rounded-full bg-sunken text-center font-semibold tracking-[0.01em] text-fg-2 shadow-[inset_0_0_0_1px_var(--line)] ${shape}`}
    >
      {initialsOf(name)}
    </span>
  )
}
