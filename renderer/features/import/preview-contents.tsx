import { goTo } from '../../components/layout/go-to.ts'
import type { Previewed } from './use-import.ts'

const count = (size: number, word: string) =>
  `${size.toLocaleString('en-GB')} ${word}${size === 1 ? '' : 's'}`

/** What the preview holds, group by group, and the rows that say nothing new. */
export function Contents({ preview, onBack }: { preview: Previewed; onBack: () => void }) {
  const { files } = preview
  const groups = [
    { id: 'import-perhaps', title: 'Perhaps the same', count: preview.perhaps.length },
    { id: 'import-asked', title: 'Typed here', count: preview.asked.length },
    ...preview.groups.map((group) => ({ id: `import-${group.key}`, title: group.title, count: group.count })),
    { id: 'import-refused', title: 'Refused', count: preview.refusedTotal },
  ].filter((group) => group.count > 0 || group.id === 'import-refused' || group.id === 'import-asked')
  return (
    <nav className="desk-contents" aria-label="Parts of the preview">
      <ul>
        {groups.map((group) => (
          <li key={group.id}>
            {group.count > 0 ? (
              <button type="button" className="desk-contents__link" onClick={() => goTo(group.id)}>
                <span>{group.title}</span>{' '}
                <span className="desk-count">{group.count.toLocaleString('en-GB')}</span>
              </button>
            ) : (
              <span className="desk-contents__none">
                <span>{group.title}</span> <span className="desk-count">0</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {files.length === 1 && <OneFile file={files[0] as Previewed['files'][number]} />}
      {files.map(({ token, name, unmappedColumns }) =>
        unmappedColumns.length === 0 ? null : (
          <p className="desk-second" key={token}>
            Columns left out{files.length > 1 ? ` of ${name}` : ''}: {unmappedColumns.join(', ')}.{' '}
            <button type="button" className="desk-link-button" onClick={onBack}>
              Match them{files.length > 1 && <span className="govuk-visually-hidden"> of {name}</span>}
            </button>
          </p>
        ),
      )}
    </nav>
  )
}

function OneFile({ file }: { file: Previewed['files'][number] }) {
  return (
    <>
      <p className="desk-second">
        {count(file.rows, 'row')}: {file.created} new, {file.updated} changed, {file.unchanged} the same,{' '}
        {file.refusedTotal} refused.
      </p>
      {file.absent > 0 && (
        <p className="desk-second">
          {count(file.absent, 'person').replace('persons', 'people')} held here{' '}
          {file.absent === 1 ? 'is' : 'are'} not in the file. Nobody is removed by absence.
        </p>
      )}
    </>
  )
}
