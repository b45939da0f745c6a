/** What the page for browsers says. */
import { type Language } from '../words.ts'

export const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: {
    title: 'Klopt dit bewijs?',
    intro:
      'Deze pagina kijkt na of iets echt in het openbare logboek van je buurt staat. Alles gebeurt op dit apparaat: er gaat niets naar internet.',
    other: 'In English',
    file: 'Kies het bewijsbestand',
    'file.hint': 'Het heet bewijs.json. Je kreeg het op je volgpagina, of van iemand anders.',
    paste: 'Of plak hier wat erin staat',
    key: 'De sleutel van het logboek',
    'key.hint':
      'Vraag hem aan iemand die je vertrouwt, of neem hem over van je kaart of een oud verslag. Zet sleutels van getuigen eronder, ieder op een regel.',
    check: 'Kijk het na',
    right: 'Ja, het klopt',
    wrong: 'Nee, dit klopt niet',
    cannot: 'Het is niet na te kijken',
    index: 'Dit is regel {index} van het logboek {origin}, toen dat {size} regels had.',
    says: 'Zo staat het in het logboek',
    own: 'En deze woorden horen erbij',
    by: 'Getekend door',
    seen: '{name}, die het zag op {time}',
    root: 'De wortel in 16 groepen, om met papier te vergelijken',
    limits:
      'Wie de sleutel heeft, kan een nieuw logboek maken dat ook klopt. Bewaar daarom je bewijs: een oud bewijs past niet in een logboek dat later is veranderd. Dat kijkt iemand na met: npx public-log audit ADRES --from bewijs.json',
    'no-ed25519':
      'Deze browser kan handtekeningen van dit soort (Ed25519) niet nakijken. Neem een nieuwere Firefox, Chrome, Edge of Safari, of gebruik: npx public-log verify',
    'no-file': 'Kies eerst het bewijsbestand, of plak wat erin staat.',
    'no-json': 'Dit is geen bewijsbestand: het is niet heel, of het is iets anders.',
    'no-key': 'Vul eerst de sleutel van het logboek in.'
  },
  en: {
    title: 'Is this proof right?',
    intro:
      'This page checks whether something really stands in the public log of your neighbourhood. Everything happens on this device: nothing goes to the internet.',
    other: 'In het Nederlands',
    file: 'Choose the proof file',
    'file.hint': 'It is called bewijs.json. You got it on your follow page, or from somebody.',
    paste: 'Or paste what is in it',
    key: 'The key of the log',
    'key.hint':
      'Ask somebody you trust for it, or take it from your card or old minutes. Put keys of witnesses below it, each on a line.',
    check: 'Check it',
    right: 'Yes, it is right',
    wrong: 'No, this is not right',
    cannot: 'It cannot be checked',
    index: 'This is entry {index} of the log {origin} when it had {size} entries.',
    says: 'This is how it stands in the log',
    own: 'And these words belong to it',
    by: 'Signed by',
    seen: '{name}, who saw it on {time}',
    root: 'The root in 16 groups, to compare with paper',
    limits:
      'Whoever has the key can make a new log that is right too. So keep your proof: an old proof does not fit a log that was changed later. Somebody checks that with: npx public-log audit ADDRESS --from bewijs.json',
    'no-ed25519':
      'This browser cannot check signatures of this kind (Ed25519). Take a newer Firefox, Chrome, Edge or Safari, or use: npx public-log verify',
    'no-file': 'First choose the proof file, or paste what is in it.',
    'no-json': 'This is not a proof file: it is not whole, or it is something else.',
    'no-key': 'First fill in the key of the log.'
  }
}
