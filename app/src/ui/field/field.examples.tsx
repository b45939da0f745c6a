import { type Example } from '../example.ts'
import { DayField, FileField, LongTextField, SelectField, TextField } from './field.tsx'

export const examples: Example[] = [
  { name: 'one line', show: () => <TextField name="f-name" label="Hoe heet je?" autocomplete="name" /> },
  {
    name: 'one line with hint, may be left empty',
    show: () => (
      <TextField
        name="f-mail"
        type="email"
        label="Je e-mailadres"
        hint="Alleen om je te vertellen wat ermee gebeurt."
        optional="(mag, hoeft niet)"
        autocomplete="email"
        inputmode="email"
      />
    )
  },
  {
    name: 'a code',
    show: () => <TextField name="f-code" label="De code op je kaart" size={14} dir="ltr" autocomplete="off" />
  },
  {
    name: 'with something wrong',
    show: () => (
      <TextField
        name="f-wrong"
        label="De code op je kaart"
        hint="Tien letters en cijfers."
        error="Deze code kennen we niet. Kijk of alle tekens kloppen."
        value="K7QF 2M9D 4"
        size={14}
        autocomplete="off"
      />
    )
  },
  {
    name: 'a picture',
    show: () => (
      <FileField
        name="f-picture"
        label="Kies een foto"
        hint="Een foto van de buurt, niet van mensen."
        accept="image/jpeg,image/png,image/webp"
      />
    )
  },
  {
    name: 'room to tell something',
    show: () => (
      <LongTextField name="f-text" label="Wat wil je vertellen?" hint="In je eigen woorden, in je eigen taal." />
    )
  },
  {
    name: 'much text, with something wrong',
    show: () => (
      <LongTextField
        name="f-long"
        label="Wat wil je vertellen?"
        error="Dit is te lang om te bewaren. Maak het wat korter; je tekst staat er nog."
        value={'In de gang is het ’s avonds donker. Mijn moeder durft niet meer naar buiten. '.repeat(20)}
      />
    )
  },
  {
    name: 'one from a long list',
    show: () => (
      <SelectField
        name="f-area"
        label="Waar gaat het over?"
        value="kruidenhof"
        options={[
          { value: '', text: 'De hele buurt' },
          { value: 'kruidenhof', text: 'Kruidenhof' },
          { value: 'karwij', text: 'Karwijflat' }
        ]}
      />
    )
  },
  { name: 'a day', show: () => <DayField name="f-day" label="Wanneer is het gezegd?" value="2026-03-03" /> },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <LongTextField
          name="f-ar"
          label="ماذا تريد أن تقول؟"
          hint="بكلماتك وبلغتك."
          error="اكتب شيئًا أولاً."
          value="الممر مظلم في المساء."
        />
      </div>
    )
  }
]
