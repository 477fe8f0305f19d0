import { Phone, Video } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { buttonClass, iconButtonClass } from '../../components/button-class.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'
import { countdownOf, dayWord, hoursOf } from './call-words.ts'
import { otherOf, type PortalCall } from './portal-call.ts'

export interface NextCallProps {
  call: PortalCall & { lead: { phone: string | null } | null }
  role: 'closer' | 'setter'
  /** What is known of the lead. */
  children?: ReactNode
}

/** The call that comes next, or is on: how soon, with whom, and the way in. */
export function NextCall({ call, role, children }: NextCallProps) {
  const format = useFormatSettings()
  const now = useNow()
  const { label, figure } = countdownOf(call.scheduledAt, now)
  const other = otherOf(call, role)
  const phone = call.lead?.phone ?? null
  return (
    <section aria-label="Next call" className="px-4 pb-6 md:px-6">
      <p className="text-fg-2">{label}</p>
      <p className="text-[40px] leading-12 font-semibold tracking-[-0.03em]">{figure}</p>
      <h2 className="mt-4 text-[18px] leading-6 font-semibold tracking-[-0.012em] break-words">
        <Link
          to={`/calls/${call.id}`}
          className="-my-2 inline-flex min-h-(--control-touch) items-center rounded-xs hover:underline hover:underline-offset-3"
        >
          {call.leadName}
        </Link>
      </h2>
      <p className="mt-0.5 text-pretty text-fg-2">
        {call.callType && `${call.callType.name}, `}
        {dayWord(call.scheduledAt, now, format)}, {hoursOf(call, format)}
        {other && ` · ${role === 'closer' ? 'booked by' : 'with'} ${other}`}
      </p>
      {role === 'closer' && (call.joinUrl ?? phone) !== null && (
        <div className="mt-4 flex gap-2">
          {call.joinUrl !== null && (
            <a
              href={call.joinUrl}
              target="_blank"
              rel="noreferrer"
              className={`min-w-0 flex-1 ${buttonClass({ variant: 'primary', size: 'touch' })}`}
            >
              <Video aria-hidden size={18} strokeWidth={1.75} />
              Join call
            </a>
          )}
          {phone !== null && (
            <a
              href={`tel:${phone}`}
              aria-label={`Phone ${call.leadName}`}
              className={iconButtonClass({ variant: 'secondary', size: 'touch' })}
            >
              <Phone aria-hidden size={18} strokeWidth={1.75} />
            </a>
          )}
        </div>
      )}
      {children}
    </section>
  )
}
