// The short keys by which the parts of the story refer to each other.

export type AreaKey = 'wingerd' | 'vogelkers' | 'roos'

export type PersonKey =
  | 'ans'
  | 'joyce'
  | 'kwabena'
  | 'naima'
  | 'emre'
  | 'sharlon'
  | 'agnieszka'
  | 'bep'
  | 'rudi'
  | 'lotte'
  | 'pieter'
  | 'samira'
  | 'femke'
  | 'marlon'

export type GroupKey = 'platform' | 'flat' | 'kerk' | 'moskee' | 'jongeren' | 'sport'

export type InstitutionKey = 'gemeente' | 'wilgerwonen' | 'welzijn' | 'school'

export type NeedKey =
  | 'oversteek'
  | 'eten'
  | 'schoon'
  | 'containers'
  | 'ratten'
  | 'lift'
  | 'schimmel'
  | 'onderdoorgang'
  | 'licht'
  | 'jongeren'
  | 'brieven'
  | 'bankjes'

/** A goal carries the name of the need it was made from. */
export type GoalKey = Exclude<NeedKey, 'schoon' | 'onderdoorgang'>

export type VoiceKey = string
export type RequestKey = string
export type CommitmentKey = string
export type DeedKey = string

/** BCP 47 */
export type Lang = 'nl' | 'en' | 'srn' | 'pap' | 'ak' | 'tr' | 'ar' | 'pl' | 'es' | 'fr' | 'pt'
