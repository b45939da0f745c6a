import { Chip } from '../chip/chip.tsx'
import { Meta } from '../text/text.tsx'
import { type Example } from '../example.ts'
import { MiniWay, Way } from './way.tsx'

export const examples: Example[] = [
  {
    name: 'the way of a voice, waiting for an answer that is late',
    show: () => (
      <Way
        label="De weg van jouw inbreng"
        words={{ done: 'klaar', now: 'hier zijn we nu', ahead: 'komt nog' }}
        stops={[
          { state: 'done', title: 'Gehoord', on: '3 maart · huis aan huis' },
          {
            state: 'done',
            title: (
              <>
                Samengebracht: <a href="#behoefte">Licht in gangen en portieken</a>
              </>
            ),
            children: <p>Nog 41 mensen zeiden hetzelfde.</p>
          },
          {
            state: 'done',
            title: (
              <>
                Doel van de <a href="#groep">flatcommissie Kruidenhof</a>
              </>
            ),
            on: 'Gekozen in het buurtberaad van 24 maart'
          },
          {
            state: 'done',
            title: 'Gevraagd aan woningcorporatie De Linde',
            children: (
              <p>
                “Vervang de lampen in alle twaalf gangen.” Beloofde zeggenschap: <strong>meebeslissen</strong>.
              </p>
            )
          },
          {
            state: 'now',
            title: (
              <>
                Wacht op antwoord <Chip kind="late">9 dagen te laat</Chip>
              </>
            ),
            children: (
              <p>
                Antwoord moest er zijn op 12 mei (6 weken, <a href="#termijn">hoe is dat berekend?</a>). De
                flatcommissie stuurde op 19 mei een brief.
              </p>
            )
          },
          { state: 'ahead', title: 'Doen', on: 'Nog niet begonnen' },
          { state: 'ahead', title: 'Terugvertellen', on: 'Wij bellen je, dat heb je gekozen.' }
        ]}
      />
    )
  },
  {
    name: 'just heard',
    show: () => (
      <Way
        label="De weg van deze inbreng"
        stops={[
          { state: 'now', title: 'Gehoord', on: 'Vandaag' },
          { state: 'ahead', title: 'Samenbrengen' }
        ]}
      />
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <Way
          label="طريق ما قلته"
          stops={[
            { state: 'done', title: 'سُمِع', on: '٣ مارس · عند الباب' },
            { state: 'now', title: 'ننتظر الجواب', children: <p>كان يجب أن يأتي الجواب في ١٢ مايو.</p> },
            { state: 'ahead', title: 'نخبرك بما حدث' }
          ]}
        />
        <MiniWay label="المحطة الثانية من ثلاث" stops={['done', 'now', 'ahead']} />
      </div>
    )
  },
  {
    name: 'small, on a card',
    show: () => (
      <>
        <MiniWay
          label="Vier van de zeven haltes; wacht op antwoord"
          stops={['done', 'done', 'done', 'now', 'ahead', 'ahead', 'ahead']}
        />
        <Meta>Wacht op antwoord</Meta>
        <MiniWay label="Alle haltes gehad" stops={['done', 'done', 'done', 'done']} />
        <Meta>Klaar en terugverteld</Meta>
      </>
    )
  }
]
