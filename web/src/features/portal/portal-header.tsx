import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Avatar } from '../../components/avatar.tsx'

export interface PortalHeaderProps {
  title: string
  /** Whose portal it is: the way to their profile. */
  name: string
  /** Stands before the profile: the day. */
  beside?: ReactNode
  /** A line below the title. */
  children?: ReactNode
}

/** The head of a page of the portal, with the way to the profile. */
export function PortalHeader({ title, name, beside, children }: PortalHeaderProps) {
  return (
    <header className="px-4 pt-2 pb-4 md:px-6 lg:pt-4">
      <title>{`${title} · Clinch`}</title>
      <div className="flex min-h-(--control-touch) items-center gap-2">
        <h1 className="min-w-0 flex-1 text-[20px] leading-7 font-semibold tracking-[-0.018em]">{title}</h1>
        {beside && <span className="text-fg-2">{beside}</span>}
        <Link
          to="/profile"
          className="-mr-1.5 grid size-(--control-touch) place-items-center rounded-full focus-visible:shadow-(--focus-ring) lg:hidden"
        >
          <Avatar name={name} size="lg" />
          <span className="sr-only">Profile of {name}</span>
        </Link>
      </div>
      {children}
    </header>
  )
}
