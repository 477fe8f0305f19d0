import type { ReactNode } from 'react'
import type { To } from 'react-router'
import { readError } from '../../apollo/read-error.ts'
import { Badge } from '../../components/badge.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { SidePanel, type SidePanelProps } from '../../components/side-panel.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { callsTo, paymentsTo } from '../../lib/page-search.ts'
import { PersonForm } from './person-form.tsx'
import type { Person, RosterKind } from './person.ts'
import { usePersonChanges } from './use-person-changes.ts'

export interface PersonPanelProps extends Pick<SidePanelProps, 'onClose' | 'onPrevious' | 'onNext'> {
  kind: RosterKind
  person: Person
  /** Where they are invited to sign in; left out where the viewer may not invite. */
  inviteTo?: To
  /** What they are to reach. */
  goals?: ReactNode
  /** How they get in without signing in; left out where the viewer may not know. */
  portal?: ReactNode
  /** They came or went: lists are to be read anew. */
  onMoved: () => void
}

/** Somebody on the roster: their rows, their names, whether they sign in, and their leaving. */
export function PersonPanel({ kind, person, inviteTo, goals, portal, onMoved, ...panel }: PersonPanelProps) {
  const changes = usePersonChanges(kind)
  const { id, name, email, aliases, hasAccount, createdAt, deactivatedAt } = person
  const isHere = deactivatedAt === null
  const setActive = async (active: boolean) => {
    try {
      await changes.setActive(id, active)
      onMoved()
      notify.done(active ? `${name} is back on the roster` : `${name} left the roster`, {
        detail: active ? undefined : 'Their calls and payments stay theirs.',
        action: { label: 'Undo', onPress: () => void setActive(!active) },
      })
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return (
    <SidePanel
      {...panel}
      title={name}
      subtitle={
        <span className="inline-flex flex-wrap items-center gap-2">
          {kind === 'closer' ? 'Closer' : 'Setter'} since <DateTime at={createdAt} />
          {!isHere && <Badge>Left</Badge>}
        </span>
      }
    >
      <div className="flex flex-wrap gap-4 px-4 py-4 md:px-6">
        <TextLink to={callsTo({ [kind]: [id] })}>Their calls</TextLink>
        <TextLink to={paymentsTo({ [kind]: [id] })}>Their payments</TextLink>
      </div>
      <Section title="On the roster">
        <div className="mt-3">
          <PersonForm
            key={id}
            kind={kind}
            person={{ name, email: email ?? '', aliases: [...aliases] }}
            submitLabel="Save"
            isEdit
            onSend={(values) => changes.change(id, values)}
            onDone={() => notify.done(`${name} was saved`)}
          />
        </div>
      </Section>
      <Section title="Signing in">
        <div className="mt-1 flex items-center justify-between gap-4">
          <p className="text-pretty text-fg-2">
            {hasAccount
              ? `Somebody signs in as this ${kind} and sees their own rows.`
              : `Nobody signs in as this ${kind} yet.`}
          </p>
          {!hasAccount && isHere && inviteTo !== undefined && <ButtonLink to={inviteTo}>Invite</ButtonLink>}
        </div>
      </Section>
      {goals}
      {portal}
      <Section title={isHere ? 'Leaving' : 'Coming back'}>
        <div className="mt-1 flex items-center justify-between gap-4">
          <p className="text-pretty text-fg-2">
            {isHere
              ? 'Who leaves keeps their calls and payments, and is given no new ones.'
              : 'Who comes back is given calls again.'}
          </p>
          <Button variant={isHere ? 'danger-secondary' : 'secondary'} onClick={() => void setActive(!isHere)}>
            {isHere ? `Deactivate` : 'Reactivate'}
          </Button>
        </div>
      </Section>
    </SidePanel>
  )
}
