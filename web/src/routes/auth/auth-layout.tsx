import type { ReactNode } from 'react'
import { Wordmark } from '../../components/mark.tsx'

export interface AuthLayoutProps {
  /** The page's heading, and the browser's title. */
  title: string
  children: ReactNode
}

/** A form at the left, and at the right what the product does, shown by one payment's credit. */
export function AuthLayout({ title, children }: AuthLayoutProps) {
  return (
    <div className="grid min-h-dvh min-[861px]:grid-cols-2">
      <title>{`${title} · Clinch`}</title>
      <main className="flex flex-col px-6 py-8 min-[861px]:px-16 min-[861px]:py-10">
        <div className="m-auto w-full max-w-80">
          <Wordmark />
          <h1 className="mt-8 mb-5 text-[24px] leading-8 font-semibold tracking-[-0.022em]">{title}</h1>
          {children}
        </div>
      </main>
      <aside
        aria-label="What Clinch does"
        className="hidden place-items-center border-l border-line bg-canvas min-[861px]:grid"
      >
        <Example />
      </aside>
    </div>
  )
}

const trail = [
  ['Customer', 'h.brandt@brandtmail.example'],
  ['is on file for', 'Hannah Brandt'],
  ['whose call was taken by', 'Maya Okafor'],
  ['and booked by', 'Luis Ortega'],
  ['from', 'YouTube, organic'],
] as const

function Example() {
  return (
    <div className="w-100 max-w-full px-4">
      <p className="text-small text-fg-3">Payment, Nov 19</p>
      <p className="text-[40px] leading-12 font-semibold tracking-[-0.03em]">$3,000.00</p>
      <ol className="mt-5 border-t border-line-strong">
        {trail.map(([step, found]) => (
          <li key={step} className="flex h-10 items-center justify-between gap-4 border-b border-line">
            <span className="text-fg-2">{step}</span>
            <span className="truncate font-medium">{found}</span>
          </li>
        ))}
      </ol>
      <p className="mt-6 text-title tracking-(--track-title) text-fg-2">
        Every figure, explained down to the row it came from.
      </p>
    </div>
  )
}
