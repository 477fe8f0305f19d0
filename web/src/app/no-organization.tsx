import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../apollo/generated/index.ts'
import { readError } from '../apollo/read-error.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { DateTime } from '../components/figures.tsx'
import { FormProblem } from '../components/form-problem.tsx'
import { Wordmark } from '../components/mark.tsx'
import { SkeletonGroup } from '../components/skeleton.tsx'
import type { Person } from './use-standing.ts'

export interface NoOrganizationProps {
  person: NonNullable<Person>
  /** The organization that this tab asked for; null where none was. */
  chosenId: string | null
  onChoose: (organizationId: string) => void
  /** The organization that was to be deleted is kept. */
  onKept: () => void
  onSignOut: () => void
}

/** In place of the app for somebody whom no organization lets in: it is suspended or going, they were removed, or none is chosen yet. */
export function NoOrganization({ person, chosenId, onChoose, onKept, onSignOut }: NoOrganizationProps) {
  const chosen = person.organizations.find(({ id }) => id === chosenId)
  const others = person.organizations.filter((organization) => organization !== chosen)
  const title = chosen
    ? `${chosen.name} cannot be opened`
    : chosenId === null
      ? 'Choose an organization'
      : 'You are not a member of that organization'
  return (
    <main className="grid min-h-dvh place-items-center px-6 py-10">
      <title>{`${title} · Clinch`}</title>
      <div className="w-full max-w-110">
        <Wordmark />
        <h1 className="mt-8 text-[24px] leading-8 font-semibold tracking-[-0.022em]">{title}</h1>
        {chosenId !== null && (
          <p role="status" className="mt-3 text-reading text-pretty text-fg-2">
            {chosen
              ? (person.why ?? 'It is closed at present.')
              : 'Somebody may have removed you from it. Your other organizations are as they were.'}
          </p>
        )}
        {chosen?.state === 'DELETING' && (
          <Deleting
            organizationId={chosen.id}
            deleteAfter={chosen.deleteAfter}
            mayKeep={chosen.role === 'OWNER'}
            onKept={onKept}
          />
        )}
        {others.length > 0 && (
          <section aria-label={chosen ? 'Your other organizations' : 'Your organizations'} className="mt-6">
            <ul className="border-t border-line">
              {others.map(({ id, name }) => (
                <li key={id} className="flex min-h-11 items-center justify-between gap-3 border-b border-line">
                  <span className="min-w-0 truncate font-medium">{name}</span>
                  <Button aria-label={`Open ${name}`} onClick={() => onChoose(id)}>
                    Open
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className="mt-6 flex flex-wrap gap-2">
          <ButtonLink to="/create-organization" size="md">
            New organization
          </ButtonLink>
          <Button size="md" variant="quiet" onClick={onSignOut}>
            Sign out
          </Button>
        </div>
      </div>
    </main>
  )
}

const keepMutation = graphql(`
  mutation KeepOrganization($input: KeepOrganizationInput!) {
    keepOrganization(input: $input) {
      organizationId
    }
  }
`)

interface DeletingProps {
  organizationId: string
  /** ISO 8601 instant; null where the day is not known. */
  deleteAfter: string | null
  /** Only its owner may. */
  mayKeep: boolean
  onKept: () => void
}

/** Until when there is time to think again, and the owner's way to do so. */
function Deleting({ organizationId, deleteAfter, mayKeep, onKept }: DeletingProps) {
  const [keep, { loading }] = useMutation(keepMutation)
  const [problem, setProblem] = useState<string>()
  const act = async () => {
    try {
      await keep({ variables: { input: { organizationId } } })
      onKept()
    } catch (error) {
      const { title, advice } = readError(error)
      setProblem(`${title}. ${advice}`)
    }
  }
  return (
    <div className="mt-4 flex flex-col items-start gap-3">
      <FormProblem message={problem} />
      <p className="text-reading text-pretty text-fg-2">
        {deleteAfter !== null && (
          <>
            Everything in it is deleted for good on <DateTime at={deleteAfter} />.{' '}
          </>
        )}
        {mayKeep && 'Keep it, and everything is as it was.'}
      </p>
      {mayKeep && (
        <Button variant="primary" size="lg" busy={loading} onClick={() => void act()}>
          Keep the organization
        </Button>
      )}
    </div>
  )
}

/** While another organization is read: nothing at first, then the word for it. */
export function Switching({ to }: { to: string }) {
  return (
    <SkeletonGroup label={`Opening ${to}`}>
      <p aria-hidden className="px-4 py-4 text-fg-3 md:px-6">
        Opening {to}
      </p>
    </SkeletonGroup>
  )
}
