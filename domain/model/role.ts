/** What a named user is here to do. Each contract method names the roles that may call it. */
export const ROLES = ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team', 'read_only'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Record<Role, string> = {
  head_of_omu: 'Head of OMU',
  pom: 'POM',
  case_administrator: 'Case administrator',
  pre_release_team: 'Pre-release team',
  read_only: 'Read only',
}
