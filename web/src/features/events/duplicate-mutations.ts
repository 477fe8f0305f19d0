import { graphql } from '../../apollo/generated/index.ts'

graphql(`
  fragment DuplicateCall_event on Event {
    id
    leadName
    leadEmail
    scheduledAt
    endsAt
    bookedAt
    status
    outcome
    overdue
    hostName
    setterName
    sourceName
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    source {
      id
      name
    }
    callType {
      id
      name
    }
    lead {
      id
    }
    postCallForm {
      id
    }
    payments {
      id
    }
  }
`)

export const likelyDuplicateCallsQuery = graphql(`
  query LikelyDuplicateCalls {
    likelyDuplicateEvents(first: 50) {
      id
      likeness
      one {
        ...DuplicateCall_event @unmask
      }
      other {
        ...DuplicateCall_event @unmask
      }
    }
  }
`)

graphql(`
  fragment CopyOfCall_event on Event {
    id
    overdue
    duplicateOf {
      id
      scheduledAt
    }
    copies {
      id
      scheduledAt
    }
    history {
      id
      at
      change
      by
    }
  }
`)

export const mergeDuplicateMutation = graphql(`
  mutation MergeDuplicateCall($input: MergeDuplicateInput!) {
    mergeDuplicate(input: $input) {
      kept {
        ...CopyOfCall_event @unmask
      }
      copy {
        ...CopyOfCall_event @unmask
      }
    }
  }
`)

export const unmergeDuplicateMutation = graphql(`
  mutation UnmergeDuplicateCall($input: UnmergeDuplicateInput!) {
    unmergeDuplicate(input: $input) {
      kept {
        ...CopyOfCall_event @unmask
      }
      copy {
        ...CopyOfCall_event @unmask
      }
    }
  }
`)

export const keepCallsApartMutation = graphql(`
  mutation KeepCallsApart($input: KeepEventsApartInput!) {
    keepEventsApart(input: $input) {
      one {
        id
      }
    }
  }
`)

export const undoKeepCallsApartMutation = graphql(`
  mutation UndoKeepCallsApart($input: UndoKeepEventsApartInput!) {
    undoKeepEventsApart(input: $input) {
      one {
        id
      }
    }
  }
`)
