import { Link } from 'react-router'
import { casePath, type PartProps } from './case-file.ts'
import { EditableFacts } from './editable-facts.tsx'

const GROUPS = [
  {
    title: 'Risk',
    fields: [
      'rosh',
      'rosh_date',
      'rosh_children',
      'rosh_public',
      'rosh_known_adult',
      'rosh_staff',
      'rosh_prisoners',
      'tier',
      'mappa_level',
      'mappa_category',
      'complexity',
      'oasys_date',
    ],
    looked: ['rosh', 'tier', 'mappa_level'],
  },
  { title: 'Flags', fields: ['vlo_assigned', 'restricted_patient', 'tact', 'cppc', 'alerts', 'csra'] },
  {
    title: 'COM and probation',
    fields: [
      'com_name',
      'com_email',
      'team_name',
      'ldu_name',
      'ldu_code',
      'ldu_email',
      'probation_region',
      'resourcing',
    ],
    looked: ['com_name', 'probation_region'],
  },
  {
    title: 'In the prison',
    fields: ['pom_name', 'pom_email', 'pom_role', 'co_pom_name', 'allocation_date', 'keyworker'],
    looked: ['pom_name'],
  },
] as const

/** How risky this case is held to be, and everybody who works on it: each with its source and age, each to be changed in place. */
export function RiskAndContacts({ file }: PartProps) {
  return (
    <EditableFacts file={file} groups={GROUPS}>
      <p>
        A POM is allocated under <Link to={casePath(file.personId, 'allocation')}>Allocation</Link>, with the
        reason. Contact with the COM is recorded under{' '}
        <Link to={casePath(file.personId, 'tasks')}>Tasks</Link>.
      </p>
    </EditableFacts>
  )
}
