import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'

export interface TextLinkProps {
  to: To
  /** `quiet` is underlined text inside a sentence; otherwise the accent. */
  quiet?: boolean
  children: ReactNode
}

/** A link in running text or at the end of a section's head. */
export function TextLink({ to, quiet = false, children }: TextLinkProps) {
  return (
    <Link
      to={to}
      className={
        quiet ? 'rounded-xs quiet-link' : 'rounded-xs font-medium text-accent hover:underline hover:underline-offset-3'
      }
    >
      {children}
    </Link>
  )
}
