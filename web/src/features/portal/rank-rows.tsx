import { Link, type To } from 'react-router'
import { Avatar } from '../../components/avatar.tsx'
import { unknownFigure } from '../../lib/format-rate.ts'

/** A place on the leaderboard, with as much as the team shows of it. */
export interface Place {
  rank: number
  personId: string | null
  /** Null for somebody whose name is not shown. */
  name: string | null
  isSelf: boolean
  /** Null where it is unknown. */
  figure: string | null
  /** Whether the figures of this place are shown at all. */
  shown: boolean
}

export interface RankRowsProps {
  role: 'closer' | 'setter'
  places: readonly Place[]
  /** The rows behind the viewer's own figure. */
  ownTo: To | undefined
}

/** Places in their order; the viewer's own stands out, and opens its rows. */
export function RankRows({ role, places, ownTo }: RankRowsProps) {
  const self = places.find(({ isSelf }) => isSelf)
  return (
    <section aria-label="Places" className="border-t border-line px-4 pt-1 pb-5 md:px-6">
      {!self && (
        <p className="mt-3 text-pretty text-fg-2">
          You have no call and no payment in these days, so you stand nowhere yet.
        </p>
      )}
      <ol className="divide-y divide-line">
        {places.map((place, index) => {
          const row = <PlaceRow place={place} role={role} />
          const look = `flex min-h-15 items-center gap-3 py-2 -mx-2 rounded-sm px-2 ${place.isSelf ? 'bg-accent-soft' : ''}`
          return (
            // Places without names have nothing else that tells them apart.
            <li key={place.personId ?? `place ${index}`} aria-current={place.isSelf ? 'true' : undefined}>
              {place.isSelf && ownTo !== undefined && place.figure !== null ? (
                <Link to={ownTo} className={look}>
                  {row}
                </Link>
              ) : (
                <div className={look}>{row}</div>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function PlaceRow({ place: { rank, name, isSelf, figure, shown }, role }: { place: Place; role: string }) {
  return (
    <>
      <span className="w-7 shrink-0 text-right font-semibold text-fg-2">{rank}</span>
      {name !== null && <Avatar name={name} size="lg" />}
      <span className={`min-w-0 flex-1 break-words ${name === null ? 'text-fg-3' : 'font-medium'}`}>
        {name ?? `A ${role}`}
        {isSelf && <span className="font-normal text-fg-2"> (you)</span>}
      </span>
      {shown && <span className="shrink-0 font-semibold">{figure ?? unknownFigure}</span>}
    </>
  )
}
