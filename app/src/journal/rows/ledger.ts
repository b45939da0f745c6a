/** The open books. */
import { without, type PublicRows } from './shape.ts'

const kept = 'the database keeps it with every entry; books-balance compares it'

export const theBooks: readonly PublicRows[] = [
  {
    kind: 'account',
    table: 'ledger_account',
    key: ['id'],
    columns: ['id', 'kind', 'name', 'round_id', 'proposal_id', 'institution_id', 'made_at'],
    left: { iban: 'never shown', debited: kept, credited: kept },
    of: { institution: 'institution_id' }
  },
  {
    kind: 'entry',
    table: 'ledger_entry',
    key: ['id'],
    columns: ['id', 'nr', 'on_day', 'movement', 'what', 'to_id', 'from_id', 'amount', 'corrects_id', 'by_id', 'made_at']
  },
  {
    kind: 'payment',
    table: 'payment',
    key: ['id'],
    columns: [
      'id',
      'account_id',
      'amount',
      'what',
      'payee_kind',
      'payee_name',
      'item_id',
      'state',
      'asked_by',
      'approved_by',
      'why',
      'paid_on',
      'entry_id',
      'version',
      'made_at',
      'changed_at'
    ],
    left: { payee_id: 'personal' },
    seen: (row) => (row['payee_kind'] === 'person' ? without(row, 'payee_name') : row)
  },
  {
    kind: 'voucher',
    table: 'voucher',
    key: ['id'],
    heavy: true,
    columns: [
      'id',
      'payment_id',
      'type',
      'shown_bytes',
      'width',
      'height',
      'sha256',
      'cells',
      'state',
      'checked_by',
      'checked_on',
      'version',
      'made_by',
      'made_at'
    ],
    left: { bytes: 'goes after seven years; its hash stays' }
  },
  {
    kind: 'bankImport',
    table: 'bank_import',
    key: ['id'],
    columns: [
      'id',
      'account_id',
      'format',
      'sha256',
      'from_on',
      'until_on',
      'state',
      'why',
      'version',
      'made_by',
      'made_at',
      'changed_at'
    ]
  },
  {
    kind: 'auditMember',
    table: 'audit_member',
    key: ['id'],
    columns: ['id', 'person_id', 'area_id', 'from_on', 'until_on', 'named_by', 'made_at']
  },
  {
    kind: 'question',
    table: 'entry_question',
    key: ['id'],
    columns: [
      'id',
      'entry_id',
      'text',
      'asked_by',
      'asked_on',
      'answer',
      'answered_by',
      'answered_on',
      'version',
      'made_at'
    ]
  },
  {
    kind: 'statement',
    table: 'audit_statement',
    key: ['id'],
    columns: [
      'id',
      'from_on',
      'until_on',
      'last_nr',
      'verdict',
      'text',
      'state',
      'written_by',
      'signed_by',
      'signed_on',
      'version',
      'made_at'
    ]
  },
  {
    kind: 'grant',
    table: 'ledger_grant',
    key: ['id'],
    columns: [
      'id',
      'account_id',
      'name',
      'reference',
      'amount',
      'from_on',
      'until_on',
      'renew_on',
      'stops',
      'round_ids',
      'version',
      'made_at',
      'changed_at'
    ],
    parts: [
      {
        table: 'grant_item',
        of: 'grant_id',
        columns: ['id', 'grant_id', 'place', 'what', 'amount', 'explanation'],
        order: ['place', 'id']
      }
    ]
  }
]
