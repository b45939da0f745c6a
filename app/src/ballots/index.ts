export { cardFits, makeKeyCard, openBox, sweepBox } from './box/actions.ts'
export { differenceOf, turnoutOf } from './box/turnout.ts'
export { bundlesOpen } from './sheets/queries.ts'
export { ballotsPages } from './pages.ts'
