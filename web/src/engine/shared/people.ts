/** Conditions on whose a record is; what one's team is the server knows. */
export const MINE = 'owner == me()'
export const MY_TEAMS = 'owner in myTeam()'
export const ownedBy = (person: string): string => `owner == '${person}'`
