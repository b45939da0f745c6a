import { type Example } from '../example.ts'
import { AreaMap, type MapArea } from './map.tsx'

const areas: MapArea[] = [
  {
    id: 'kruidenhof',
    name: 'Kruidenhof',
    path: 'M20 30L190 20L200 130L110 160L20 140Z',
    tone: 4,
    href: '#kruidenhof',
    label: '24 buurtbehoeften'
  },
  {
    id: 'karwij',
    name: 'Karwijflat',
    path: 'M190 20L380 40L370 150L200 130Z',
    tone: 2,
    href: '#karwij',
    label: '9 buurtbehoeften'
  },
  {
    id: 'kade',
    name: 'Kastanjekade',
    path: 'M20 140L110 160L200 130L370 150L350 270L40 260Z',
    tone: 0,
    href: '#kade',
    label: 'nog niets gehoord'
  }
]

export const examples: Example[] = [
  {
    name: 'areas with how much was heard',
    show: () => <AreaMap title="Waar bewoners iets over zeiden" viewBox="0 0 400 290" areas={areas} />
  },
  {
    name: 'with a park, water and a metro to find the way by',
    show: () => (
      <AreaMap
        id="map-landmarks"
        title="De Kastanjebuurt"
        viewBox="0 0 400 290"
        areas={areas.map((area) => ({ ...area, tone: 0 }))}
        landmarks={[
          { kind: 'park', name: 'Kastanjepark', path: 'M200 130L370 150L380 40L390 290L300 290Z' },
          { kind: 'water', name: 'Vaart', path: 'M0 268L400 258L400 290L0 290Z' },
          { kind: 'metro', name: 'metro', path: 'M-10 60C120 40 200 150 410 120' },
          { kind: 'station', name: 'Karwij', x: 232, y: 110 }
        ]}
      />
    )
  },
  {
    name: 'without links, one is meant',
    show: () => (
      <AreaMap
        id="map-current"
        title="Kruidenhof in de Kastanjebuurt"
        viewBox="0 0 400 290"
        areas={areas.map(({ id, name, path }) => ({
          id,
          name,
          path,
          tone: id === 'kruidenhof' ? 3 : 0,
          current: id === 'kruidenhof'
        }))}
      />
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <AreaMap
          id="map-ar"
          title="أين تكلم السكان"
          viewBox="0 0 400 290"
          areas={areas.map((a, at) => ({
            ...a,
            name: ['ساحة الأعشاب', 'مبنى الكراوية', 'رصيف الكستناء'][at] ?? a.name,
            label: ''
          }))}
        />
      </div>
    )
  }
]
