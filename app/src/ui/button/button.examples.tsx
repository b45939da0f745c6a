import { type Example } from '../example.ts'
import { Button, Buttons, LinkButton } from './button.tsx'

export const examples: Example[] = [
  {
    name: 'the three kinds',
    show: () => (
      <Buttons>
        <LinkButton href="#een">Ik wil iets vertellen</LinkButton>
        <LinkButton kind="plain" href="#twee">
          Ik heb een code
        </LinkButton>
        <LinkButton kind="quiet" href="#drie">
          Liever niet
        </LinkButton>
      </Buttons>
    )
  },
  {
    name: 'with a picture',
    show: () => (
      <Buttons>
        <LinkButton icon="speech" href="#een">
          Ik wil iets vertellen
        </LinkButton>
        <LinkButton kind="plain" icon="print" href="#twee">
          Print mijn kaart
        </LinkButton>
      </Buttons>
    )
  },
  {
    name: 'in a form, with long words',
    show: () => (
      <form action="/stijl" method="post">
        <Buttons>
          <Button name="doen" value="ja">
            Ja, stuur deze brief namens de hele flatcommissie naar de woningcorporatie en naar het stadsdeel
          </Button>
          <Button kind="plain" name="doen" value="nee">
            Wij kunnen dit niet op tijd
          </Button>
        </Buttons>
      </form>
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <Buttons>
          <LinkButton icon="speech" href="#een">
            أريد أن أقول شيئًا
          </LinkButton>
          <LinkButton kind="plain" icon="next" href="#twee">
            لدي رمز
          </LinkButton>
        </Buttons>
      </div>
    )
  }
]
