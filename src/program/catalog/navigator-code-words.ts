/**
 * The words of the invented Larkspur code of conduct, written for this platform: principles as advice, rules as duties,
 * definitions, and how complaints are heard. Which of them stand in which version is said in navigator-code.ts.
 */
export interface ProvisionWords {
  readonly title: string;
  readonly text: string;
}

const say = (title: string, text: string): ProvisionWords => ({ title, text });

export const PRINCIPLES = {
  person: say(
    'The person decides',
    'A navigator helps people reach the care they choose. The choice stays with the person, also when the navigator would choose otherwise.',
  ),
  dignity: say(
    'Equal worth',
    'Every person is owed the same patience, attention and effort, whoever they are, however they speak, and whatever they can pay.',
  ),
  candor: say(
    'Plain and honest speech',
    'A navigator says what is known, what is not, and what is only a guess, in words the person can use.',
  ),
  barriers: say(
    'Barriers are part of the work',
    'Where a rule, a form or a building keeps people from care, a navigator names it to those who can change it, and does not only lead one person around it.',
  ),
  learning: say(
    'Keep learning',
    'A navigator looks for what they do not know, asks those whom they serve, and lets others look at their work.',
  ),
  community: say(
    'Trust belongs to a community',
    'Trust that a community lends to one navigator is used for the community, and handed on whole.',
  ),
} as const;

export const RULES = {
  unfair: say(
    'No unfair treatment',
    'Do not refuse, delay, shorten or worsen help because of age, color, disability, gender or gender identity, marital status, national origin, race, religion, sexual orientation, appearance, language, place of living or means.',
  ),
  access: say(
    'Help that can be understood and reached',
    'Before help begins, find out in which language, form and place the person can follow it, and arrange what can be had. Do not use a child of the family as interpreter, except in an emergency.',
  ),
  consent: say(
    'Consent',
    'Before acting for a person, say what you will do, with whom you will share what, and that they may say no; act only on their agreement or that of whoever may lawfully give it, and keep a note of it.',
  ),
  harm: say(
    'No exploitation',
    'Do not use a person’s need, trust or fear for money, favors, sex, votes, faith or fame.',
  ),
  relations: say(
    'No sexual or romantic relationship',
    'Have no sexual or romantic relationship with a person you serve, nor within two years after the last help, nor with whoever speaks for that person.',
  ),
  ending: say(
    'Ending help',
    'Tell a person in good time when and why help ends, what is still open, and where it can be had next. Do not end it because they complained.',
  ),
  endingEarlier: say(
    'Ending help',
    'Tell a person in good time when and why help ends, and where it can be had next.',
  ),
  privacy: say(
    'Confidentiality',
    'Share what you learn about a person only with their consent, where law requires it, or where it is needed to keep somebody from serious harm; then share no more than is needed, and tell the person unless that would cause the harm.',
  ),
  records: say(
    'Records',
    'Keep records that are true, dated and your own. Correct a mistake so that both can be read. Keep and destroy them as law and the body require.',
  ),
  tools: say(
    'Machines that advise',
    'When a program ranks, sorts or advises about a person, know what it was made for, check what it says before acting on it, tell the person that it was used, and answer for the result as your own. Enter nothing about a person into a service that may keep or learn from it without their consent.',
  ),
  competence: say(
    'Within your competence',
    'Do only what you are trained and lawfully allowed to do. Give no diagnosis and no legal advice; lead the person to somebody who may.',
  ),
  fitness: say(
    'Fit to work',
    'Do not serve people while illness, drink, drugs or strain makes your judgment unsafe; arrange that somebody takes over.',
  ),
  supervision: say(
    'Answering for others',
    'Whoever directs other people’s work gives them only what they can do, checks it, and answers for what was left unchecked.',
  ),
  qualifications: say(
    'True account of yourself',
    'Say truly what you have learned, hold and did. Correct others who say more of you than is so.',
  ),
  designation: say(
    'Use of the designation',
    'Use the designation only while the credential is in force, only as it was granted, and never so that it seems to promise a result.',
  ),
  designationEarlier: say(
    'Use of the title',
    'Use the designation only while the credential is in force, only as it was granted, and never so that it seems to promise a result.',
  ),
  advertising: say(
    'Advertising',
    'Claim nothing that you cannot show. Do not ask those you serve to praise you in public.',
  ),
  conflict: say(
    'Conflicts of interest',
    'Tell the person, before they choose, of every tie of yours to a place, plan or product that you name to them, and step aside where the tie could guide you.',
  ),
  payments: say(
    'No payment for sending',
    'Take and give nothing of value for sending a person to a place, plan or product.',
  ),
  paymentsEarlier: say(
    'Fees and gifts',
    'Take nothing for sending a person to a place. A small gift of thanks may be taken.',
  ),
  gifts: say(
    'Gifts',
    'Take from those you serve no gift beyond a small token of thanks, and none that is asked for.',
  ),
  fees: say(
    'Fees',
    'Tell a person before the work begins what it costs and who pays. Bill only for work done.',
  ),
  application: say(
    'Honest application and exam',
    'Make no false statement to obtain or keep the credential. Do not take, pass on or use exam content, and do not sit an exam for somebody else.',
  ),
  report: say(
    'Duty to report',
    'Report to the body within 30 days what gives you good reason to believe that a holder of this credential has done serious harm in breach of these rules, unless law or confidentiality forbids it.',
  ),
  selfReport: say(
    'Reporting about yourself',
    'Tell the body within 30 days of a criminal conviction that bears on the work, and of a license or credential that was limited, suspended or taken.',
  ),
  cooperate: say(
    'Taking part in proceedings',
    'Answer the body’s questions truly and in time, or say by which right you do not. Destroy no evidence and lean on no witness.',
  ),
  retaliation: say(
    'No retaliation',
    'Do nothing to the disadvantage of somebody because they raised a concern, stood as a witness, or asked for what these rules give them.',
  ),
  law: say(
    'Law',
    'Keep the law that governs the work. A conviction counts only where it bears on the work or on those served.',
  ),
} as const;

export const DEFINITIONS = {
  person: say('Person served', 'Whoever is helped, and whoever may lawfully speak for them.'),
  consent: say(
    'Consent',
    'Free agreement of somebody who has understood what is asked and can take it back.',
  ),
  conflict: say(
    'Conflict of interest',
    'A tie that could lead a fair onlooker to doubt whose good is served.',
  ),
  serious: say(
    'Serious harm',
    'Harm to body, mind, freedom or livelihood that is not soon made good.',
  ),
  conviction: say(
    'Conviction',
    'A finding of guilt by a court, a plea of guilty, or a plea of no contest, once it is final.',
  ),
} as const;

export const PROCEDURES = {
  raising: say(
    'Who may raise a concern',
    'Anybody, free of charge, under their name, under their name to staff alone, or without it. Nobody is asked to keep silent about having done so.',
  ),
  screening: say(
    'First look',
    'The body asks whether it may hear the matter, which rule is named, and whether it came in time, and gives the answer to each with its reason.',
  ),
  notice: say(
    'Notice and answer',
    'Whoever is accused gets what is alleged, by which rule, with what is held against them, and has 30 days to answer. They may have somebody at their side throughout.',
  ),
  panels: say(
    'Panels',
    'Review, hearing and appeal are heard by different people, drawn by lot from those who are trained and have no tie to the matter. One of them at least does not hold the credential.',
  ),
  proof: say(
    'Proof',
    'A breach is found only where it is clearly more likely than not. Nothing public rests on the word of unnamed people alone.',
  ),
  sanctions: say(
    'Sanctions',
    'Private reprimand, public reprimand, probation, suspension, revocation: the least that protects people, like in like cases, each with reasons and an end. Nothing takes effect before an appeal is decided or its time has passed, except a short interim suspension against imminent harm.',
  ),
  appeals: say(
    'Appeal',
    'Within 30 days of the decision, because the process was not followed, a rule was misread, a decider had a tie, the sanction is out of measure, or there is new evidence. Other people decide.',
  ),
  reopening: say(
    'New evidence and return',
    'A closed matter is opened again on evidence that could not be had before. A revoked credential can be asked for again after two years.',
  ),
} as const;
