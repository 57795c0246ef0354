/** What Node's file calls throw: a code such as `ENOSPC`, and mostly the path that was tried. */
interface SystemError extends Error {
  code: string
  path?: string
}

const REASONS: Record<string, string> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EEXIST: 'something else of that name is there',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOTEMPTY: 'a folder stands where a file is needed',
  ENOENT: 'the folder is not there and cannot be made',
  ENAMETOOLONG: 'the name is too long',
}

/**
 * What to say of a disk that would not take or give a file; null for any other error. `subject` stands for the path where
 * the error names none.
 */
export function describeSystemError(error: unknown, subject = 'The output'): string | null {
  if (!isSystemError(error)) return null
  const { code, dest, path } = error as SystemError & { dest?: string }
  return `${dest ?? path ?? subject} cannot be used: ${REASONS[code] ?? code}.`
}

function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error && 'syscall' in error && typeof (error as { code?: unknown }).code === 'string'
  )
}
