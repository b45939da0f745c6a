import { TextField } from '../field/field.tsx'
import { type Example } from '../example.ts'
import { ChoiceField, ChoicesField } from './choice.tsx'

export const examples: Example[] = [
  {
    name: 'one of a few, each with its hint',
    show: () => (
      <ChoiceField
        name="c-show"
        label="Mogen anderen je woorden lezen?"
        hint="Je kunt dit later altijd veranderen."
        value="full"
        choices={[
          { value: 'full', label: 'Ja, precies zoals ik het zei' },
          {
            value: 'summary',
            label: 'Alleen in het kort',
            hint: 'Een bewoner schrijft in één zin waar het over gaat.'
          },
          { value: 'none', label: 'Nee', hint: 'Alleen de groep die ermee werkt, leest het.' }
        ]}
      />
    )
  },
  {
    name: 'a choice that asks for more',
    show: () => (
      <ChoiceField
        name="c-how"
        label="Hoe wil je het horen?"
        value="mail"
        choices={[
          { value: 'code', icon: 'card', label: 'Met een code op een kaartje' },
          {
            value: 'mail',
            icon: 'letter',
            label: 'Met een e-mail',
            more: <TextField name="c-mail" type="email" label="Je e-mailadres" autocomplete="email" />
          },
          { value: 'door', icon: 'door', label: 'Kom bij mij langs' }
        ]}
      />
    )
  },
  {
    name: 'any of a few, with something wrong',
    show: () => (
      <ChoicesField
        name="c-themes"
        label="Waar gaat het over?"
        optional="(meer mag)"
        error="Kies er minstens één."
        values={['light']}
        choices={[
          { value: 'light', label: 'Licht en veiligheid' },
          { value: 'young', label: 'Jongeren' },
          {
            value: 'long',
            label: 'Iets anders, bijvoorbeeld het onderhoud van de galerijen, de liften en de binnentuinen'
          }
        ]}
      />
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <ChoiceField
          name="c-ar"
          label="هل يمكن للآخرين قراءة كلماتك؟"
          value="yes"
          choices={[
            { value: 'yes', icon: 'speech', label: 'نعم، كما قلتها', hint: 'بلغتك ومعها ترجمة.' },
            { value: 'no', label: 'لا' }
          ]}
        />
      </div>
    )
  }
]
