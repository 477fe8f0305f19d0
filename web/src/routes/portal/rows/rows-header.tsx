import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { IconButton } from '../../../components/button.tsx'

/** The head of the rows behind a figure, with the way back to it. */
export function RowsHeader({ title, children }: { title: string; children: ReactNode }) {
  const navigate = useNavigate()
  return (
    <header className="sticky top-0 z-20 flex min-h-16 items-center gap-2 bg-surface py-2 pr-4 pl-1 md:pr-6 md:pl-3">
      <title>{`${title} · Clinch`}</title>
      <IconButton
        label="Back"
        size="touch"
        // Whoever was sent here has nowhere to go back to.
        onClick={() => void (window.history.length > 1 ? navigate(-1) : navigate('/numbers'))}
      >
        <ArrowLeft size={20} strokeWidth={1.75} />
      </IconButton>
      <div className="min-w-0 flex-1">
        <h1 className="text-title leading-6 font-semibold tracking-(--track-title)">{title}</h1>
        <p className="text-[14px] leading-5 text-fg-2">{children}</p>
      </div>
    </header>
  )
}
