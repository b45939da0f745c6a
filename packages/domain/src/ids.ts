// Names that cannot be mixed up: the id of a goal does not fit where the id of a need is asked.

declare const brand: unique symbol
/** A `T` that only fits where a `B` is meant. Costs nothing at run time. */
export type Brand<T, B extends string> = T & { readonly [brand]: B }

export type PersonId = Brand<string, 'PersonId'>
export type VoiceId = Brand<string, 'VoiceId'>
export type NeedId = Brand<string, 'NeedId'>
export type GoalId = Brand<string, 'GoalId'>
export type RequestId = Brand<string, 'RequestId'>
export type CommitmentId = Brand<string, 'CommitmentId'>
export type DeedId = Brand<string, 'DeedId'>
export type GroupId = Brand<string, 'GroupId'>
export type InstitutionId = Brand<string, 'InstitutionId'>
export type AreaId = Brand<string, 'AreaId'>
export type TellBackId = Brand<string, 'TellBackId'>
export type RoundId = Brand<string, 'RoundId'>
export type ProposalId = Brand<string, 'ProposalId'>
export type AdviceId = Brand<string, 'AdviceId'>
export type EntryId = Brand<string, 'EntryId'>

export type AnyId =
  | PersonId
  | VoiceId
  | NeedId
  | GoalId
  | RequestId
  | CommitmentId
  | DeedId
  | GroupId
  | InstitutionId
  | AreaId
  | TellBackId
  | RoundId
  | ProposalId
  | AdviceId
  | EntryId

/** For the borders (a row of the database, a path): `asId<GoalId>(row.id)`. Checks nothing. */
export const asId = <I extends AnyId>(id: string): I => id as I
