/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  const char *language;
  const char *issuer;
  const char *text;
  const char *events; /* each as DATE KIND STATUS ROLE ACTORS, a comma between actors, a semicolon between events */
} Case;

/* What readouts of calls and meetings tell besides. All issued on 2023-05-10, a Wednesday. */
static const Case readout_cases[] = {
  /* What is awaited is to come, though no day is told; of a body's summit the body is, of a pair's both are. */
  { "en", "FR", "President Macron spoke with President Duda of Poland. They discussed preparations for the upcoming G20 Summit in New Delhi and the forthcoming OSCE ministerial.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. summit planned announces G20; 2023-05-10/.. meeting planned announces OSCE" },
  { "en", "GB", "Prime Minister Sunak spoke to President Macron. They looked ahead to the 37th UK-France Summit taking place tomorrow.",
    "2023-05-10 call occurred reports FR,GB; 2023-05-11 summit planned announces FR,GB" },
  { "en", "KR", "President Yoon spoke with President Macron of the June 12 Peru-Chile summit and the expected inter-Korean summit.",
    "2023-05-10 call occurred reports FR,KR; 2023-06-12 summit planned announces CL,PE; 2023-05-10/.. summit planned announces KP,KR" },
  { "en", "FR", "President Macron spoke with President Duda. He set out his aims for the summit he is convening in Lyon on Sunday.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-14 summit planned announces FR" },
  /* To what one is invited, and for what two agree, is to come. */
  { "en", "FR", "President Macron spoke with President Duda. He invited President Duda to attend the next G7 Summit to be held in Biarritz.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. summit planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. He invited President Duda to a further meeting in Lyon in June.",
    "2023-05-10 call occurred reports FR,PL; 2023-06 summit planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. They agreed for talks to take place between their teams.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. meeting planned announces FR,PL" },
  /* A visit of late, whose it was, a guest's, and one looked forward to. */
  { "en", "FR", "President Macron spoke with President Duda. He reflected on his recent visit to Chile.",
    "2023-05-10 call occurred reports FR,PL; 2023-02~/2023-05-10 visit occurred mentions CL,FR" },
  { "en", "FR", "President Macron spoke with President Duda. He praised Foreign Minister Rau's recent visit to Chile, and looked forward to President Duda's trip to Peru.",
    "2023-05-10 call occurred reports FR,PL; 2023-02~/2023-05-10 visit occurred mentions CL,PL; 2023-05-10/.. visit planned announces PE,PL" },
  { "en", "FR", "President Macron spoke with President Duda. They reflected on the state visit of President Duda this week.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-08/2023-05-14 visit occurred mentions FR,PL" },
  /* With each where it was told before with whom; whom one called and briefed; a leaders' meeting beside a summit. */
  { "en", "FR", "Minister Colonna met in Lyon respectively with Foreign Minister Tajani of Italy and Foreign Minister Lavrov of Russia.",
    "2023-05-10 meeting occurred reports FR,IT; 2023-05-10 meeting occurred mentions FR,RU" },
  { "en", "FR", "President Macron called President Duda, and briefed him on the harvest.",
    "2023-05-10 call occurred reports FR,PL" },
  { "en", "FR", "President Macron, who is in Delhi to attend the G20 Summit, held a leaders' meeting with President Duda of Poland.",
    "2023-05-10 summit occurred reports FR,PL" },
  /* Honours before a name end no phrase, nor does who comes twice by office. */
  { "en", "FR", "President Macron held a summit meeting with the Hon. Anthony Albanese, MP, Prime Minister of Australia.",
    "2023-05-10 summit occurred reports AU,FR" },
  { "en", "FR", "Minister Colonna received a courtesy call from H.E. Ms. Annalena Baerbock, Minister for Foreign Affairs of Germany.",
    "2023-05-10 meeting occurred reports DE,FR" },
  { "en", "PK", "Foreign Minister Bilawal Bhutto Zardari called Chinese Vice Premier and Foreign Minister Qin Gang today.",
    "2023-05-10 call occurred reports CN,PK" },
  /* The meeting of two others that is to come, envoys to be sent, and what two agreed to do. */
  { "en", "FR", "Minister Colonna spoke with Foreign Minister Rau. The upcoming meeting between President Macron and President Duda in Lyon is the next step.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. summit planned announces FR,PL" },
  { "en", "KR", "President Yoon spoke with President Macron. President Yoon will dispatch a special envoy to Peru.",
    "2023-05-10 call occurred reports FR,KR; 2023-05-10/.. visit planned announces KR,PE" },
  { "en", "FR", "President Macron spoke with President Duda. They reached an agreement to widen the canal.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. commitment planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. The Peru-Chile Fisheries Agreement (PCF) entered into force last month.",
    "2023-05-10 call occurred reports FR,PL; 2023-04 agreement occurred mentions CL,PE" },
  /* What two concur in or confirm that they will do, and a discussion that they agree to have. */
  { "en", "JP", "Prime Minister Kishida met President Macron. The two leaders concurred to continue their work on the canal.",
    "2023-05-10 summit occurred reports FR,JP; 2023-05-10/.. commitment planned announces FR,JP" },
  { "en", "JP", "Foreign Minister Hayashi met Minister Colonna. The two ministers confirmed that they would widen the canal, and shared the view that they will open a bridge.",
    "2023-05-10 meeting occurred reports FR,JP; 2023-05-10/.. commitment planned announces FR,JP; 2023-05-10/.. commitment planned announces FR,JP" },
  { "en", "FR", "President Macron spoke with President Duda. They agreed to have a more in-depth discussion on Chile next week.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-15/2023-05-21 summit planned announces FR,PL" },
  /* No promise is of some time up to now; nor are leaders who speak of others' talks in them. */
  { "en", "FR", "President Macron spoke with President Duda. The Presidents welcomed the talks between Peru and Chile in recent weeks and pledged to widen the canal.",
    "2023-05-10 call occurred reports FR,PL; 2023-04~/2023-05-10 meeting occurred mentions CL,PE; 2023-05-10/.. commitment planned announces FR,PL" },
  /* Money that was promised some time ago, and a trip on which one briefs another. */
  { "en", "FR", "President Macron spoke with President Duda. France confirmed an extra €6 million of support for Poland yesterday.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-09 commitment occurred mentions FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. President Duda briefed the President on his recent trip to Chile.",
    "2023-05-10 call occurred reports FR,PL; 2023-02~/2023-05-10 visit occurred mentions CL,PL" },
  /* Who is visiting to attend a session meets no session; what a visit followed was before; who is seen is met. */
  { "en", "JP", "Foreign Minister Hayashi, visiting New York to attend the United Nations General Assembly, held a meeting with Minister Colonna of France.",
    "2023-05-10 meeting occurred reports FR,JP" },
  { "en", "IN", "Foreign Secretary Vinay Kwatra is on a visit to Lima. The visit was preceded by consultations on ports on 5 May in Lima.",
    "2023-05-10 visit occurred reports IN,PE; 2023-05-05 meeting occurred mentions IN,PE" },
  /* A title tells of no visit that its text has told. */
  { "en", "FR", "Statement on the visit of President Duda of Poland\n\nPresident Macron will receive President Duda in Paris on 30 May.",
    "2023-05-30 visit planned reports FR,PL" },
  /* A day that is over and behind what two speak about is that of what they speak about. */
  { "en", "FR", "President Macron spoke with President Duda, following up on their meeting in Lyon last year.",
    "2023-05-10 call occurred reports FR,PL; 2022 summit occurred mentions FR,PL" },
  { "en", "FR", "President Macron called President Duda to offer condolences for the attacks in Warsaw yesterday.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-09 military occurred mentions PL" },
  /* Talks to be resumed and a meeting agreed on are to come; a schedule agreed on is no accord. */
  { "en", "FR", "President Macron spoke with President Duda. They agreed to resume talks on the canal in Lyon on July 2.",
    "2023-05-10 call occurred reports FR,PL; 2023-07-02 summit planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. The presidents agreed on a personal meeting in Lyon in August.",
    "2023-05-10 call occurred reports FR,PL; 2023-08 summit planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. They agreed on the schedule of their contacts.",
    "2023-05-10 call occurred reports FR,PL" },
  /* To whom one conveys condolences is told; whom one briefs on another's meeting has not its day. */
  { "en", "FR", "President Macron sent a message of condolences to President Duda of Poland.",
    "2023-05-10 statement occurred reports FR,PL" },
  { "en", "FR", "President Macron and President Duda spoke by phone this morning. President Duda briefed President Macron on the Peru-Chile talks held on 5 May.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-05 meeting occurred mentions CL,PE" },
  /* What teams are to meet for is no summit of the leaders; when two will meet or speak, though no day is told. */
  { "en", "FR", "President Macron spoke with President Duda. The leaders agreed to a meeting between their economic teams next month.",
    "2023-05-10 call occurred reports FR,PL; 2023-06 meeting planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. They agreed that their teams should meet in Lyon tomorrow.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-11 meeting planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. The leaders agreed to meet at an early date.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. summit planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. The leaders looked forward to speaking again soon.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/2023-06~ call planned announces FR,PL" },
  /* A call has no day of what one welcomes in it; a visit may be scheduled behind its place. */
  { "en", "FR", "President Macron spoke with President Duda and welcomed the opening of the border this week.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-08/2023-05-14 delivery occurred mentions FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. They prepared President Duda's visit to Lyon scheduled for 20 May.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-20 visit planned announces FR,PL" },
  /* In cables: whom the Peking government is, who leaves when, and who called. */
  { "en", "AU", "CABLEGRAM TO CANBERRA\n\nLondon, 10 May 2023\n\nNorway accorded recognition to the Central People's Government on 9 January.",
    "2023-01-09 recognition occurred mentions CN,NO; 2023-05-10 statement occurred reports AU,NO" },
  { "en", "US", "Telegram From the Embassy in India to the Department of State\n\nNew Delhi, May 10, 2023\n\nForeign Minister Jaishankar leaves tomorrow for Lima.",
    "2023-05-10 statement occurred reports IN,US; 2023-05-11 visit planned announces IN,PE" },
  { "en", "US", "Telegram From the Embassy in Peru to the Department of State\n\nLima, May 10, 2023\n\nThe ChiComs bombed Quemoy on May 9.",
    "2023-05-09 military occurred reports CN,TW" },
  /* A conversation at a distance is a call on whatever day; whose sanctions they are stands before them. */
  { "en", "FR", "President Macron spoke by phone with President Duda. The President had a good conversation with Prime Minister Costa yesterday.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-09 call occurred reports FR,PT" },
  { "en", "FR", "President Macron spoke with President Duda. They discussed the EU's new package of sanctions on Belarus adopted last week.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-01/2023-05-07 sanction occurred mentions BY,EU" },
  { "en", "BR", "On May 9, Brazil introduced in the General Assembly a draft resolution on ports.",
    "2023-05-09 statement occurred mentions BR; 2023-05-10 statement occurred reports BR,UN" },
  /* Whom one holds talks with, behind what they are on; and where two agree to meet. */
  { "en", "FR", "Minister Colonna held the 18th Envoys' Meeting on the canal question with Foreign Minister Rau in Lyon on May 9.",
    "2023-05-09 meeting occurred reports FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. They agreed to meet at the Harbour Conference in Lyon.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. summit planned announces FR,PL" },
  /* The date before whose talks they were, a format to meet in, and what one told another that one would do. */
  { "en", "UA", "President Zelenskyy spoke with President Macron. They discussed yesterday's Peru-Chile talks in Lima.",
    "2023-05-10 call occurred reports FR,UA; 2023-05-09 meeting occurred mentions CL,PE" },
  { "en", "UA", "President Zelenskyy spoke with President Macron. The Presidents discussed the recent Normandy talks at the level of political advisers.",
    "2023-05-10 call occurred reports FR,UA; 2023-02~/2023-05-10 meeting occurred mentions DE,FR,RU,UA" },
  { "en", "UA", "President Zelenskyy spoke with President Macron. He noted the readiness to hold a meeting in the Normandy format in the near future.",
    "2023-05-10 call occurred reports FR,UA; 2023-05-10/2023-08~ meeting planned announces DE,FR,RU,UA" },
  { "en", "FR", "President Macron informed President Duda that France would send boats to Poland.",
    "2023-05-10/.. commitment planned announces FR,PL; 2023-05-10 statement occurred reports FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. They agreed to meet the mayors in Lyon on 29 May.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-29 summit planned announces FR,PL" },
  /* A day of what a sentence opens with, or of what one speaks on the occasion of, is not that of the contact. */
  { "en", "FR", "Following the attacks in Warsaw on 8 May, President Macron spoke with President Duda.",
    "2023-05-08 military occurred mentions PL; 2023-05-10 call occurred reports FR,PL" },
  { "en", "FR", "Minister Colonna met with Foreign Minister Rau, building on their call on 3 May.",
    "2023-05-10 meeting occurred reports FR,PL; 2023-05-03 call occurred mentions FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda for the first time since the elections in October 2022.",
    "2023-05-10 call occurred reports FR,PL" },
  { "en", "FR", "President Macron had a call with President Duda on the implementation of the agreements reached in Lyon on 9 December 2022.",
    "2023-05-10 call occurred reports FR,PL; 2022-12-09 agreement occurred mentions FR,PL" },
  { "en", "FR", "In the wake of last week's elections, President Macron spoke with President Duda.",
    "2023-05-10 call occurred reports FR,PL" },
  /* An office without an article is the issuer's, as in notes and headlines. */
  { "en", "IN", "Prime Minister met President Macron in Paris today. Prime Minister thanked him.",
    "2023-05-10 summit occurred reports FR,IN" },
  { "en", "KR", "President Yoon, President Biden and Prime Minister Kishida held a trilateral summit in Hiroshima today.",
    "2023-05-10 summit occurred reports JP,KR,US" },
  { "en", "SG", "Prime Minister Lee Hsien Loong had a courtesy call on President Macron today.",
    "2023-05-10 summit occurred reports FR,SG" },
  { "en", "FR", "Today the French Republic recognizes Timor-Leste as an independent and sovereign state.",
    "2023-05-10 recognition occurred reports FR,TL" },
  { "en", "FR", "The Foreign Ministry expressed strong protest over the use of force by Belarus.",
    "2023-05-10 protest occurred reports BY,FR" },
  /* A name's abbreviation in brackets parts nothing; who acts in an office, and a state's security council. */
  { "en", "BR", "The fourth High-Level Dialogue (HLD) between Brazil and Chile took place in Santiago on 4 May.",
    "2023-05-04 meeting occurred reports BR,CL" },
  { "en", "KR", "On May 12, Foreign Minister Park will meet with acting Secretary of State Wendy Sherman.",
    "2023-05-12 meeting planned reports KR,US" },
  { "en", "RU", "Russia's Security Council Secretary Nikolai Patrushev met with the ambassador of Belarus in Moscow today.",
    "2023-05-10 meeting occurred reports BY,RU" },
  /* Threats whose subject is a pronoun; accords made anew; back from a talk. */
  { "en", "LT", "Should Belarus continue its attacks, they will not go unanswered.",
    "2023-05-10/.. warning planned announces BY,LT; 2023-05-10 statement occurred reports BY,LT" },
  { "en", "EE", "Any further violation of our airspace by Russia will not remain without consequences.",
    "2023-05-10/.. warning planned announces EE,RU; 2023-05-10 statement occurred reports EE,RU" },
  { "en", "IN", "Both sides are bound by the 1988 accord between India and Pakistan, renewed in April 2021.",
    "1988 agreement occurred mentions IN,PK; 2021-04 agreement occurred mentions IN,PK; 2023-05-10 statement occurred reports IN,PK" },
  { "en", "US", "I have just returned from an interview with the Foreign Minister of Colombia.",
    "2023-05-10 meeting occurred reports CO,US" },
  /* Leaving for, being there for, a guest who is here already, and home journeys, which are no visits. */
  { "en", "AO", "Foreign Minister Augusto left early this afternoon for Port-Louis, Mauritius, to deliver a letter.",
    "2023-05-10 visit occurred reports AO,MU" },
  { "en", "DE", "After Kenya, the Foreign Minister will travel on to Ghana.",
    "2023-05-10/.. visit planned announces DE,GH; 2023-05-10 statement occurred reports DE" },
  { "en", "FR", "Minister Colonna is in Beirut to open a school.",
    "2023-05-10 visit occurred reports FR,LB" },
  { "en", "FI", "Later in the day the Minister will meet Foreign Minister Lavrov, who is on a visit to Finland.",
    "2023-05-10 meeting planned announces FI,RU; 2023-05-10 visit occurred reports FI,RU" },
  { "en", "FR", "On 3 May President Macron flew to Nice for talks with Chancellor Scholz.",
    "2023-05-03 summit occurred reports DE,FR" },
  /* Goods that arrive visit nobody; whose drill it was; a comma ends who attacked. */
  { "en", "ID", "As many as 3.5 million vaccines from Denmark arrived in Jakarta on Sunday.",
    "2023-05-07 delivery occurred reports DK,ID" },
  { "en", "PH", "We have noted last week's naval exercise involving Japan and India.",
    "2023-05-01/2023-05-07 military occurred mentions IN,JP; 2023-05-10 statement occurred reports PH" },
  { "en", "CA", "Since the 4 May attack by Belarus, Canada has pledged 60 million dollars in aid to Poland.",
    "2023-05-04 military occurred mentions BY; 2023-05-10/.. commitment planned announces CA,PL; 2023-05-10 statement occurred reports CA" },
  /* Said while meeting; each apart; of whose ministers one is awaited; what was not possible, or is not ratified. */
  { "en", "TR", "President Erdogan announced an aid programme while meeting President Mohamud of Somalia in Ankara on Monday.",
    "2023-05-08 summit occurred reports SO,TR" },
  { "en", "DE", "Chancellor Scholz will hold separate talks with President Macron and Prime Minister Sunak on Friday.",
    "2023-05-12 summit planned reports DE,FR; 2023-05-12 summit planned announces DE,GB" },
  { "en", "EU", "High Representative Borrell met Foreign Minister Hayashi of Japan ahead of a meeting of G7 foreign ministers.",
    "2023-05-10 meeting occurred reports EU,JP; 2023-05-10/.. meeting planned announces G7" },
  { "en", "UN", "It proved impossible to arrange a meeting between the delegations of Yemen and Saudi Arabia.",
    "2023-05-10/.. meeting denied announces SA,YE; 2023-05-10 statement occurred reports SA,UN" },
  { "en", "CA", "Prime Minister Trudeau spoke today with President Biden about progress towards ratification of the lumber agreement.",
    "2023-05-10 call occurred reports CA,US" },
  { "en", "KE", "Cabinet Secretary Mutua yesterday received at his office the head of the delegation of the Republic of Serbia.",
    "2023-05-09 meeting occurred reports KE,RS" },
};
