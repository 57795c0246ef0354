import '../../styles/pieces.scss'
import './help.scss'
import { ShortcutsTable } from '../../actions/shortcuts-list.tsx'
import { useSession } from '../../api/use-session.ts'
import { Columns, Section } from '../../components/layout/section.tsx'
import { Page } from '../../components/layout/page.tsx'
import { GLOSSARY } from './glossary.ts'

/** Help in one place: what the desk does and does not do, how to handle what it holds, words, and keys. */
export default function HelpPage() {
  const { version, ruleSets } = useSession()
  return (
    <Page name="help" title="Help" heading="Help" lead={`Version ${version}`}>
      <Columns
        main={
          <>
            <Does />
            <Section title="The rule sets">
              <dl className="desk-glossary">
                {ruleSets.map((rules) => (
                  <div key={rules.id}>
                    <dt>{rules.name}</dt>
                    <dd>{rules.summary}</dd>
                  </div>
                ))}
              </dl>
            </Section>
            <Section title="Words used here">
              <dl className="desk-glossary">
                {GLOSSARY.map(({ word, means }) => (
                  <div key={word}>
                    <dt>{word}</dt>
                    <dd>{means}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          </>
        }
        aside={
          <>
            <Handling />
            <Section title="Keyboard shortcuts">
              <ShortcutsTable />
            </Section>
          </>
        }
      />
    </Page>
  )
}

function Does() {
  return (
    <>
      <Section title="What this desk does">
        <ul className="desk-help__list">
          <li>
            Reads extracts from NOMIS, Delius and the national service, and shows what would change before it
            changes anything.
          </li>
          <li>
            Works out who is responsible, when responsibility passes from POM to COM, and the three mandated
            meetings.
          </li>
          <li>
            Shows every date with its rule, its sum and its source, and the same case under each rule set.
          </li>
          <li>
            Lists what is overdue, due and coming, worst first, and the cases the national lists leave out.
          </li>
          <li>Records that a task or meeting was done, and exports handover packs and calendar files.</li>
        </ul>
      </Section>
      <Section title="What it does not do">
        <ul className="desk-help__list">
          <li>
            It does not work out release dates. They come from NOMIS: if one is wrong, have it put right
            there.
          </li>
          <li>
            It does not send anything. It uses no network; you send a pack, and a pack is a draft until every
            section exists.
          </li>
          <li>
            It does not change NOMIS, Delius or OASys, and does not read them by itself. It knows what the
            last extract said.
          </li>
          <li>It does not decide. Where sources disagree or a fact is missing it says so, and who to ask.</li>
        </ul>
      </Section>
    </>
  )
}

function Handling() {
  return (
    <section className="desk-box desk-box--handling" aria-labelledby="help-handling">
      <h2 className="desk-box__title" id="help-handling">
        Handling: OFFICIAL-SENSITIVE
      </h2>
      <ul className="desk-help__list">
        <li>Look only at cases you work on. What you open, export and change is recorded under your name.</li>
        <li>Lock the desk when you leave it (Ctrl+L).</li>
        <li>
          Keep exported packs and calendar files where only those who need them can open them, and delete what
          is no longer needed.
        </li>
        <li>Never write victim details or intelligence in a note.</li>
        <li>Report a lost or misdirected pack as a data incident the same day.</li>
      </ul>
    </section>
  )
}
