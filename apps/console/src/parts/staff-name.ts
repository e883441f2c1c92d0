import { useStaffNames } from '../api/staff.ts'

/** What somebody is called, by the name of the account; who has none any more is called as they signed in. */
export function useStaffName(): (username: string) => string {
  const names = useStaffNames().data
  return (username) => names?.find((each) => each.username === username)?.name ?? username
}
