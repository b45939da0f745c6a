/**
 * The order of the house: a module may import modules on lines above its own, never below, never beside, and only their index.ts.
 * test/direction.test.ts keeps it. Names of modules that are still to be built stand here already, so that they land in their place.
 */
export const order: readonly (readonly string[])[] = [
  // plumbing: knows nothing of the neighbourhood
  ['db'],
  ['words', 'ui', 'post'],
  ['web'],
  // keepers: the public record; accounts and roles; the neighbourhood itself
  ['journal'],
  ['people'],
  ['place'],
  ['witnesses'],
  ['search'],
  // the neighbourhood, in the order things happen
  ['groups', 'institutions'],
  ['admin'],
  ['voices', 'outreach'],
  ['needs'],
  ['goals'],
  ['requests'],
  ['commitments'],
  ['meetings', 'support'],
  ['budget'],
  ['ballots', 'ledger'],
  // looking back and telling back
  ['tellback', 'inclusion', 'influence', 'workload', 'lessons'],
  ['way'],
  ['record'],
  ['desks'],
  ['forgetting'],
  ['nightly'],
  ['api']
]

/** Files beside the modules that put everything together: they may know all modules, no module knows them. */
export const wiring = ['main.ts', 'open.ts', 'serve.ts', 'start.ts', 'cli.ts', 'pages.ts', 'health.ts']

/** Files beside the modules that everybody may read: they import nothing of ours. */
export const known = ['settings.ts']

/** Never, wherever they stand in the order: each with its reason. */
export const never: readonly { from: string; to: string; why: string }[] = [
  { from: 'ballots', to: 'people', why: 'the count cannot know who voted' },
  { from: 'ballots', to: 'voices', why: 'the count cannot know who said what' },
  { from: 'inclusion', to: 'voices', why: 'who-is-heard figures stand apart from what people said' }
]

/** Looking is not steering: these import no actions of others. */
export const onlyLook = ['desks', 'inclusion', 'record', 'way']

/** Our packages and what each may import: nothing but what stands here. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  'equal-shares': [],
  'public-log': ['node:crypto'],
  domain: ['equal-shares', 'public-log']
}

/** The only files that may hold SQL. */
export const sqlAllowed: readonly { where: RegExp; why: string }[] = [
  { where: /[/-]queries\.ts$/, why: 'all SQL of a noun' },
  { where: /^src\/db\//, why: 'the store itself' },
  { where: /^src\/web\/once\.ts$/, why: 'one effect however often a form is sent' },
  { where: /^migrations\//, why: 'the tables' },
  { where: /^checks\//, why: 'queries that must return no rows' }
]
