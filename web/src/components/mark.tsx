/** The two hooks that hold each other. Decorative beside a name; give a `title` where it stands alone. */
export function Mark({ size = 20, title }: { size?: number; title?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth={3}
      strokeLinecap="round"
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      <path d="M13.25 4.5H9a5.5 5.5 0 0 0 0 11h3.75" stroke="currentColor" />
      <path d="M10.75 19.5H15a5.5 5.5 0 0 0 0-11h-3.75" stroke="var(--accent)" />
    </svg>
  )
}

/** Mark and name together. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-[21px] leading-7 font-semibold tracking-[-0.025em]">
      <Mark size={28} />
      Clinch
    </span>
  )
}
