import { graphql } from '../../apollo/generated/index.ts'

graphql(`
  fragment CallPeople_event on Event {
    id
    closerAssigned
    setterAssigned
    hostName
    closer {
      id
      name
    }
    setterName
    setter {
      id
      name
    }
    history {
      id
      at
      change
      by
      assignment {
        role
        from
        to
        released
      }
    }
    rescheduledTo {
      id
      closer {
        id
        name
      }
      setter {
        id
        name
      }
    }
  }
`)

export const assignMutation = graphql(`
  mutation AssignCalls($input: AssignEventsInput!) {
    assignEvents(input: $input) {
      events {
        ...CallPeople_event @unmask
      }
    }
  }
`)

export const releaseMutation = graphql(`
  mutation ReleaseCalls($input: ReleaseAssignmentInput!) {
    releaseAssignment(input: $input) {
      events {
        ...CallPeople_event @unmask
      }
    }
  }
`)
