export { editGroup, startGroup, type GroupAbout } from './actions.ts'
export { groupIds, groupNames, groupOf, groupsOf, membersOfGroup, type GroupShown } from './queries.ts'
export { dropInvitesTo, forgetInvitesBefore } from './inviting/queries.ts'
export { groupsPages } from './pages.tsx'
