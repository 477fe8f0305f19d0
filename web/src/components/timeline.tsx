import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { DateTime } from './figures.tsx'
import { toneText, type Tone } from './tone.ts'

export interface TimelineEntry {
  id: string
  icon: LucideIcon
  tone?: Tone
  /** What, and who did it: `Form submitted by Maya Okafor`. */
  title: string
  detail?: ReactNode
  at: Date | string
}

/** What happened to a record, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map(({ id, icon: Icon, tone = 'neutral', title, detail, at }) => (
        <li
          key={id}
          className="relative pb-3 pl-7 before:absolute before:top-[22px] before:bottom-0.5 before:left-[9px] before:w-px before:bg-line-strong last:pb-0 last:before:hidden"
        >
          <span className={`absolute top-0 left-0 grid size-5 place-items-center ${toneText[tone]}`}>
            <Icon aria-hidden size={16} strokeWidth={1.75} />
          </span>
          <div className="flex items-baseline justify-between gap-2">
            <span className="font-medium">{title}</span>
            <span className="text-small text-fg-3">
              <DateTime at={at} />
            </span>
          </div>
          {detail && <div className="mt-0.5 text-small text-fg-2">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
