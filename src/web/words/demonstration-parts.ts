/** What each person on the demonstration's start page can see and do. */
export const demonstrationParts = {
  candidate: {
    part: 'Candidate',
    sees: 'Applies, uploads documents, asks for an accommodation, sits the exam and gets the answer, the reasons and a receipt.',
  },
  clerk: {
    part: 'Records clerk',
    sees: 'Sees names and documents, records the facts that the criteria need, and decides nothing.',
  },
  reviewer: {
    part: 'Reviewer',
    sees: 'Decides on facts under a label, without a name, a school or a face, and gives a reason for each criterion not met.',
  },
  staff: {
    part: 'Staff',
    sees: 'Sees who is waiting and for how long, records payments, and decides nothing.',
  },
  director: {
    part: 'Director',
    sees: 'Sees outcomes and waiting times by group with small groups withheld, revokes credentials, consents to disclosures.',
  },
  auditor: {
    part: 'Auditor',
    sees: 'Sees who acted and who looked, without a name, and changes nothing.',
  },
  board: {
    part: 'Member of the board',
    sees: 'Sees what was found about groups, answers it with reasons by a promised day, and reads what came of it. Sees no candidate.',
  },
  conduct: {
    part: 'Coordinator of complaints',
    sees: 'Answers concerns about people who hold or seek a credential, handles complaints matter by matter, and judges none.',
  },
  ombud: {
    part: 'Ombud',
    sees: 'Answers concerns about the body, its staff, volunteers and exam, which those concerned cannot see.',
  },
  panel: {
    part: 'Panel member',
    sees: 'Judges what was drawn for them by lot, under a label, and cannot see that any other complaint exists.',
  },
  custodian: {
    part: 'Custodian of identities',
    sees: 'Consents to an identity being shown or refuses it, and cannot read the matter it belongs to.',
  },
  chair: {
    part: 'Chair of the board',
    sees: 'Sees what a member of the board sees, and what was found about a reviewer, together with what that reviewer says to it; and concerns about an ombud.',
  },
};
