/** The names under which the desk's forms send a fact or a finding. Criterion and fact ids never hold a tilde. */
export const factField = (criterion: string, fact: string): string => `fact~${criterion}~${fact}`;
export const basisField = (criterion: string): string => `basis~${criterion}`;
export const metField = (criterion: string): string => `met~${criterion}`;
export const reasonField = (criterion: string): string => `reason~${criterion}`;
