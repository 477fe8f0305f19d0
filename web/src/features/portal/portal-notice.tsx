import type { ReactNode } from 'react'
import { Wordmark } from '../../components/mark.tsx'

export interface PortalNoticeProps {
  title: string
  /** What happened and what to do. */
  children: ReactNode
  /** The way on, in thumb reach. */
  actions?: ReactNode
}

/** A page of the portal that says one thing. */
export function PortalNotice({ title, children, actions }: PortalNoticeProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-110 flex-col px-4 pt-6 pb-8">
      <title>{`${title} · Clinch`}</title>
      <Wordmark />
      <div role="status" className="my-auto py-10">
        <h1 className="text-[24px] leading-8 font-semibold tracking-[-0.022em] text-balance">{title}</h1>
        <div className="mt-3 text-reading text-pretty text-fg-2">{children}</div>
      </div>
      {actions && <div className="flex flex-col gap-2">{actions}</div>}
    </main>
  )
}
