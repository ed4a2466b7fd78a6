/**
 * Original practice-style questions in the four domains of the CDMS exam outline, for the invented Larkspur Work
 * Ability Specialist exam. Not affiliated with or endorsed by the Commission; check with the owner.
 * All of these are unreviewed: they were drafted with software for the demonstration, and no human expert has
 * read them. No real exam question was used or seen. Each answer rests on public knowledge, named beside it.
 */
import type { WrittenItem } from './written-item.ts';

export const workQuestions: readonly WrittenItem[] = [
  {
    id: 'work-001',
    domain: 'case-management',
    stem: 'An employee who injured his back wants to return to his old job. Which evaluation best shows whether he can meet its lifting and standing demands?',
    options: {
      a: 'A transferable skills analysis',
      b: 'A vocational interest inventory',
      c: 'An independent medical record review',
      d: 'A functional capacity evaluation',
    },
    best: 'd',
    rationale:
      'A functional capacity evaluation measures what a person can do in work tasks. The others look at interests, at skills that carry over, or at the records alone.',
    reference:
      'Genovese & Galper (eds.), Guide to the Evaluation of Functional Ability, American Medical Association (2009)',
  },
  {
    id: 'work-002',
    domain: 'case-management',
    stem: 'An employee is off work with a back strain. When and how should the employer first be in touch?',
    options: {
      a: 'In the first week or two, to ask how the person is and offer help',
      b: 'After the doctor has released the person to all duties in writing',
      c: 'When paid sick leave is about to end, so that a date can be set',
      d: 'Through the insurer only, so that the person feels no pressure',
    },
    best: 'a',
    rationale:
      "Early contact that shows concern for the person's well-being is linked with shorter absence. Contact that comes late or only about dates is not.",
    reference:
      'Institute for Work & Health, Seven Principles for Successful Return to Work (2007, revised 2014)',
  },
  {
    id: 'work-003',
    domain: 'case-management',
    stem: 'A doctor limits an employee to lifting 10 pounds for four weeks. Her usual job calls for 30 pounds. What is the best next step?',
    options: {
      a: 'Keep her at home until the limit has been taken away',
      b: 'Offer tasks for these weeks that stay within the limit',
      c: 'Let her judge at work which of the loads feel safe to her',
      d: 'Ask the doctor to raise the limit to 30 pounds instead',
    },
    best: 'b',
    rationale:
      'Transitional work within the medical limits keeps a person active, earning and part of the team while recovery goes on.',
    reference:
      'U.S. Department of Labor, Office of Disability Employment Policy, stay-at-work and return-to-work resources',
  },
  {
    id: 'work-004',
    domain: 'case-management',
    stem: 'A report says that an injured employee has reached maximum medical improvement. What does this mean?',
    options: {
      a: 'The condition is stable and is unlikely to improve much further',
      b: 'The insurer has paid the last of the benefits that it owes',
      c: 'The employee may go back to the same job on the following day',
      d: 'The employee has recovered in full and has no limits any more',
    },
    best: 'a',
    rationale:
      'The term speaks of the condition: it has settled, with or without lasting limits. Readiness for a job and benefits are separate questions.',
    reference:
      '20 CFR 30.911; American Medical Association, Guides to the Evaluation of Permanent Impairment',
  },
  {
    id: 'work-005',
    domain: 'case-management',
    stem: 'Six weeks after a back strain the tissue is healing as expected. The employee avoids all bending because he is sure that it will damage his spine. What does this best describe?',
    options: {
      a: 'A barrier in company policy, or "black flag"',
      b: 'A problem seen in the work, or "blue flag"',
      c: 'A psychological risk factor, or "yellow flag"',
      d: 'A sign of serious disease, or "red flag"',
    },
    best: 'c',
    rationale:
      'Beliefs such as fear of movement are yellow flags. They predict slow recovery and can be met with reassurance and gradual activity.',
    reference: 'Nicholas et al. (2011), Physical Therapy 91(5):737-753',
  },
  {
    id: 'work-006',
    domain: 'workplace-intervention',
    stem: 'Packers strain their backs lifting boxes from the floor. Which change stands highest in the hierarchy of controls?',
    options: {
      a: 'Train all the packers in safe ways of lifting boxes',
      b: 'Give the packers gloves that have a better grip',
      c: 'Rotate the packers to other tasks every two hours',
      d: 'Rebuild the line so that boxes need not be lifted',
    },
    best: 'd',
    rationale:
      'Removing the hazard stands highest because it does not rest on what people do. Rotation and training are administrative controls; gloves are protective equipment.',
    reference:
      'National Institute for Occupational Safety and Health (NIOSH), Hierarchy of Controls',
  },
  {
    id: 'work-007',
    domain: 'workplace-intervention',
    stem: 'An employee tells her supervisor that multiple sclerosis makes it hard to start work at seven. What does this begin under the Americans with Disabilities Act?',
    options: {
      a: 'A leave of up to 12 weeks under the Family and Medical Leave Act',
      b: "A fitness-for-duty examination by a doctor of the employer's choice",
      c: 'A record of late arrivals that is kept until she gives a diagnosis',
      d: 'A talk about reasonable accommodation, the interactive process',
    },
    best: 'd',
    rationale:
      'Plain words that link a need at work with a medical condition are a request. The employer and employee then look together for an accommodation that works.',
    reference:
      '29 CFR 1630.2(o)(3); EEOC, Enforcement Guidance on Reasonable Accommodation and Undue Hardship',
  },
  {
    id: 'work-008',
    domain: 'workplace-intervention',
    stem: 'An employee has neck pain after long hours at a computer. Where should the top of the screen usually be?',
    options: {
      a: 'At or a little below eye level',
      b: 'At about the level of the chest',
      c: 'About ten inches above eye level',
      d: 'As high as the arm of the stand goes',
    },
    best: 'a',
    rationale:
      'With the top of the screen at or a little below eye level, the neck stays upright and the eyes look slightly down.',
    reference:
      'Occupational Safety and Health Administration, Computer Workstations eTool: Monitors',
  },
  {
    id: 'work-009',
    domain: 'workplace-intervention',
    stem: 'A large company is asked for a $300 screen magnifier by an employee with low vision. When may it refuse an effective accommodation under the ADA?',
    options: {
      a: 'When it would mean significant difficulty or expense',
      b: 'When no one else who does the job uses such a program',
      c: 'When other employees might ask for the same program',
      d: 'When the employee has not told his co-workers why',
    },
    best: 'a',
    rationale:
      'The law excuses an employer only from undue hardship: significant difficulty or expense, given its size and means. A small cost to a large company is not that.',
    reference: '42 U.S.C. 12111(10) and 12112(b)(5)(A)',
  },
  {
    id: 'work-010',
    domain: 'workplace-intervention',
    stem: "There is doubt whether driving is an essential function of a visiting nurse's job. Which of these counts as evidence under the ADA rules?",
    options: {
      a: "The pay grade of the job in the company's system",
      b: "The number of applicants who hold a driver's license",
      c: 'The amount of time that the nurses spend driving',
      d: 'The years of service of the nurse who is concerned',
    },
    best: 'c',
    rationale:
      "The rules list, among others, the employer's judgment, written job descriptions, time spent on the function and what follows if it is not done.",
    reference: '29 CFR 1630.2(n)(3)',
  },
  {
    id: 'work-011',
    domain: 'program-development',
    stem: 'In a year a company had 6 recordable cases in 300,000 hours of work. What is its incidence rate per 100 full-time workers?',
    options: {
      a: '2.0',
      b: '4.0',
      c: '6.0',
      d: '20.0',
    },
    inOrder: true,
    best: 'b',
    rationale:
      'Cases times 200,000, divided by hours worked: 6 x 200,000 / 300,000 = 4.0. The 200,000 stands for 100 people who work 40 hours a week for 50 weeks.',
    reference:
      "U.S. Bureau of Labor Statistics, How to Compute a Firm's Incidence Rate for Safety Management",
  },
  {
    id: 'work-012',
    domain: 'program-development',
    stem: 'Lost workdays fell by 12 percent in the year after a return-to-work program began. Which comparison best shows whether the program was the cause?',
    options: {
      a: 'The lost workdays of the three employees who did best in the year',
      b: 'The views of the managers who chose and set up the program',
      c: 'The change at a similar site that had no program in that year',
      d: 'The lost workdays of the same site in the year that follows',
    },
    best: 'c',
    rationale:
      'Days may have fallen everywhere. A similar site without the program shows what would likely have happened anyway.',
    reference:
      'Centers for Disease Control and Prevention, Framework for Program Evaluation in Public Health',
  },
  {
    id: 'work-013',
    domain: 'program-development',
    stem: 'A program costs $80,000 in a year and saves $200,000 in the same year. What is the return on the investment, as net gain over cost?',
    options: {
      a: '40 percent',
      b: '60 percent',
      c: '150 percent',
      d: '250 percent',
    },
    inOrder: true,
    best: 'c',
    rationale:
      'Net gain is $200,000 less $80,000, or $120,000. Divided by the cost of $80,000 this is 1.5, or 150 percent.',
    reference:
      'Arithmetic on the definition in the question; Centers for Disease Control and Prevention, POLARIS: Cost-Benefit Analysis',
  },
  {
    id: 'work-014',
    domain: 'program-development',
    stem: 'Where should a disability management program keep the medical records it collects about employees?',
    options: {
      a: 'In the personnel files, each in a sealed envelope',
      b: 'In separate medical files that few people may open',
      c: 'In the payroll files, because benefits rest on them',
      d: 'With the supervisors, because they assign the tasks',
    },
    best: 'b',
    rationale:
      'Medical information that an employer obtains must be kept on separate forms, in separate files, and treated as confidential. Supervisors may be told only of needed limits and accommodations.',
    reference: '42 U.S.C. 12112(d)(3)(B); 29 CFR 1630.14',
  },
  {
    id: 'work-015',
    domain: 'program-development',
    stem: 'A company with a union plans a return-to-work program. Which first step does most to win trust in it?',
    options: {
      a: 'Have labor and management shape the program together',
      b: 'Try the program among the managers in the first year',
      c: 'Explain the program by letter once it has been decided',
      d: 'Have the insurer write and announce the whole program',
    },
    best: 'a',
    rationale:
      "International guidance calls for disability management to be worked out in cooperation with workers' representatives. A finished plan handed down invites doubt.",
    reference:
      'International Labour Organization, Code of Practice on Managing Disability in the Workplace (2002)',
  },
  {
    id: 'work-016',
    domain: 'leaves-benefits',
    stem: 'An employee has worked 14 months for a private company, 1,300 hours of them in the last 12 months, at a site with 60 employees. Is he eligible for leave under the Family and Medical Leave Act?',
    options: {
      a: 'Yes, but only once paid leave is used up',
      b: 'No, because 1,300 hours are too few',
      c: 'No, because the site is too small',
      d: 'Yes, because all three tests are met',
    },
    best: 'd',
    rationale:
      'The tests are 12 months of employment, 1,250 hours in the 12 months before the leave, and 50 employees within 75 miles.',
    reference: '29 CFR 825.110',
  },
  {
    id: 'work-017',
    domain: 'leaves-benefits',
    stem: 'How much leave may an eligible employee take in a single 12-month period under the Family and Medical Leave Act to care for a parent who is a servicemember with a serious injury?',
    options: {
      a: '12 workweeks',
      b: '16 workweeks',
      c: '26 workweeks',
      d: '52 workweeks',
    },
    inOrder: true,
    best: 'c',
    rationale:
      'Military caregiver leave is up to 26 workweeks in a single 12-month period. Other leave under the Act is up to 12.',
    reference: '29 CFR 825.127',
  },
  {
    id: 'work-018',
    domain: 'leaves-benefits',
    stem: 'An eligible employee has migraine attacks that make her unable to work one or two days a month, as her doctor has certified. Which leave does the Family and Medical Leave Act give her?',
    options: {
      a: 'Whole weeks only, counted from the first day of an attack',
      b: 'Single days, but only where the employer agrees to them',
      c: 'Leave only for absences of more than three days in a row',
      d: 'Single days or hours, as they are medically necessary',
    },
    best: 'd',
    rationale:
      "For one's own serious health condition, leave may be taken in separate blocks when medically necessary. A chronic condition does not need absences of more than three days.",
    reference: '29 CFR 825.202 and 825.115(c)',
  },
  {
    id: 'work-019',
    domain: 'leaves-benefits',
    stem: 'A worker is found disabled for Social Security Disability Insurance. She has had no earlier period of disability and does not have ALS. When does entitlement to benefits begin?',
    options: {
      a: 'On the first full day of the disability',
      b: 'After five full calendar months of disability',
      c: 'After twelve full calendar months of disability',
      d: 'After twenty-four full calendar months of disability',
    },
    inOrder: true,
    best: 'b',
    rationale:
      'Cash benefits follow a waiting period of five full calendar months. Twelve months is how long the disability must be expected to last; twenty-four is the usual wait for Medicare.',
    reference: '42 U.S.C. 423(c)(2); 20 CFR 404.315',
  },
  {
    id: 'work-020',
    domain: 'leaves-benefits',
    stem: "An employer's long-term disability plan falls under ERISA. How long does the plan have for a first decision on a claim?",
    options: {
      a: '15 days, longer only if the claimant agrees in writing',
      b: '45 days, longer only for reasons outside its control',
      c: '90 days, longer whenever the plan is short of staff',
      d: '180 days, longer only if a new examination is needed',
    },
    inOrder: true,
    best: 'b',
    rationale:
      "A disability claim is decided within 45 days. Up to two extensions of 30 days are possible for matters beyond the plan's control.",
    reference: '29 CFR 2560.503-1(f)(3)',
  },
];
