// Who: whoever compares who gets money where, and wants it in the form that others use (360Giving 1.4).
import { anyone } from '../../people/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { grantedTo, type Moved } from '../granted.ts'
import { movedOnAll } from '../entries/queries.ts'
import { plansGranted } from './queries.ts'

type Granted = Awaited<ReturnType<typeof plansGranted>>[number]

/** Whole cents are written with two decimals at most: no rounding is left to a reader. */
const euros = (amount: number): number => Number((amount / 100).toFixed(2))

function award({ publicUrl }: Visit, funder: string, row: Granted, moved: Moved) {
  const site = new URL(publicUrl).host.replace(/[^a-zA-Z0-9.-]/g, '-')
  return {
    id: `360G-${site}-${row.id}`,
    title: row.title,
    description: row.what,
    currency: 'EUR',
    amountAppliedFor: euros(Number(row.cost)),
    amountAwarded: euros(grantedTo(moved, row.account)),
    amountDisbursed: euros(moved.get(row.account)?.paid ?? 0),
    awardDate: row.awarded_on,
    url: `${publicUrl}/kasboek/plan/${row.id}`,
    plannedDates: [{ startDate: row.doing_on, endDate: row.end_on }],
    fundingOrganization: [{ id: `360G-${site}`, name: funder, url: publicUrl }],
    recipientOrganization: [
      { id: `360G-${site}-${row.group_id}`, name: row.group_name, url: `${publicUrl}/groepen/${row.group_id}` }
    ],
    grantProgramme: [{ code: row.round_id, title: row.round_title, url: `${publicUrl}/budget/${row.round_id}` }],
    fromOpenCall: 'Yes',
    dataSource: `${publicUrl}/kasboek`,
    dateModified: row.changed_at,
    beneficiaryLocation: [{ name: funder, countryCode: 'NL' }]
  }
}

const awardsPage = page({
  path: '/kasboek/360giving.json',
  who: anyone,
  async show(visit) {
    const moved = await movedOnAll(visit.read)
    const rows = (await plansGranted(visit.read)).filter((row) => grantedTo(moved, row.account) > 0)
    const place = await neighbourhood(visit.read)
    // The form asks for at least one.
    if (rows.length === 0 || !place) return 'not-found'
    const whole = { version: '1.4', grants: rows.map((row) => award(visit, place.name, row, moved)) }
    return { file: JSON.stringify(whole, null, 2), type: 'application/json; charset=utf-8' }
  }
})

export const awardPages: readonly Page[] = [awardsPage]
