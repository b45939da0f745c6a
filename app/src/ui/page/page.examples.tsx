import { BackLink } from '../finding/finding.tsx'
import { LongTextField } from '../field/field.tsx'
import { DemoBar } from '../demo-bar/demo-bar.tsx'
import { ErrorSummary, Form, Step } from '../form/form.tsx'
import { ChoiceField } from '../choice/choice.tsx'
import { ErrorPage } from '../error-page/error-page.tsx'
import { LinkButton } from '../button/button.tsx'
import { Notice } from '../notice/notice.tsx'
import { Lead } from '../text/text.tsx'
import { type Example } from '../example.ts'
import { Page, type PageProps } from './page.tsx'

const dutch: Omit<PageProps, 'title' | 'children'> = {
  lang: 'nl',
  dir: 'ltr',
  siteName: 'Kastanjebuurt',
  stylesheets: ['/ui.css', '/kleur.css'],
  words: { skip: 'Naar de inhoud', nav: 'Hoofdmenu', languages: 'Taal' },
  nav: [
    { href: '#speelt', text: 'Wat speelt er', current: true },
    { href: '#volg', text: 'Volgen' }
  ],
  menu: {
    text: 'Menu',
    links: ['Buurtdoelen', 'Verzoeken en antwoorden', 'Toezeggingen', 'Groepen', 'Instanties', 'Zoeken'].map(
      (text) => ({
        href: `#${text.toLowerCase().replaceAll(' ', '-')}`,
        text
      })
    )
  },
  languageLinks: [
    { href: '#nl', lang: 'nl', text: 'Nederlands', current: true },
    { href: '#en', lang: 'en', text: 'English' },
    { href: '#ar', lang: 'ar', text: 'العربية' }
  ],
  footer: (
    <>
      <p>Van en voor bewoners van de Kastanjebuurt</p>
      <ul>
        <li>
          <a href="#geld">Geld</a>
        </li>
        <li>
          <a href="#wie">Wie horen we nog niet?</a>
        </li>
        <li>
          <a href="#logboek">Logboek</a>
        </li>
      </ul>
    </>
  )
}

const people = [
  { id: 'fatima', name: 'Fatima', role: 'trekker van de flatcommissie Kruidenhof' },
  { id: 'kofi', name: 'Kofi', role: 'bewoner die bij deuren langsgaat' },
  { id: 'anneke', name: 'Anneke', role: 'contactpersoon van woningcorporatie De Linde' },
  { id: 'niemand', name: 'Niemand', role: 'een buur zonder account' }
]

export const examples: Example[] = [
  {
    name: 'a page',
    whole: true,
    show: () => (
      <Page {...dutch} title="Wat speelt er" demoBar={demoBar()} account={<a href="#ik">Fatima</a>}>
        <h1>Wat speelt er in de buurt</h1>
        <Lead>Dit is waar bewoners nu aan werken.</Lead>
      </Page>
    )
  },
  {
    name: 'a question, one per screen',
    whole: true,
    show: () => (
      <Page {...dutch} title="Wat wil je vertellen?">
        <BackLink href="#terug">Terug</BackLink>
        <Step words="Stap 1 van 4" now={1} of={4} />
        <Form action="/stijl" button="Verder" hidden={{ token: 'abc' }}>
          <LongTextField
            name="text"
            heading
            label="Wat wil je vertellen?"
            hint="Het mag over alles gaan. Je hoeft je naam niet te zeggen."
          />
        </Form>
      </Page>
    )
  },
  {
    name: 'a question with something missing',
    whole: true,
    show: () => (
      <Page {...dutch} title="Er mist iets: wil je horen wat ermee gebeurt?">
        <ErrorSummary title="Er mist nog iets" errors={[{ href: '#how', text: 'Kies hoe je het wilt horen' }]} />
        <Step words="Stap 4 van 4" now={4} of={4} />
        <Form action="/stijl" button="Klaar">
          <ChoiceField
            name="how"
            heading
            label="Wil je horen wat ermee gebeurt?"
            error="Kies hoe je het wilt horen"
            choices={[
              { value: 'code', icon: 'card', label: 'Met een code', hint: 'Je krijgt een kaartje mee.' },
              { value: 'phone', icon: 'phone', label: 'Bel mij' },
              { value: 'none', label: 'Nee, dat hoeft niet' }
            ]}
          />
        </Form>
      </Page>
    )
  },
  {
    name: 'a page that is not there',
    whole: true,
    show: () => (
      <Page {...dutch} title="Deze bladzijde is er niet">
        <ErrorPage
          title="Deze bladzijde is er niet"
          what="Misschien is het adres niet goed overgetypt. Of de bladzijde heeft nu een ander adres."
          doTitle="Dit kun je doen"
          todo={['Kijk of het adres klopt.', 'Zoek wat je nodig hebt.', 'Heb je een code? Vul hem dan in bij Volgen.']}
          actions={<LinkButton href="#begin">Naar het begin</LinkButton>}
        />
      </Page>
    )
  },
  {
    name: 'right to left, with a long name',
    whole: true,
    show: () => (
      <Page
        {...dutch}
        lang="ar"
        dir="rtl"
        title="ماذا يحدث في الحي"
        siteName="حي الكستناء الكبير والشوارع المحيطة به"
        words={{ skip: 'إلى المحتوى', nav: 'القائمة الرئيسية', languages: 'اللغة' }}
        nav={[
          { href: '#a', text: 'ماذا يحدث' },
          { href: '#b', text: 'متابعة' }
        ]}
        menu={{ text: 'القائمة', links: [{ href: '#c', text: 'أهداف الحي' }] }}
        notice={<Notice kind="good" title="شكرًا. لقد سمعناك." fresh />}
        footer={<p>من سكان الحي ولهم</p>}
      >
        <h1>ماذا حدث لما قلته؟</h1>
        <Lead>يمكنك أن تقول أي شيء. لا يلزم أن تذكر اسمك.</Lead>
      </Page>
    )
  }
]

function demoBar() {
  return (
    <DemoBar
      words={{ now: 'Voorbeeldbuurt: je kijkt als Fatima', choose: 'Word iemand anders', list: 'Voorbeeld' }}
      action="/stijl"
      people={people}
      now="fatima"
    />
  )
}
