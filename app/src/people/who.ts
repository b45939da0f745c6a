/** Who may open a page, as sentences. Which group or institution is read from the page's address by the module that owns the noun. */
import { isAdmin, isContactOf, isHelper, leads, type GroupId, type InstitutionId } from '@buurtmacht/domain'
import type { Visit, Who } from '../web/index.ts'
import type { Words } from '../words/index.ts'

export const anyone: Who = { says: 'anyone', allows: () => true }
export const signedInPeople: Who = {
  says: 'people who are signed in',
  allows: (visit) => visit.by.person !== undefined
}
export const helpers: Who = { says: 'resident helpers', allows: (visit) => isHelper(visit.by.roles) }
export const admins: Who = { says: 'resident administrators', allows: (visit) => isAdmin(visit.by.roles) }

type Find<T> = (visit: Visit) => Promise<T | undefined> | T | undefined

/** A thing that does not exist is refused as well. */
export const leadsOf = (says: string, find: Find<string>): Who => ({
  says: `leads of ${says}`,
  async allows(visit) {
    if (!visit.by.person) return false
    const group = await find(visit)
    return group !== undefined && leads(visit.by.roles, group as GroupId)
  }
})

export const contactsOf = (says: string, find: Find<string>): Who => ({
  says: `contacts of ${says}`,
  async allows(visit) {
    if (!visit.by.person) return false
    const institution = await find(visit)
    return institution !== undefined && isContactOf(visit.by.roles, institution as InstitutionId)
  }
})

/** A name to show; of somebody whose account was erased only that there was somebody. */
export const shownName = (t: Words, name: string | null | undefined): string => name || t('people.somebody')
