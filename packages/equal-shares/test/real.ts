/** The real elections, where this machine has them. They are read in place and never copied into the project. */
import { existsSync, readFileSync } from 'node:fs'
import { type Election } from '../src/election.ts'
import { type PbReading, readPb } from '../src/pb/read.ts'

const FOLDER = new URL('../../../../shared/data/pabulib/', import.meta.url)

/** False where `../shared/data/pabulib` is missing: tests that need it are then shown as skipped. */
export const haveRealElections = existsSync(FOLDER)
export const realPath = (name: string): URL => new URL(`${name}.pb`, FOLDER)
export const realReading = (name: string): PbReading =>
  readPb(readFileSync(realPath(name), 'utf8'), { file: `${name}.pb` })
export const realElection = (name: string): Election => realReading(name).election
