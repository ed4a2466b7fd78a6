/**
 * Original practice-style questions in the domains of the CCM exam outline of August 2025, for the invented
 * Larkspur Care Coordinator exam. Not affiliated with or endorsed by the Commission; check with the owner.
 * All of these are unreviewed: they were drafted with software for the demonstration, and no human expert has
 * read them. No real exam question was used or seen. Each answer rests on public knowledge, named beside it.
 */
import type { WrittenItem } from './written-item.ts';

export const careQuestions: readonly WrittenItem[] = [
  {
    id: 'care-001',
    domain: 'care-management',
    stem: 'A 74-year-old client with heart failure went home from the hospital yesterday with four new medicines. Her daughter says the old bottles are still in use. What should the case manager do first?',
    options: {
      a: 'Have the discharge list compared with everything she takes at home',
      b: 'Ask the pharmacy to deliver a weekly pill box with labels to the home',
      c: 'Send the daughter a second copy of the printed discharge instructions',
      d: 'Book the follow-up visit with the heart specialist for two weeks from now',
    },
    best: 'a',
    rationale:
      'Taking old and new medicines together can cause harm today. Reconciling the lists finds doubles and conflicts; the other steps help later and leave the danger in place.',
    reference:
      'Agency for Healthcare Research and Quality, Medications at Transitions and Clinical Handoffs (MATCH) Toolkit',
  },
  {
    id: 'care-002',
    domain: 'care-management',
    stem: 'A new referral comes with a thick file from another program. What should come before the case manager writes a plan of care?',
    options: {
      a: 'A copy of the plan that the last program wrote for the client',
      b: "A list of the services that the client's benefit plan will cover",
      c: 'A team meeting to agree on the services before the client is told',
      d: 'An assessment of needs and goals made together with the client',
    },
    best: 'd',
    rationale:
      "A plan rests on a current assessment that includes the client's own goals. A file, a benefit list or a team's view can inform it and cannot replace it.",
    reference: '42 CFR 438.208(c), assessment and service plans in Medicaid managed care',
  },
  {
    id: 'care-003',
    domain: 'care-management',
    stem: 'After a stroke, a client is medically stable but needs close supervision by a physician. He can take part in three hours of therapy a day, five days a week, and is expected to improve. Which setting fits best?',
    options: {
      a: 'Home health care with daily visits',
      b: 'An inpatient rehabilitation facility',
      c: 'A skilled nursing facility with therapy',
      d: 'A long-term acute care hospital',
    },
    best: 'b',
    rationale:
      "Inpatient rehabilitation is meant for people who need and can bear an intensive program under a physician's supervision and can be expected to gain from it.",
    reference: '42 CFR 412.622(a)(3), coverage criteria for inpatient rehabilitation facilities',
  },
  {
    id: 'care-004',
    domain: 'care-management',
    stem: 'A client with advanced lung disease wants to go on with treatment aimed at the disease. She is troubled by breathlessness and poor sleep. Which service should the case manager suggest now?',
    options: {
      a: 'Respite care for the family on weekends',
      b: 'Custodial care in a nearby nursing facility',
      c: 'Hospice care under the Medicare hospice benefit',
      d: 'Palliative care along with her present treatment',
    },
    best: 'd',
    rationale:
      'Palliative care eases symptoms at any stage and can be given with treatment aimed at the disease. Medicare hospice care is for people who choose comfort care instead of it.',
    reference: 'National Institute on Aging, What Are Palliative Care and Hospice Care?',
  },
  {
    id: 'care-005',
    domain: 'care-management',
    stem: 'A client who is able to make his own decisions wants his sister to make health care choices for him if one day he cannot. Which document does this?',
    options: {
      a: 'A living will that lists the care he would refuse',
      b: 'A do-not-resuscitate order signed by his doctor',
      c: 'A HIPAA authorization that names his sister',
      d: 'A durable power of attorney for health care',
    },
    best: 'd',
    rationale:
      'A durable power of attorney for health care names a person to decide. A living will states wishes, an order covers one treatment, and an authorization only lets records be shared.',
    reference:
      'National Institute on Aging, Advance Care Planning: Advance Directives for Health Care',
  },
  {
    id: 'care-006',
    domain: 'care-management',
    stem: 'A health plan asks which of its 2,000 members with diabetes should be offered case management first. What is the best basis for the answer?',
    options: {
      a: "The cost of each member's claims last year, taken by itself",
      b: 'Levels of risk built from health, use of care and social needs',
      c: 'The order in which the members joined the plan this year',
      d: "The number of years since each member's diabetes was found",
    },
    best: 'b',
    rationale:
      'Grouping people by risk that can be changed uses several kinds of facts. Cost alone misses people whose needs have not yet led to claims.',
    reference:
      'Agency for Healthcare Research and Quality, Care Management: Implications for Medical Practice, Health Policy, and Health Services Research',
  },
  {
    id: 'care-007',
    domain: 'care-management',
    stem: 'A case manager has explained how to use a new inhaler. What is the best way to learn whether the explanation was clear?',
    options: {
      a: 'Repeat the steps slowly and ask whether he has any questions',
      b: 'Ask the client whether he has understood each of the steps',
      c: 'Give the client a leaflet with a picture of each of the steps',
      d: 'Ask the client to show the steps and say them in his own words',
    },
    best: 'd',
    rationale:
      'Teach-back checks how well the explanation worked. People often say yes to "do you understand" when they do not.',
    reference:
      'Agency for Healthcare Research and Quality, Health Literacy Universal Precautions Toolkit, teach-back method',
  },
  {
    id: 'care-008',
    domain: 'care-management',
    stem: 'The physical therapist advises that a client go home, the physician prefers a nursing facility, and the client wants to go home. What should the hospital case manager do?',
    options: {
      a: 'Arrange the nursing facility because the physician has the last word',
      b: 'Ask the family to choose and tell the team what they have decided',
      c: 'Arrange home care because the therapist has seen the client walk',
      d: 'Bring the client and the team together to agree on goals and risks',
    },
    best: 'd',
    rationale:
      "Discharge planning centers on the client's goals and preferences, with the client as an active partner, and it needs the team's different facts in one place.",
    reference: '42 CFR 482.43, hospital discharge planning',
  },
  {
    id: 'care-009',
    domain: 'care-management',
    stem: 'Which goal in a plan of care lets the team see whether it has been reached?',
    options: {
      a: 'Walk 150 feet with a cane and no help by June 30',
      b: 'Become as strong as possible before returning home',
      c: 'Feel much more sure on walks outdoors with the family',
      d: 'Take an active part in therapy and try hard each day',
    },
    best: 'a',
    rationale:
      'The goal names what, how much, under which conditions and by when. The others cannot be judged as reached or not.',
    reference:
      'Centers for Disease Control and Prevention, Writing SMART Objectives (Evaluation Brief)',
  },
  {
    id: 'care-010',
    domain: 'reimbursement',
    stem: "A client who has Medicare was hurt at work, and the workers' compensation carrier has accepted the claim. Who pays first for care of the injury?",
    options: {
      a: "The client's own Medigap policy",
      b: 'Medicare Part A, then the carrier',
      c: 'Medicare Part B, then the carrier',
      d: "The workers' compensation carrier",
    },
    best: 'd',
    rationale:
      "Medicare is the secondary payer where workers' compensation has responsibility for the care.",
    reference: '42 U.S.C. 1395y(b)(2); Medicare.gov, How Medicare works with other insurance',
  },
  {
    id: 'care-011',
    domain: 'reimbursement',
    stem: 'A client with Original Medicare spent two days under observation and then two days as an inpatient. No waiver applies. Will Medicare pay for skilled nursing facility care after this stay?',
    options: {
      a: 'No, because time under observation is not inpatient time',
      b: 'Yes, because observation counts once a person is admitted',
      c: 'No, because Medicare does not cover skilled nursing care',
      d: 'Yes, because four days in the hospital are more than three',
    },
    best: 'a',
    rationale:
      'Coverage needs a stay of at least three days in a row as an inpatient. Observation is outpatient care, so only two days count.',
    reference: '42 CFR 409.30(a)(1); Medicare.gov, Skilled nursing facility care',
  },
  {
    id: 'care-012',
    domain: 'reimbursement',
    stem: "How does Medicare's inpatient prospective payment system mainly pay an acute care hospital?",
    options: {
      a: 'A set amount for each discharge, by diagnosis-related group',
      b: "The hospital's usual charges less a discount that was agreed",
      c: 'A daily rate for each day that the person is in the hospital',
      d: 'A monthly amount for each person who lives in the area',
    },
    best: 'a',
    rationale:
      'Payment is made per discharge, at a rate fixed in advance for the diagnosis-related group.',
    reference: '42 CFR 412.2, basis of payment',
  },
  {
    id: 'care-013',
    domain: 'reimbursement',
    stem: 'A nine-year-old with Medicaid needs a treatment that is medically necessary but that the state does not cover for adults. Which part of the law best supports the request?',
    options: {
      a: 'Home and community-based services for people aged 65 and over',
      b: 'Continuation of health coverage under a group plan (COBRA)',
      c: 'The Qualified Medicare Beneficiary (QMB) savings program',
      d: 'Early and Periodic Screening, Diagnostic, and Treatment (EPSDT)',
    },
    best: 'd',
    rationale:
      'For members under 21, EPSDT requires states to provide necessary Medicaid services that correct or ease a condition, whether or not the plan covers them for adults.',
    reference:
      '42 U.S.C. 1396d(r)(5); Medicaid.gov, Early and Periodic Screening, Diagnostic, and Treatment',
  },
  {
    id: 'care-014',
    domain: 'psychosocial',
    stem: 'A client says, "I know I should stop smoking, but it is the only thing that calms me." Which reply best fits motivational interviewing?',
    options: {
      a: '"Your lungs will get worse if you go on smoking like this."',
      b: '"Did you try the nicotine patches that I told you about?"',
      c: '"It calms you, and a part of you would also like to stop."',
      d: '"Choose a day to stop and tell your family that you will."',
    },
    best: 'c',
    rationale:
      "A double-sided reflection shows both sides of the client's feelings and invites the client to say more about change. Warnings and advice tend to bring out reasons not to.",
    reference:
      'Substance Abuse and Mental Health Services Administration, TIP 35: Enhancing Motivation for Change in Substance Use Disorder Treatment',
  },
  {
    id: 'care-015',
    domain: 'psychosocial',
    stem: 'A client with Medicaid has missed three visits for diabetes care since the bus line near her home was closed. What should the case manager do?',
    options: {
      a: 'Call her the day before each visit so that she does not forget',
      b: "Arrange rides through Medicaid's transportation benefit",
      c: 'Record that she does not follow the plan and close the case',
      d: 'Ask the clinic to move her visits to an earlier hour of the day',
    },
    best: 'b',
    rationale:
      'The barrier is transportation. State Medicaid programs must ensure necessary rides to and from care, and a reminder does not bring back the bus.',
    reference: '42 CFR 431.53, assurance of transportation',
  },
  {
    id: 'care-016',
    domain: 'psychosocial',
    stem: 'On the phone, a client says that everyone would be better off if he were dead and that he has saved his pills. What should the case manager do?',
    options: {
      a: 'Write down what he said and send it to his primary care physician',
      b: 'Ask about suicide directly, stay on the line and bring in emergency help',
      c: 'Offer him the next free appointment with a counselor, within the week',
      d: 'Turn the talk to calmer things and call him again later in the day',
    },
    best: 'b',
    rationale:
      'He speaks of death and has the means at hand. Asking directly does not plant the idea; staying with him and getting help at once keeps him safe.',
    reference:
      'National Institute of Mental Health, suicide prevention; 988 Suicide & Crisis Lifeline (988lifeline.org)',
  },
  {
    id: 'care-017',
    domain: 'psychosocial',
    stem: 'A wife who cares for her husband with dementia has lost weight and sleeps little. She says she is managing. What is the best next step?',
    options: {
      a: 'Advise her to move him to a nursing facility without delay',
      b: 'Praise her for how well she looks after her husband at home',
      c: 'Assess her strain and offer respite and caregiver support',
      d: 'Ask her doctor whether she could take something for sleep',
    },
    best: 'c',
    rationale:
      'Weight loss and poor sleep are signs of caregiver strain. Assessing it and offering respite help both people and keep the choice with her.',
    reference:
      'Administration for Community Living, National Family Caregiver Support Program (42 U.S.C. 3030s-1)',
  },
  {
    id: 'care-018',
    domain: 'psychosocial',
    stem: 'A client speaks little English. At a visit about surgery her 14-year-old son offers to interpret. What should the case manager arrange?',
    options: {
      a: 'A staff member who studied the language for two years at school',
      b: 'The son as interpreter, because the client says she trusts him',
      c: 'A qualified interpreter, by phone or video if none is on site',
      d: 'A leaflet about the surgery, translated by a free online program',
    },
    best: 'c',
    rationale:
      'A minor may not be relied on to interpret except in an emergency while a qualified interpreter is found. Qualified interpreting is free to the client.',
    reference: '45 CFR 92.201 (Section 1557 of the Affordable Care Act)',
  },
  {
    id: 'care-019',
    domain: 'psychosocial',
    stem: 'For two weeks a client has felt little interest or pleasure in anything. Which tool is meant to screen for what this may be?',
    options: {
      a: 'Patient Health Questionnaire-9 (PHQ-9)',
      b: 'Alcohol Use Disorders Identification Test',
      c: 'Mini-Cog test of memory and thinking',
      d: 'Braden Scale for pressure injury risk',
    },
    best: 'a',
    rationale:
      'The PHQ-9 screens for depression. The others screen for unhealthy alcohol use, for problems with thinking, and for the risk of pressure injuries.',
    reference:
      'U.S. Preventive Services Task Force, Depression and Suicide Risk in Adults: Screening (2023)',
  },
  {
    id: 'care-020',
    domain: 'quality',
    stem: 'Which of these is an outcome measure of a case management program?',
    options: {
      a: 'The share of charts in which allergies are recorded',
      b: 'The share of clients readmitted within 30 days',
      c: 'The share of clients with a plan of care in a week',
      d: 'The number of case managers for each 100 clients',
    },
    best: 'b',
    rationale:
      "An outcome measure shows what happened to clients' health or care needs. Staffing is structure; plans and charting are processes.",
    reference: 'Agency for Healthcare Research and Quality, Types of Health Care Quality Measures',
  },
  {
    id: 'care-021',
    domain: 'quality',
    stem: 'A team used a new call script with ten clients for a week. Today it compares the results with what it had predicted. Which step of the Plan-Do-Study-Act cycle is this?',
    options: {
      a: 'Plan',
      b: 'Do',
      c: 'Study',
      d: 'Act',
    },
    inOrder: true,
    best: 'c',
    rationale:
      'In the Study step the team looks at the data, compares them with the prediction and sums up what was learned.',
    reference:
      'Agency for Healthcare Research and Quality, Plan-Do-Study-Act (PDSA) Directions and Examples',
  },
  {
    id: 'care-022',
    domain: 'quality',
    stem: "A client was given another client's medicine. What is the main purpose of the root cause analysis that follows?",
    options: {
      a: 'To find causes in the system so that they can be changed',
      b: 'To show the insurer that no lasting harm was done',
      c: 'To find out which member of staff should be disciplined',
      d: 'To work out what the event will cost the organization',
    },
    best: 'a',
    rationale:
      'Root cause analysis looks for the conditions that let an error happen and reach a person, so that it does not happen again. It does not assign blame.',
    reference: 'AHRQ Patient Safety Network (PSNet), Root Cause Analysis primer',
  },
  {
    id: 'care-023',
    domain: 'rehabilitation',
    stem: 'Which of these is an instrumental activity of daily living?',
    options: {
      a: 'Bathing in a tub or a shower',
      b: "Managing one's own medicines",
      c: 'Putting on shirts and trousers',
      d: 'Moving from the bed to a chair',
    },
    best: 'b',
    rationale:
      'Instrumental activities, such as managing medicines or money, let a person live on their own. Bathing, transferring and dressing are basic activities of daily living.',
    reference:
      'Lawton & Brody (1969), The Gerontologist 9(3):179-186; Katz et al. (1963), JAMA 185:914-919',
  },
  {
    id: 'care-024',
    domain: 'rehabilitation',
    stem: 'A 45-year-old client with a spinal cord injury wants to prepare for a new kind of work. Which public program can provide a vocational evaluation and training if he is eligible?',
    options: {
      a: 'The state unemployment insurance fund',
      b: 'Medicare Part B outpatient therapy',
      c: 'The state vocational rehabilitation agency',
      d: 'Social Security Disability Insurance',
    },
    best: 'c',
    rationale:
      'State vocational rehabilitation agencies, funded under Title I of the Rehabilitation Act, provide evaluation, training and other services toward a job.',
    reference: 'Rehabilitation Act, Title I, 29 U.S.C. 720 et seq.; 34 CFR Part 361',
  },
  {
    id: 'care-025',
    domain: 'rehabilitation',
    stem: 'A client who uses a wheelchair cannot enter a clinic because its only entrance has steps. How does the International Classification of Functioning, Disability and Health describe the steps?',
    options: {
      a: 'An impairment of a body function or structure',
      b: 'A personal factor that belongs to the client',
      c: 'An environmental factor that acts as a barrier',
      d: 'An activity limit that comes from the injury',
    },
    best: 'c',
    rationale:
      'The classification sees disability as arising between a person and the surroundings. Steps are a barrier in the environment; a ramp would be a facilitator.',
    reference:
      'World Health Organization, International Classification of Functioning, Disability and Health (2001)',
  },
  {
    id: 'care-026',
    domain: 'ethics-law-practice',
    stem: "A client is off work because of an illness that has nothing to do with work. The employer's personnel office asks the hospital case manager for his records. He has signed nothing. What should the case manager do?",
    options: {
      a: 'Send only the pages that show the diagnosis and the dates',
      b: 'Decline, and explain that his written authorization is needed',
      c: 'Send the records, because the employer pays for the plan',
      d: 'Answer by phone, so that no record of it leaves the office',
    },
    best: 'b',
    rationale:
      "Disclosure to an employer for employment purposes needs the person's written authorization, in whatever form the information travels.",
    reference:
      '45 CFR 164.508; HHS Office for Civil Rights, Employers and Health Information in the Workplace',
  },
  {
    id: 'care-027',
    domain: 'ethics-law-practice',
    stem: 'Under the HIPAA Privacy Rule, how long does a provider have to act when a person asks for access to their own records?',
    options: {
      a: '10 days, with one possible extension of 10 days',
      b: '30 days, with one possible extension of 30 days',
      c: '60 days, with one possible extension of 30 days',
      d: '90 days, with one possible extension of 60 days',
    },
    inOrder: true,
    best: 'b',
    rationale:
      'The provider must act within 30 days of the request and may extend this once by up to 30 days, with a written reason.',
    reference: '45 CFR 164.524(b)(2)',
  },
  {
    id: 'care-028',
    domain: 'ethics-law-practice',
    stem: 'A client in a nursing facility wants to live in the community. Those who treat him agree that he can, and the state could reasonably provide the services. Which ruling best supports his wish?',
    options: {
      a: 'Tarasoff v. Regents (1976)',
      b: 'Canterbury v. Spence (1972)',
      c: 'Olmstead v. L.C. (1999)',
      d: 'Cruzan v. Director (1990)',
    },
    best: 'c',
    rationale:
      'In Olmstead the Supreme Court held that needless segregation of people with disabilities is discrimination under Title II of the ADA. The others concern refusing life support, protecting others from harm, and informed consent.',
    reference:
      'Olmstead v. L.C., 527 U.S. 581 (1999); ADA.gov, Olmstead: Community Integration for Everyone',
  },
  {
    id: 'care-029',
    domain: 'ethics-law-practice',
    stem: 'A home care agency offers a hospital case manager a gift card for each Medicare client she refers to it. What should she do?',
    options: {
      a: "Refuse the cards and report the offer as her employer's policy requires",
      b: 'Accept the cards only if the agency is also the best one for the client',
      c: 'Refuse the cards for herself and ask that they go to clients in need',
      d: 'Accept the cards and tell each client about them before the referral',
    },
    best: 'a',
    rationale:
      "Taking anything of value for referring Medicare business is a crime, and it puts the case manager's interest against the client's. Telling clients or passing the gift on does not cure it.",
    reference: 'Anti-Kickback Statute, 42 U.S.C. 1320a-7b(b)',
  },
  {
    id: 'care-030',
    domain: 'ethics-law-practice',
    stem: 'A client who has the capacity to decide refuses surgery after its risks and benefits were explained. What should the case manager do?',
    options: {
      a: 'Respect the refusal, record it and go over the other choices',
      b: 'Close the case, because the client does not follow the plan',
      c: "Ask the family to sign the consent form in the client's place",
      d: 'Ask the surgeon to explain it again until the client agrees',
    },
    best: 'a',
    rationale:
      'A person with capacity may refuse treatment. The work goes on with the choices that remain, and the record shows that the refusal was informed.',
    reference: "42 CFR 482.13(b)(2), the patient's right to make informed decisions",
  },
];
