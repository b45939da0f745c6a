// Made-up files of the bank, for tests and for trying out. Names, numbers and amounts are nobody's.
export const ours = 'NL00TESTBUURT'

const ingHead =
  '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"'

export interface FixtureLine {
  on: string
  name: string
  /** With two decimals and a comma, below zero when it goes off. */
  amount: string
  text?: string
  iban?: string
  balance?: string
}

const out = (line: FixtureLine) => line.amount.startsWith('-')
const plain = (line: FixtureLine) => line.amount.replace(/^[-+]/, '')

export const ingList = (lines: readonly FixtureLine[], iban = ours): string =>
  [
    ingHead,
    ...lines.map((line) =>
      [
        line.on.replaceAll('-', ''),
        line.name,
        iban,
        line.iban ?? 'NL00TESTIEMAND',
        'GT',
        out(line) ? 'Af' : 'Bij',
        plain(line),
        'Online bankieren',
        line.text ?? '',
        line.balance ?? '100,00',
        ''
      ]
        .map((one) => `"${one}"`)
        .join(';')
    )
  ].join('\r\n')

const raboHead = [
  'IBAN/BBAN,Munt,BIC,Volgnr,Datum,Rentedatum,Bedrag,Saldo na trn,Tegenrekening IBAN/BBAN,Naam tegenpartij,Naam uiteindelijke partij',
  'Naam initiërende partij,BIC tegenpartij,Code,Batch ID,Transactiereferentie,Machtigingskenmerk,Incassant ID,Betalingskenmerk',
  'Omschrijving-1,Omschrijving-2,Omschrijving-3,Reden retour,Oorspr bedrag,Oorspr munt,Koers'
].join(',')

export const raboList = (lines: readonly FixtureLine[], iban = ours): string =>
  [
    raboHead
      .split(',')
      .map((name) => `"${name}"`)
      .join(','),
    ...lines.map((line, at) =>
      [
        ...[iban, 'EUR', 'TESTNL00', String(at + 1).padStart(18, '0'), line.on, line.on],
        ...[out(line) ? line.amount : `+${plain(line)}`, '+100,00', line.iban ?? 'NL00TESTIEMAND', line.name],
        ...Array.from({ length: 9 }, () => ''),
        line.text ?? '',
        ...Array.from({ length: 6 }, () => '')
      ]
        .map((one) => `"${one}"`)
        .join(',')
    )
  ].join('\r\n')

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const camt = (lines: readonly FixtureLine[], iban = ours): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${lines
  .map((line, at) => {
    const side = out(line) ? 'Cdtr' : 'Dbtr'
    return `<Ntry><NtryRef>${at + 1}</NtryRef><Amt Ccy="EUR">${plain(line).replace(',', '.')}</Amt>
<CdtDbtInd>${out(line) ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${line.on}</Dt></BookgDt>
<AcctSvcrRef>REF${line.on}${at}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><${side}><Nm>${xml(line.name)}</Nm></${side}>
<${side}Acct><Id><IBAN>${line.iban ?? 'NL00TESTIEMAND'}</IBAN></Id></${side}Acct></RltdPties>
<RmtInf><Ustrd>${xml(line.text ?? '')}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  })
  .join('\n')}
</Stmt></BkToCstmrStmt></Document>`
