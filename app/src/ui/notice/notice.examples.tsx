import { type Example } from '../example.ts'
import { Notice } from './notice.tsx'

export const examples: Example[] = [
  {
    name: 'it went well',
    show: () => (
      <Notice kind="good" title="Bedankt. We hebben je gehoord." fresh>
        <p>Bewaar je code goed. Daarmee zie je wat er gebeurt.</p>
      </Notice>
    )
  },
  {
    name: 'it stops here',
    show: () => (
      <Notice kind="stop" title="Dit kan nu niet">
        <p>
          Iemand anders heeft dit net veranderd. <a href="#kijk">Kijk wat er nu staat.</a>
        </p>
      </Notice>
    )
  },
  {
    name: 'good to know, without a title',
    show: () => (
      <Notice kind="note">
        <p>Deze groep houdt een pauze tot 1 september. Dat mag.</p>
      </Notice>
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <Notice kind="note" title="من الجيد أن تعرف">
          <p>احتفظ برمزك.</p>
        </Notice>
      </div>
    )
  }
]
