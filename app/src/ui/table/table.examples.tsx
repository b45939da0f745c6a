import { type Example } from '../example.ts'
import { Table } from './table.tsx'

export const examples: Example[] = [
  {
    name: 'with numbers',
    show: () => (
      <Table
        caption="Antwoorden per instantie"
        head={['Instantie', 'Gevraagd', 'Op tijd', 'Langste wachttijd', 'Nog open']}
        numbers={[1, 2, 3, 4]}
        rows={[
          ['Woningcorporatie De Linde', 12, 5, '71 dagen', 3],
          ['Stadsdeel', 14, 10, '43 dagen', 2],
          ['Welzijn Samen', 5, 3, '20 dagen', 0]
        ]}
      />
    )
  },
  { name: 'empty', show: () => <Table caption="Boekingen" head={['Dag', 'Bedrag']} rows={[]} /> },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <Table caption="الأجوبة" head={['المؤسسة', 'سُئلت']} numbers={[1]} rows={[['جمعية الإسكان', '١٢']]} />
      </div>
    )
  }
]
