/**
 * Dilemma cases for the invented navigator program, written for this platform and about nobody: situations of care
 * navigation in which every way out costs something, and what the Larkspur code of 2026 says to each way.
 */
import type { Dilemma, DilemmaOption } from '../conduct/dilemma.ts';

const VERSION = 'navigator-code/2026';
const LETTERS = 'abcde';

type Way = readonly [text: string, provisions: string, says: string];

const ways = (all: readonly Way[]): readonly DilemmaOption[] =>
  all.map(([text, provisions, says], place) => ({
    id: LETTERS.charAt(place),
    text,
    says,
    provisions: provisions.split(' '),
  }));

const paragraphs = (...all: readonly string[]): string => all.join('\n\n');

const gift: Dilemma = {
  slug: 'envelope-on-the-last-day',
  version: VERSION,
  title: 'An envelope on the last day',
  provisions: ['R18'],
  situation: paragraphs(
    'For five months you helped an elderly man and his wife through his cancer treatment: rides, letters from the insurer, an interpreter at every visit. Treatment is over and went well. On the last day they come to your office with a tin of homemade sweets and an embroidered cloth that the wife made for you. Inside the cloth lies an envelope with $100.',
    'They are not rich. Where they come from, somebody who helped is thanked with money, and to hand it back is to say that the thanks are worth nothing. The wife is watching your face. In three months the man has his first follow-up, and you may well be the one who arranges it.',
  ),
  options: ways([
    [
      'Take all of it. The work is done, nobody asked for anything, and refusing would hurt them.',
      'R18 D3',
      'The code allows a small token of thanks and no more, and $100 is more than that for these two people and for an onlooker. That you did not ask for it matters, and does not change its size. Help is also not quite over: the follow-up is near, and somebody could fairly doubt whether it comes sooner because of the envelope.',
    ],
    [
      'Take the sweets and the cloth, and give the envelope back: you say that the rules of your work forbid money, and that the cloth is what you will keep.',
      'R18 P3 R8',
      'Sweets and something made by hand are what the rule means by a token, unless the cloth is worth a good deal more than it looks. Giving money back with the reason, and without blame, is plain and honest speech. Write down what was offered, what you took and what you gave back. It may still hurt; saying why, through the interpreter if need be, is part of doing it well.',
    ],
    [
      'Take nothing at all, because any gift could seem to buy something.',
      'R18 P2',
      'The code does not ask this of you. A token may be taken, and to refuse what somebody made with their own hands can weigh more on people who already fear being looked down on. It is within the rules, and a kinder way is within them too.',
    ],
    [
      'Take the envelope and put it, that same day, into the fund from which your clinic pays rides for patients.',
      'R18 R4 R8',
      'The money does not stay with you, but you still took it from people you serve, and they do not know where it goes. If the clinic has a fund that takes gifts in the open, tell them of it and let them decide at home whether to give, how much, and in whose name. Done behind their backs, a good purpose becomes a use of their thanks that they did not choose.',
    ],
  ]),
};

const landlord: Dilemma = {
  slug: 'only-navigator-in-town',
  version: VERSION,
  title: 'The only navigator in town',
  provisions: ['R16', 'D3'],
  situation: paragraphs(
    'You are the one navigator of a county hospital, and the next is 70 miles away. A woman is referred to you who needs a place in a rehabilitation center after a stroke. You know her: you rent your apartment from her brother, who handles her affairs while she recovers, and your lease is up in two months.',
    'Two centers have a bed. One is in town, and the brother has said in the hallway that he would like her there, close to the family. The other, an hour away, has a stroke program with better results. She can decide for herself, speaks slowly, and has not said yet what she wants.',
  ),
  options: ways([
    [
      'Say nothing about the lease and do the work as you would for anybody. You know that it will not sway you.',
      'R16 D3',
      'The rule does not ask whether you would be swayed. It asks what a fair onlooker would doubt, and tells you to name the tie before the person chooses. Whoever stays silent leaves her to find out later, and then even good advice looks bought.',
    ],
    [
      'Tell her of the tie in plain words, before you speak of either center, and ask whether she would rather have somebody else. If she stays, put both centers before her with what is known of each, and note that you told her.',
      'R16 P1 P3 R8',
      'This is what the rule asks: told early, understood, her choice. Take care that she and not her brother is asked, that she has the time her speech needs, and that the note says what you told her. Watch yourself through the rest of it too; a tie that was harmless on Monday can start to guide you on Friday.',
    ],
    [
      'Step aside and ask the navigator 70 miles away to take her by telephone.',
      'R16 R6 R2',
      'Stepping aside is right where the tie could guide you, and you may judge that two months before a lease ends it could. Then see to it that help does not simply stop: hand over well, tell her when and why, and make sure that somebody who speaks slowly after a stroke can follow a telephone call. If she cannot, help by telephone is no help that can be reached.',
    ],
    [
      'Tell the brother about the conflict, since he is the one who would be your landlord, and let him say whether it is a problem.',
      'R16 R7 P1',
      'It is her choice that the tie could touch, so she is the one to be told. Speaking of it with him first makes her care a matter between you and your landlord. And unless she has agreed, even which places are being looked at is not his to hear from you.',
    ],
  ]),
};

const daughter: Dilemma = {
  slug: 'daughter-who-pays',
  version: VERSION,
  title: 'The daughter who calls from work',
  provisions: ['R7', 'D1'],
  situation: paragraphs(
    'You help a widower of 71 find his way between a heart clinic and a memory clinic. He lives with his daughter, who drives him, cooks for him and pays what insurance does not. Last week he told you two things and asked that they stay with you: that he had stopped one of his heart pills because it makes him dizzy, and that he wants to visit his brother overseas before he can no longer remember him.',
    'Today his daughter calls from work. He fell in the bathroom. She is frightened and angry, and asks you straight out: “Is there something about his pills that you are not telling me?” The memory clinic found mild changes; nobody has said that he cannot decide for himself, and nobody has been appointed to speak for him.',
  ),
  options: ways([
    [
      'Tell her about the pill. He fell, she is the one who looks after him, and she would find out anyway.',
      'R7 D1 D4',
      'He is the person served; she may speak for him only once he lets her or the law does. You may speak without his consent where that is needed to keep somebody from serious harm. A fall could point that way, but there is a step before it that may be enough: he himself, today. If you ever do speak without consent, say no more than is needed. The journey to his brother is no part of it.',
    ],
    [
      'Tell her that you cannot speak about what he told you, that a fall and any question about pills belong with the heart clinic today, and that you are calling him now.',
      'R7 R10 P1',
      'This keeps his confidence and takes the danger seriously. You give no opinion on pills, which you may not, and lead both of them to somebody who may. Call him in truth and at once, tell him what his daughter asked, and ask whether she, or at least the clinic, may know. Most people say yes when they are asked by somebody who kept their word.',
    ],
    [
      'Tell her that there is nothing, so that she is calm, and take it up with him at the next visit.',
      'R7 P3 D4',
      'Keeping a confidence needs no lie: “I cannot speak about it” is true and enough. A false answer may keep her from doing what his safety needs, and the next visit may be too late. It also costs you what makes you useful to this family.',
    ],
    [
      'Call the heart clinic yourself, without asking him, and tell the nurse that he has stopped the pill.',
      'R7 R3 D4',
      'If you can reach him, ask first; he may well agree, and then nothing stands in the way. If you cannot, and what you know leads you to think that he could come to serious harm before you do, telling the clinic that single fact is what the rule allows. Then tell him that you did, and keep a note of why.',
    ],
  ]),
};

const refuses: Dilemma = {
  slug: 'she-wants-to-go-home',
  version: VERSION,
  title: 'She wants to go home',
  provisions: ['P1', 'R3'],
  situation: paragraphs(
    'A woman of 58 with kidney failure has decided, after two years, to stop dialysis and go home. The doctors have explained what will follow, have found that she understands it, and have offered hospice. Her discharge is tomorrow and you are to arrange it: a bed, a nurse, medicine for pain.',
    'Her sister takes you aside. In their faith, she says, this is giving up a life that is not hers to give up, and she begs you to “lose a form” so that there is one more weekend to change her mind. You yourself think that the decision comes too early. You like this woman, and she has a grandchild due in the spring.',
  ),
  options: ways([
    [
      'Let the papers lie until Monday. One weekend harms nobody, and she may be glad of it.',
      'P1 R3 R4 P3',
      'You would be acting on her life without her agreement and hiding that you do. Delay is not nothing here: it means days in a hospital that she chose to leave, and perhaps a crisis in the wrong place. That you mean well, and that her sister does, makes it no less a use of her trust for somebody else’s wish.',
    ],
    [
      'Tell her once, plainly, that her sister is in pain over this and that you too had hoped she would see the spring; ask whether there is anything she has not been able to ask; then arrange what she decides.',
      'P1 P3 R3',
      'The choice stays with the person, also when you would choose otherwise, and being honest about that is no pressure if it is said once and left. Her sister spoke to you in confidence, so ask the sister before you pass on more than that she is grieving. Then do the work as well as you would for a choice you liked.',
    ],
    [
      'Ask to be taken off the case, because you cannot help somebody die.',
      'R6 R11 P1',
      'Nobody must do what their conscience forbids, and strong feelings can make judgment unsafe. But help ends in good time and goes on elsewhere. The evening before discharge is late; find a colleague who can carry it through tonight, hand over everything, and do not let her feel that she is being punished for what she chose.',
    ],
    [
      'Bring the sister, the chaplain and the woman together before the discharge, and say at the start that you called them to change her mind.',
      'P1 R3 R7',
      'A conversation can be a gift if she wants it. Ask her first, and alone, so that she can say no. Called over her head, with its end fixed beforehand, it takes her decision and her illness into a room that she did not open.',
    ],
  ]),
};

const payer: Dilemma = {
  slug: 'preferred-list',
  version: VERSION,
  title: 'The preferred list',
  provisions: ['R16', 'R17'],
  situation: paragraphs(
    'Your employer is a company that manages care for health plans. From this quarter each navigator has a target: 80 percent of people who need home nursing are to go to agencies on a “preferred list”. Those who meet it get a $600 bonus. Two of the three agencies on the list belong to the same owner as your employer.',
    'On your desk is a man of 34 with a spinal cord injury. An agency that is not on the list has nurses trained for his kind of ventilator and costs him the same. The nearest agency on the list would learn on him. You stand at 78 percent, it is the last week of the quarter, and your supervisor has asked by mail “how the preferred conversation with this one went”.',
  ),
  options: ways([
    [
      'Send him to the preferred agency. It is licensed, and the company may choose whom it works with.',
      'R16 R17 P1',
      'A company may have a list. You may not steer somebody by it without telling them what ties it to you: who owns the agencies, and that you are paid by the number of people you send. Taking the bonus for sending him is what the rule on payments forbids, whatever the bonus is called.',
    ],
    [
      'Put both agencies before him with what each can and cannot do, tell him of the list, the owner and the bonus, arrange what he chooses, and take no bonus that depends on it.',
      'R16 R17 P3 P1',
      'This is the code in one sentence. It costs you money and perhaps favor, and it may not be yours alone to carry: say in writing to whoever set the target that it puts navigators against the rules of their credential, so that the next person is not left with the same choice.',
    ],
    [
      'Send him to the better agency and say nothing of the list, so as not to worry him or get your employer into trouble.',
      'R16 P3 P4',
      'He gets the right nurses this time, and does not learn that his navigator is paid to choose otherwise. He could not judge your next advice, and neither can the others on your list. The rule asks that the tie be told, not only that it be resisted.',
    ],
    [
      'Record that he was offered the preferred agency and declined, though you did not offer it. That counts toward the target and hurts nobody.',
      'R8 R17 P3',
      'Records are true or they are nothing. A refusal that never happened can follow him: the next person who reads it may think that he turned down care. It also helps the target look harmless, which is how it stays.',
    ],
    [
      'Refuse to work under the target and report it to the body, since two colleagues hold the same credential and have met it every month.',
      'R21 R17 R24',
      'You may raise it with the body at any time. You must, within 30 days, where you have good reason to believe that a holder has done serious harm in breach of the rules; that colleagues met a target shows a tie, and not yet harm. Tell the company too. Nobody may put you at a disadvantage for having raised it, and if somebody does, that is a matter of its own.',
    ],
  ]),
};

const accent: Dilemma = {
  slug: 'come-back-on-thursday',
  version: VERSION,
  title: '“Come back on Thursday”',
  provisions: ['R1', 'P4'],
  situation: paragraphs(
    'You work in a busy imaging center. Over a few weeks you notice that people who speak with an accent are told at the front desk to “come back on Thursday, when we have an interpreter”, though many of them speak English well and the telephone interpreter works every day. Thursdays are full for three weeks. Others are seen within four days.',
    'Today a woman you are helping, who was trained as an accountant and has lived here for 20 years, comes back from the desk with a slip for a Thursday next month. She has a lump in her breast. She shrugs: “They always do that.” The man at the desk holds the same credential as you, has been kind to you since your first day, and is two months from a promotion that you both know of.',
  ),
  options: ways([
    [
      'Go to the desk with her and get her an earlier date. You leave the rest for another day.',
      'R1 P4 R2',
      'For her it is the most urgent thing, so begin there. But the code asks you not only to lead one person around a barrier; it asks you to name it to those who can change it. The next woman has no navigator at her side. And tell this one, if she wants to hear it, that she was treated unfairly and may say so, free of charge and with or without her name.',
    ],
    [
      'Get her the earlier date, then speak with your colleague today, alone: what you saw, on which days, and that it has to stop. If it goes on, you take it further.',
      'R1 P4 R21 D4',
      'Fair to him and quick, and often enough where somebody has never looked at what he does. Ask yourself two things. Were people already harmed in a way that is not soon made good, by weeks without a diagnosis? Then the duty to report runs, 30 days from when you have good reason to believe it, friend or not. And is it his habit or the center’s? A quiet talk does not mend a rule of the house.',
    ],
    [
      'Collect the slips and dates of the last weeks without names, take them to the director of the center, and ask that nobody be sent to Thursdays for how they speak.',
      'P4 R1 R7 R24',
      'This goes to whoever can change it, with facts. Leave out whatever is not needed to show the pattern, and take no patient’s papers without reason. Say to your colleague yourself that you are doing so; hearing it from you is fairer. You may not be put at a disadvantage for this, and neither may the woman who could be asked about it.',
    ],
    [
      'Say nothing. You do not decide on dates, he does not mean it, and she has not complained.',
      'R1 P2 P4 R21',
      'The rule against delaying help because of origin or language asks what is done, not what is meant. It binds him, and it does not bind you to have done it yourself; but you have seen it, and the people it meets have shrugged because nobody ever acted. If serious harm came of it, silence past 30 days would be a breach of your own.',
    ],
  ]),
};

export const navigatorDilemmas: readonly Dilemma[] = [
  gift,
  landlord,
  daughter,
  refuses,
  payer,
  accent,
];
