import { useApolloClient, useQuery } from '@apollo/client/react'
import { ArrowLeft } from 'lucide-react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { LoadError } from '../../../apollo/load-error.tsx'
import { ButtonLink } from '../../../components/button.tsx'
import { iconButtonClass } from '../../../components/button-class.ts'
import { CallState } from '../../../components/call-state.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'
import { PostCallFormSection } from '../../../features/forms/post-call-form-section.tsx'
import { dayWord, hoursOf } from '../../../features/portal/call-words.ts'
import { PortalCallFacts } from '../../../features/portal/call-facts.tsx'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { useNow } from '../../../lib/use-now.ts'
import { usePortal } from '../portal.ts'
import { callQuery } from './call-query.ts'

/** One call of the portal: when and with whom, its form, and what is known of the lead. */
export function CallPage() {
  const { id = '' } = useParams()
  const client = useApolloClient()
  const { role } = usePortal()
  const format = useFormatSettings()
  const now = useNow()
  const { data, error, refetch } = useQuery(callQuery, { variables: { id } })
  const call = data?.event
  return (
    <main>
      <title>{`${call?.leadName ?? 'Call'} · Clinch`}</title>
      <header className="sticky top-0 z-20 flex min-h-16 items-center gap-2 border-b border-line bg-surface py-2 pr-4 pl-1 md:pr-6 md:pl-3">
        <BackLink />
        <div className="min-w-0 flex-1">
          <h1 className="text-title leading-6 font-semibold tracking-(--track-title) break-words">
            {call?.leadName ?? 'Call'}
          </h1>
          {call && (
            <p className="text-[14px] leading-5 text-fg-2">
              {call.callType && `${call.callType.name}, `}
              {dayWord(call.scheduledAt, now, format)}, {hoursOf(call, format)}
            </p>
          )}
        </div>
        {call && (
          <span className="shrink-0 text-[14px]">
            <CallState call={call} />
          </span>
        )}
      </header>
      {call ? (
        <div>
          <PostCallFormSection call={call} onFiled={() => void client.refetchQueries({ include: 'active' })} />
          <PortalCallFacts call={call} role={role} />
        </div>
      ) : !data && error ? (
        <LoadError title="The call did not load" error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <EmptyState
          title="There is no such call"
          actions={
            <ButtonLink to="/" variant="primary" size="touch">
              Back to today
            </ButtonLink>
          }
        >
          It may have been removed, or be somebody else’s.
        </EmptyState>
      ) : (
        <FormSkeleton />
      )}
    </main>
  )
}

/** Back to where the person came from; to today, where they came by an address. */
function BackLink() {
  const navigate = useNavigate()
  const camePlainly = useLocation().key === 'default'
  return (
    <Link
      to="/"
      aria-label="Back"
      className={iconButtonClass({ size: 'touch' })}
      onClick={(event) => {
        if (camePlainly) return
        event.preventDefault()
        void navigate(-1)
      }}
    >
      <ArrowLeft aria-hidden size={20} strokeWidth={1.75} />
    </Link>
  )
}

function FormSkeleton() {
  return (
    <SkeletonGroup label="Loading the call">
      <div className="flex flex-col gap-4 px-4 py-6 md:px-6">
        <Skeleton widthPx={112} />
        <Skeleton widthPx={320} heightPx={44} />
        <Skeleton widthPx={320} heightPx={44} />
      </div>
    </SkeletonGroup>
  )
}
