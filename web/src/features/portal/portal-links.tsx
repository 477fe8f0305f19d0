import { useState } from 'react'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { PortalLinkRow } from './portal-link-row.tsx'
import type { PortalLink, PortalPerson } from './portal-link.ts'
import { type NewPortalLink, usePortalLinks } from './use-portal-links.ts'

const load = () => import('./portal-link-dialogs.tsx')
const CreateLinkDialog = onDemand(async () => (await load()).CreateLinkDialog)
const NewLinkDialog = onDemand(async () => (await load()).NewLinkDialog)
const RevokeLinkDialog = onDemand(async () => (await load()).RevokeLinkDialog)

export interface PortalLinksProps {
  person: PortalPerson
  /** Who left the roster gets no new link; those that they had open nothing. */
  isHere: boolean
}

/** The portal links of somebody on the roster: made, shown once, replaced where one was lost, revoked. */
export function PortalLinks({ person, isHere }: PortalLinksProps) {
  const { links, error, reload, create, replace, revoke } = usePortalLinks(person)
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<NewPortalLink | null>(null)
  const [asked, setAsked] = useState<PortalLink | null>(null)
  const [replacingId, setReplacingId] = useState<string | null>(null)

  const replaceNow = async (id: string) => {
    setReplacingId(id)
    try {
      setMade(await replace(id))
    } catch (refused) {
      const { title, advice } = readError(refused)
      notify.problem(title, { detail: advice })
    }
    setReplacingId(null)
  }
  const held = links?.filter(({ state }) => state !== 'REVOKED') ?? []
  const revoked = links?.filter(({ state }) => state === 'REVOKED') ?? []
  return (
    <Section title="Portal link" action={isHere && <Button onClick={() => setCreating(true)}>Create link</Button>}>
      {links ? (
        held.length === 0 && (
          <p className="mt-1 text-pretty text-fg-2">
            {isHere
              ? `With a link of their own they see their calls and file their forms on a phone, without a password.`
              : 'Who left the roster has no portal.'}
          </p>
        )
      ) : error ? (
        <p className="mt-1 text-fg-2">
          The links did not load.{' '}
          <button type="button" className="rounded-xs font-medium text-accent hover:underline" onClick={reload}>
            Try again
          </button>
        </p>
      ) : (
        <SkeletonGroup label="Loading the portal links">
          <div className="mt-3 flex flex-col gap-2">
            <Skeleton widthPx={168} />
            <Skeleton widthPx={240} />
          </div>
        </SkeletonGroup>
      )}
      {held.length > 0 && (
        <ul aria-label="Portal links" className="mt-1">
          {held.map((link) => (
            <PortalLinkRow
              key={link.id}
              link={link}
              busy={replacingId === link.id}
              {...(isHere ? { onReplace: () => void replaceNow(link.id) } : {})}
              onRevoke={() => setAsked(link)}
            />
          ))}
        </ul>
      )}
      {revoked.length > 0 && (
        <details className="mt-1 text-fg-2">
          <summary className="w-fit rounded-xs text-small text-fg-3">
            {revoked.length === 1 ? '1 revoked link' : `${revoked.length} revoked links`}
          </summary>
          <ul aria-label="Revoked portal links">
            {revoked.map((link) => (
              <PortalLinkRow key={link.id} link={link} />
            ))}
          </ul>
        </details>
      )}
      {creating && (
        <CreateLinkDialog
          person={person}
          create={create}
          onMade={(fresh) => {
            setCreating(false)
            setMade(fresh)
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {made && <NewLinkDialog person={person} made={made} onClose={() => setMade(null)} />}
      {asked && <RevokeLinkDialog person={person} link={asked} revoke={revoke} onClose={() => setAsked(null)} />}
    </Section>
  )
}
