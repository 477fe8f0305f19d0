import { graphql } from '../../apollo/generated/index.ts'

export const createLeadMutation = graphql(`
  mutation CreateLead($input: CreateLeadInput!) {
    createLead(input: $input) {
      lead {
        id
      }
    }
  }
`)

export const updateLeadMutation = graphql(`
  mutation UpdateLead($input: UpdateLeadInput!) {
    updateLead(input: $input) {
      lead {
        ...LeadRecord_lead
      }
    }
  }
`)

export const addLeadEmailMutation = graphql(`
  mutation AddLeadEmail($input: AddLeadEmailInput!) {
    addLeadEmail(input: $input) {
      lead {
        ...LeadRecord_lead
      }
    }
  }
`)

export const removeLeadEmailMutation = graphql(`
  mutation RemoveLeadEmail($input: RemoveLeadEmailInput!) {
    removeLeadEmail(input: $input) {
      lead {
        ...LeadRecord_lead
      }
    }
  }
`)

export const addLeadPhoneMutation = graphql(`
  mutation AddLeadPhone($input: AddLeadPhoneInput!) {
    addLeadPhone(input: $input) {
      lead {
        ...LeadRecord_lead
      }
    }
  }
`)

export const removeLeadPhoneMutation = graphql(`
  mutation RemoveLeadPhone($input: RemoveLeadPhoneInput!) {
    removeLeadPhone(input: $input) {
      lead {
        ...LeadRecord_lead
      }
    }
  }
`)

export const mergeLeadsMutation = graphql(`
  mutation MergeLeads($input: MergeLeadsInput!) {
    mergeLeads(input: $input) {
      merge {
        id
      }
      lead {
        ...LeadRecord_lead
      }
    }
  }
`)

export const undoLeadMergeMutation = graphql(`
  mutation UndoLeadMerge($input: UndoLeadMergeInput!) {
    undoLeadMerge(input: $input) {
      lead {
        ...LeadRecord_lead
      }
      restored {
        ...LeadRecord_lead
      }
    }
  }
`)

export const keepLeadsApartMutation = graphql(`
  mutation KeepLeadsApart($input: KeepLeadsApartInput!) {
    keepLeadsApart(input: $input) {
      one {
        id
      }
    }
  }
`)

export const undoKeepLeadsApartMutation = graphql(`
  mutation UndoKeepLeadsApart($input: UndoKeepLeadsApartInput!) {
    undoKeepLeadsApart(input: $input) {
      one {
        id
      }
    }
  }
`)
