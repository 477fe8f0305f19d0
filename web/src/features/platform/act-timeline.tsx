import {
  Ban,
  CalendarPlus,
  CircleCheck,
  CirclePause,
  Coins,
  LogIn,
  LogOut,
  Plus,
  RotateCcw,
  SlidersHorizontal,
  Trash2,
  UserX,
  type LucideIcon,
} from 'lucide-react'
import type { PlatformActKind } from '../../apollo/generated/graphql.ts'
import { Timeline } from '../../components/timeline.tsx'
import type { Tone } from '../../components/tone.ts'
import type { ActRow } from './act-row.ts'
import { actWords } from './organization-words.ts'

const looks: Readonly<Record<PlatformActKind, { icon: LucideIcon; tone?: Tone }>> = {
  CREATE_ORGANIZATION: { icon: Plus },
  SET_PLAN: { icon: SlidersHorizontal },
  EXTEND_TRIAL: { icon: CalendarPlus },
  SUSPEND: { icon: CirclePause, tone: 'warn' },
  REOPEN: { icon: CircleCheck, tone: 'good' },
  DELETE: { icon: Trash2, tone: 'bad' },
  RESTORE: { icon: RotateCcw, tone: 'good' },
  PURGE: { icon: Ban, tone: 'bad' },
  ACT_FOR: { icon: LogIn, tone: 'accent' },
  STOP_ACTING: { icon: LogOut },
  DELETE_USER: { icon: UserX, tone: 'bad' },
  IMPORT_RATES: { icon: Coins },
}

/** What operators did to one organization, the newest first. */
export const ActTimeline = ({ acts }: { acts: readonly ActRow[] }) => (
  <Timeline
    entries={acts.map(({ id, at, act, operatorName, subject, reason }) => ({
      id,
      at,
      ...looks[act],
      title: `${actWords[act]}, ${operatorName}`,
      detail: (
        <>
          <p>{reason}</p>
          {subject.includes(':') && <p className="text-fg-3">{subject.slice(subject.indexOf(':') + 1).trim()}</p>}
        </>
      ),
    }))}
  />
)
