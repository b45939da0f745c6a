import { LinkButton } from '../button/button.tsx'
import { type Example } from '../example.ts'
import { BackLink, Breadcrumb, EmptyState, FilterLinks, Pager, SearchBox } from './finding.tsx'

export const examples: Example[] = [
  { name: 'back', show: () => <BackLink href="#doelen">Alle buurtdoelen</BackLink> },
  {
    name: 'where this hangs',
    show: () => (
      <Breadcrumb
        label="Waar je bent"
        links={[
          { href: '#begin', text: 'Kastanjebuurt' },
          { href: '#doelen', text: 'Buurtdoelen' }
        ]}
      />
    )
  },
  {
    name: 'filters',
    show: () => (
      <FilterLinks
        label="Laat zien"
        links={[
          { href: '#alle', text: 'Alle', current: true },
          { href: '#wacht', text: 'Wacht op antwoord' },
          { href: '#laat', text: 'Te laat' },
          { href: '#klaar', text: 'Klaar' }
        ]}
      />
    )
  },
  {
    name: 'further and back',
    show: () => (
      <Pager
        prev="#1"
        next="#3"
        words={{ label: 'Bladeren', prev: 'Vorige', next: 'Volgende', where: 'Bladzijde 2 van 7' }}
      />
    )
  },
  {
    name: 'only further',
    show: () => <Pager next="#2" words={{ label: 'Bladeren vanaf het begin', prev: 'Vorige', next: 'Volgende' }} />
  },
  {
    name: 'search',
    show: () => <SearchBox action="#zoek" label="Zoek in de buurt" button="Zoek" id="zoek-voorbeeld" value="lampen" />
  },
  {
    name: 'nothing yet',
    show: () => (
      <EmptyState
        title="Nog niemand heeft hier iets over verteld"
        action={<LinkButton href="#nieuw">Ik wil iets vertellen</LinkButton>}
      >
        Jij kunt de eerste zijn.
      </EmptyState>
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <BackLink href="#ar-terug">كل الأهداف</BackLink>
        <FilterLinks label="أظهر" links={[{ href: '#ar-1', text: 'الكل', current: true }]} />
        <Pager prev="#ar-p" next="#ar-n" words={{ label: 'تصفح', prev: 'السابق', next: 'التالي' }} />
      </div>
    )
  }
]
