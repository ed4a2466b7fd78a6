/**
 * Original questions for the two-part exam of the invented Larkspur Health Navigator program.
 * All of these are unreviewed: they were drafted with software for the demonstration, and no human expert has
 * read them. No real exam question was used or seen. Each answer rests on public knowledge, named beside it.
 */
import type { WrittenItem } from './written-item.ts';

export const navigatorQuestions: readonly WrittenItem[] = [
  {
    id: 'navigator-001',
    domain: 'coverage',
    stem: 'A man lost his health coverage when his job ended. Up to how many days afterward may he choose a Marketplace plan in a special enrollment period?',
    options: {
      a: '15 days',
      b: '30 days',
      c: '60 days',
      d: '120 days',
    },
    inOrder: true,
    best: 'c',
    rationale:
      'Loss of job-based coverage opens a special enrollment period that runs until 60 days after the loss.',
    reference: '45 CFR 155.420; HealthCare.gov, Special Enrollment Period',
  },
  {
    id: 'navigator-002',
    domain: 'coverage',
    stem: 'An adult has a Marketplace plan and uses a clinic in its network. For which of these can the clinic charge her nothing?',
    options: {
      a: 'A brand-name allergy medicine',
      b: 'An X-ray of a painful knee',
      c: 'A visit for a sprained ankle',
      d: 'A blood pressure screening',
    },
    best: 'd',
    rationale:
      'Plans must cover recommended preventive services in the network without cost to the patient. Blood pressure screening for adults is one.',
    reference: '45 CFR 147.130; HealthCare.gov, Preventive care benefits for adults',
  },
  {
    id: 'navigator-003',
    domain: 'coverage',
    stem: 'A client asks what the deductible of her health plan is. Which answer is right?',
    options: {
      a: 'What you pay each month so that you stay covered by the plan',
      b: 'What you pay as a set amount each time you visit the doctor',
      c: 'What you pay at most for covered care in one year of the plan',
      d: 'What you pay for covered care before the plan starts to pay',
    },
    best: 'd',
    rationale: 'The others are the premium, a copayment and the out-of-pocket maximum.',
    reference: 'HealthCare.gov Glossary, Deductible',
  },
  {
    id: 'navigator-004',
    domain: 'coverage',
    stem: 'A woman without insurance has chest pain and fears that the emergency department will send her away. What is true?',
    options: {
      a: 'It must treat her free of charge for as long as she has symptoms',
      b: 'It must examine her, and treat an emergency until she is stable',
      c: 'It may ask for a deposit before a doctor or a nurse examines her',
      d: 'It may send her to a public hospital before it has examined her',
    },
    best: 'b',
    rationale:
      'A hospital with an emergency department must screen and stabilize anyone, whatever their means. It may bill for the care afterward.',
    reference: 'Emergency Medical Treatment and Labor Act, 42 U.S.C. 1395dd',
  },
  {
    id: 'navigator-005',
    domain: 'communication',
    stem: 'Which sentence in a letter to clients is in plain language?',
    options: {
      a: 'One unit is to be ingested each a.m. (w/ food).',
      b: 'Take one pill each morning with food.',
      c: 'Daily dosing should be concurrent with meals.',
      d: 'Administer orally once daily with meals.',
    },
    best: 'b',
    rationale: 'It uses common words and speaks directly to the reader about what to do.',
    reference:
      'Plain Writing Act of 2010; Centers for Disease Control and Prevention, Clear Communication Index',
  },
  {
    id: 'navigator-006',
    domain: 'communication',
    stem: 'A client wants to compare how often two medicines upset the stomach. Which wording makes this easiest?',
    options: {
      a: '2 of 100 people with this one, and 4 of 100 with that one',
      b: 'An absolute rise of 2 percent with that one over this one',
      c: '1 of 50 people with this one, and 1 of 25 with that one',
      d: 'A probability of .02 with this one, and .04 with that one',
    },
    best: 'a',
    rationale:
      'Numbers out of the same small whole are easiest to compare. Different wholes and decimals are often misread.',
    reference:
      'Agency for Healthcare Research and Quality, The SHARE Approach: Communicating Numbers to Your Patients',
  },
  {
    id: 'navigator-007',
    domain: 'communication',
    stem: 'A client who is deaf will see a new doctor. She uses American Sign Language. What should the navigator do?',
    options: {
      a: 'Ask which aid works for her and have the office provide it free',
      b: 'Ask her to bring a relative who knows sign language to the visit',
      c: 'Book an interpreter and let the office add the cost to her bill',
      d: 'Suggest that she and the doctor write short notes to each other',
    },
    best: 'a',
    rationale:
      'The office must provide aids that make communication effective, may not require her to bring someone, and may not charge her for it.',
    reference: '28 CFR 36.303 (ADA Title III); ADA.gov, Effective Communication',
  },
  {
    id: 'navigator-008',
    domain: 'communication',
    stem: 'A client says that he takes herbs from a healer along with his heart medicine. How should the navigator respond?',
    options: {
      a: 'Look the herbs up and tell him which of them he may go on taking',
      b: 'Ask with respect what he takes, and help him tell his doctor',
      c: 'Tell him to stop the herbs until his next visit to the doctor',
      d: "Say nothing, because the herbs belong to the client's culture",
    },
    best: 'b',
    rationale:
      "Respectful questions keep trust, and the care team needs to know because some herbs change how heart medicines work. Advice on them is not the navigator's to give.",
    reference:
      'National Center for Complementary and Integrative Health, Using Dietary Supplements Wisely; HHS National CLAS Standards',
  },
  {
    id: 'navigator-009',
    domain: 'guiding',
    stem: 'A client who has just learned that she has cancer holds a list of six appointments and starts to cry. What should the navigator do first?',
    options: {
      a: 'Give her the leaflet about the illness and call her next week',
      b: 'Explain all of the appointments in the order of their dates',
      c: 'Offer to choose for her which of the visits she may skip',
      d: 'Ask what worries her most, and sort the visits with her',
    },
    best: 'd',
    rationale:
      "Starting from her own concern shows what she needs now. Facts can be taken in only once that is heard, and skipping visits is not the navigator's choice.",
    reference: 'National Cancer Institute, Coping: Feelings and Cancer',
  },
  {
    id: 'navigator-010',
    domain: 'guiding',
    stem: 'A client has missed two visits. What is the best way to begin the phone call?',
    options: {
      a: '"Do you know how harmful it is not to come?"',
      b: '"I have booked you again for Monday at nine."',
      c: '"We missed you. What got in the way of coming?"',
      d: '"You must come, or the clinic will let you go."',
    },
    best: 'c',
    rationale:
      'An open question without blame finds the barrier, such as a ride, child care or fear. Only then can the navigator help with it.',
    reference:
      'Agency for Healthcare Research and Quality, Health Literacy Universal Precautions Toolkit, linking patients to non-medical support',
  },
  {
    id: 'navigator-011',
    domain: 'guiding',
    stem: 'After a mammogram that was not normal, a client was to have a second test in two weeks. Five weeks have passed and none is booked. What should the navigator do?',
    options: {
      a: 'Call her today, ask what stands in the way and book it with her',
      b: 'Send her the letter about the second test one more time by mail',
      c: 'Write in the record that she was told about the second test',
      d: 'Wait for the yearly list of tests that are late, and start there',
    },
    best: 'a',
    rationale:
      'Navigation means following up until the test is done. Delay after an abnormal result can cost a life, and another letter has already failed.',
    reference:
      'Centers for Disease Control and Prevention, National Breast and Cervical Cancer Early Detection Program, patient navigation',
  },
  {
    id: 'navigator-012',
    domain: 'guiding',
    stem: 'A client leaves the hospital tomorrow and says he will not know whom to call if something goes wrong. What helps him most?',
    options: {
      a: 'A copy of the hospital record on a disk for his family doctor',
      b: 'A written plan with warning signs and a number that is answered',
      c: 'A reminder that he can always come back to the emergency room',
      d: 'A list of all the doctors who saw him while he was in the hospital',
    },
    best: 'b',
    rationale:
      'A plan in plain words says which signs to watch for and whom to call day and night. It is part of a discharge that keeps people from coming back.',
    reference: 'Agency for Healthcare Research and Quality, Re-Engineered Discharge (RED) Toolkit',
  },
  {
    id: 'navigator-013',
    domain: 'boundaries',
    stem: 'A client feels dizzy since she began a blood pressure medicine and asks the navigator whether to stop it. What should the navigator do?',
    options: {
      a: 'Tell her to go on, because dizziness often passes in a few weeks',
      b: 'Tell her to take half of the dose and to write down how she feels',
      c: 'Tell her to stop the medicine until she can be seen by the doctor',
      d: 'Help her reach her nurse or doctor today, without advice on the dose',
    },
    best: 'd',
    rationale:
      "Advice on medicines is for licensed clinicians. The navigator's part is to get the question to one of them without delay.",
    reference: 'MedlinePlus (National Library of Medicine), Blood Pressure Medicines',
  },
  {
    id: 'navigator-014',
    domain: 'boundaries',
    stem: 'A client asks a Marketplace navigator which plan he should choose. What should the navigator do?',
    options: {
      a: 'Choose the plan with the lowest monthly premium in his county',
      b: 'Send him to the insurer whose staff give the quickest answers',
      c: 'Compare the plans against his needs and leave the choice to him',
      d: "Name the plan that most of the navigator's clients have chosen",
    },
    best: 'c',
    rationale:
      'Navigators must give information that is fair, accurate and impartial. They help a person compare; they do not choose.',
    reference: '45 CFR 155.210(e)(2)',
  },
  {
    id: 'navigator-015',
    domain: 'boundaries',
    stem: 'A navigator calls a client and reaches her voicemail, which others at home may hear. What should the message hold?',
    options: {
      a: 'The name of the clinic and the result that she is waiting for',
      b: 'A short account of the matter, for whoever hears it first',
      c: "The navigator's name and number, and a request to call back",
      d: 'The diagnosis and the date of the visit that has to be changed',
    },
    best: 'c',
    rationale:
      'A message should hold no more than is needed. A name and a number are enough for her to call back and keep the rest private.',
    reference:
      'HHS Office for Civil Rights, HIPAA FAQ on leaving messages for patients; 45 CFR 164.502(b)',
  },
  {
    id: 'navigator-016',
    domain: 'boundaries',
    stem: 'An 82-year-old client has bruises on both arms and says that her nephew keeps her money. What should the navigator do?',
    options: {
      a: 'Report it to Adult Protective Services as state law provides',
      b: 'Wait for the next visit to see whether there are new bruises',
      c: 'Note it in the file for the yearly review with the supervisor',
      d: 'Ask the nephew for his account of it before anything else',
    },
    best: 'a',
    rationale:
      "Injuries and loss of control over money are signs of abuse. Those who work with older adults report a suspicion; finding proof is the agency's work.",
    reference:
      'Elder Justice Act, 42 U.S.C. 1397j et seq.; Administration for Community Living, Adult Protective Services',
  },
];
