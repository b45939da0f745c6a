import { Button } from '../button/button.tsx'
import { TextField } from '../field/field.tsx'
import { type Example } from '../example.ts'
import { ErrorSummary, Form, Step } from './form.tsx'

export const examples: Example[] = [
  {
    name: 'a form with one big button',
    show: () => (
      <Form
        action="/stijl"
        hidden={{ token: 'abc' }}
        button="Ik wil dit vertellen"
        more={<Button kind="quiet">Bewaar voor later</Button>}
      >
        <TextField name="form-what" label="In één zin" />
      </Form>
    )
  },
  { name: 'where we are', show: () => <Step words="Stap 2 van 4" now={2} of={4} /> },
  {
    name: 'something is missing',
    show: () => (
      <>
        <ErrorSummary
          title="Er missen nog twee dingen"
          errors={[
            { href: '#form-goal', text: 'Schrijf op wat jullie willen bereiken' },
            { href: '#form-group', text: 'Kies van welke groep dit doel is' }
          ]}
        />
        <TextField name="form-goal" label="Wat willen jullie bereiken?" error="Schrijf op wat jullie willen bereiken" />
        <TextField name="form-group" label="Van welke groep?" error="Kies van welke groep dit doel is" />
      </>
    )
  }
]
