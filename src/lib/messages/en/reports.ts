import type { Dictionary } from '../dictionary.ts'

export const reports: Dictionary['reports'] = {
  stage: {
    submitted: 'Sent',
    in_charge: 'In charge',
    planned: 'Planned',
    waiting: 'Waiting for information',
    with_others: 'Handed to others',
    worked: 'Work done',
    resolved: 'Resolved',
    declined: 'Not accepted',
    withdrawn: 'Withdrawn',
  },
  kind: {
    problem: 'Problem',
    proposal: 'Proposal for improvement',
    complaint: 'Complaint',
    praise: 'Praise',
    assistance: 'Request for assistance',
  },
  declineReason: {
    not_competent: 'Not for this body',
    duplicate: 'Already reported by others',
    not_found: 'Not found on the spot',
    not_feasible: 'Not feasible',
    already_known: 'Already known and planned',
    improper: 'Improper content',
  },
  channel: {
    web: 'Web site',
    phone: 'Phone',
    counter: 'Counter',
    email: 'E-mail',
    post: 'Post',
    app: 'App',
    open311: 'Open311',
    api: 'API',
    import: 'Import',
  },
}
