/** All migrations by date and name. Add at the end; never change one that was released. */
import { first } from './2026-11-24-first.ts'

export const migrations = { '2026-11-24-first': first }
