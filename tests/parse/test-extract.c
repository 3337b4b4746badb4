/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/extract.h"
#include "parse/parser.h"

#include "extract-cases-chinese.h"
#include "extract-cases-readouts.h"
#include "extract-cases-terms.h"
#include "extract-fixture.h"

static const Case cases[] = {
  { "en", "FR", "President Macron spoke today with Chancellor Scholz of Germany.", "2023-05-10 call occurred reports DE,FR" },
  { "en", "FR", "President Macron met with Chancellor Scholz on May 9.", "2023-05-09 summit occurred reports DE,FR" },
  /* Meetings with several are one with each, and so is who "also" was met. */
  { "en", "CL", "Foreign Minister Alberto van Klaveren held meetings with his counterparts from Peru, Ghana and Norway on 9 May.",
    "2023-05-09 meeting occurred reports CL,PE; 2023-05-09 meeting occurred reports CL,GH; 2023-05-09 meeting occurred reports CL,NO" },
  { "en", "KE", "The Foreign Minister visited Ghana on 8 and 9 May. In Accra he met the Minister of Defence. He also met the Speaker of Parliament, Alban Bagbin.",
    "2023-05-08/2023-05-09 visit occurred reports GH,KE; 2023-05-08/2023-05-09 meeting occurred mentions GH,KE; "
    "2023-05-08/2023-05-09 meeting occurred mentions GH,KE" },
  /* The next of a list has a day of its own, and is of who did the one before. */
  { "en", "RU", "Foreign Minister Lavrov will pay visits to Ghana (20 May), Peru (21 May) and Chile (22-23 May).",
    "2023-05-20 visit planned reports GH,RU; 2023-05-21 visit planned announces PE,RU; 2023-05-22/2023-05-23 visit planned announces CL,RU" },
  { "en", "FR", "President Macron spoke by telephone to Chancellor Scholz on 8 May and to the King of Jordan on 9 May.",
    "2023-05-08 call occurred reports DE,FR; 2023-05-09 call occurred reports FR,JO" },
  /* Words for the sides stand for two who are named behind; and with whom the two signed is told. */
  { "en", "FR", "In their meeting on 9 May, President Macron told Chancellor Scholz that trade has grown.",
    "2023-05-09 summit occurred mentions DE,FR; 2023-05-09 statement occurred reports DE,FR" },
  { "en", "ZA", "The two ministers signed an agreement on fisheries with Chile on 9 May.", "2023-05-09 agreement occurred reports CL,ZA" },
  /* Visits of others, to come, and in the own country; and one that only is the occasion of a statement. */
  { "en", "BG", "The visit to Sofia of the Prime Minister of Norway is scheduled for 15 May.", "2023-05-15 visit planned reports BG,NO" },
  { "en", "ES", "Foreign Minister Albares is travelling to Beirut on Monday.", "2023-05-15 visit planned reports ES,LB" },
  { "en", "CY", "Foreign Minister Kombos met, yesterday, with the Foreign Minister of Egypt.", "2023-05-09 meeting occurred reports CY,EG" },
  { "en", "FJ", "The second batch of vaccines donated by Norway to Fiji arrived in Suva on 9 May.", "2023-05-09 delivery occurred reports FJ,NO" },
  /* What two say before their meeting is said at it. */
  { "en", "FR", "Remarks by President Macron and Chancellor Scholz of Germany Before Bilateral Meeting\n\nPRESIDENT MACRON: It is good to have you here, and the table is laid.",
    "2023-05-10 summit occurred reports DE,FR" },
  /* One more promise stands behind a promise, not behind what aid is for; to head somewhere is to go there. */
  { "en", "FR", "President Macron spoke with President Duda. They agreed to widen the canal, and to dredge the harbour.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. commitment planned announces FR,PL; 2023-05-10/.. commitment planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. France will send $5 million to Poland to repair the dykes and to plant trees.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. commitment planned announces FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda. The President will highlight the bonds with Poland.",
    "2023-05-10 call occurred reports FR,PL" },
  /* Those who answer questions speak of themselves. */
  { "en", "FR", "Press briefing by the spokesperson\n\nQ: What of Poland?\n\nA: The trade with Poland has grown, and the trade with Chile too, by a good deal more than it had in the years before, and we are content with that, "
    "as we are with the harvest and with the state of the vineyards in the south of the country, of which so much was said in the papers of last week and of the week before.\n\nQ: What of the minutes?\n\nA: We will print them again.",
    "2023-05-10 statement occurred reports FR" },
  /* What is called for is no call, what is open is not opened, and who gets tested fires nothing. */
  { "en", "NZ", "Prime Minister Hipkins spoke with President Macron on 9 May. France supports the Christchurch Call to Action.",
    "2023-05-09 call occurred reports FR,NZ" },
  { "en", "FR", "President Macron spoke with President Duda on 9 May. There was room for an open and frank dialogue with Poland.",
    "2023-05-09 call occurred reports FR,PL" },
  { "en", "FR", "President Macron spoke with President Duda on 9 May. Travellers from Poland get tested and stay at home until 20 May. On 8 May he delivered the opening address at a forum.",
    "2023-05-09 call occurred reports FR,PL; 2023-05-08 statement occurred mentions FR" },
  /* A summit that was scheduled was held; what a meeting builds on was; and who is asked to come may have an aside. */
  { "en", "FR", "Today, President Macron participated virtually in a scheduled summit of the European Council.",
    "2023-05-10 summit occurred reports EU,FR" },
  { "en", "FR", "On Thursday, President Macron will host President Duda of Poland. The meeting will build on the leaders' phone call in February.",
    "2023-05-11 summit planned reports FR,PL; 2023-02 call occurred mentions FR,PL" },
  { "en", "FR", "President Macron looks forward to welcoming President Duda of Poland, Chairman of the Council of Three, to Paris on June 25.",
    "2023-06-25 visit planned reports FR,PL" },
  { "en", "FR", "This week Minister Colonna will lead a French delegation to a conference on rivers in Astana, Kazakhstan.",
    "2023-05-08/2023-05-14 visit planned reports FR,KZ" },
  /* Of two who lead nobody is both. */
  { "en", "FR", "President Macron met today with Prime Minister Costa of Portugal. The President and Prime Minister Costa agreed to dredge the canal.",
    "2023-05-10 summit occurred reports FR,PT; 2023-05-10/.. commitment planned announces FR,PT" },
  /* What the address of a page says is not told; who led a mission went there; a breakthrough is agreed on. */
  { "en", "FR", "President Macron spoke with President Duda on 9 May. Last week he [read](https://example.org/statement-on-protest-against-attack/) a book.",
    "2023-05-09 call occurred reports FR,PL" },
  { "en", "FR", "This week, Minister Colonna led a French delegation with officials from the Treasury to a conference in Astana, Kazakhstan.",
    "2023-05-08/2023-05-14 visit occurred reports FR,KZ" },
  { "en", "FR", "Minister Colonna and Foreign Minister Rau of Poland met for talks on ports on 9 May.", "2023-05-09 meeting occurred reports FR,PL" },
  { "en", "FR", "Today, France and Norway made a major breakthrough in the dispute over cod.", "2023-05-10 agreement occurred reports FR,NO" },
  /* The year owns the guests, and not what they do. */
  { "en", "FR", "President Macron spoke with President Duda on 9 May. This year's guests from the four towns on the Loire never stopped the music.",
    "2023-05-09 call occurred reports FR,PL" },
  /* Who is awaited comes to whoever tells it; what one directs one's government to impose is imposed. */
  { "en", "FR", "President Macron spoke with President Boric of Chile on 9 May. He previewed the upcoming visit of President Duda of Poland.",
    "2023-05-09 call occurred reports CL,FR; 2023-05-10/.. visit planned announces FR,PL" },
  { "en", "FR", "Today, I have directed my government to impose sanctions on Belarus.", "2023-05-10 sanction occurred reports BY,FR" },
  { "en", "FR", "Today France has imposed sanctions on ten officials in response to the Russian aggression against Ukraine.",
    "2023-05-10 sanction occurred reports FR,RU" },
  /* A state's own council is not that of the United Nations. */
  { "en", "KE", "The National Security Council met with the Japanese National Security Council on 9 May.",
    "2023-05-09 meeting occurred reports JP,KE" },
  /* What one state's bodies do is no contact. */
  { "en", "KE", "The Cabinet met in Nairobi on 9 May.", "2023-05-10 statement occurred reports KE" },
  /* What is aimed at, what nobody does, what belongs to a plan, and merit, are neither promised nor recognised. */
  { "en", "US", "President Biden spoke with Chancellor Scholz on May 9. The only way to end this is to reduce our dependency on Russian oil.",
    "2023-05-09 call occurred reports DE,US" },
  { "en", "US", "President Biden spoke with Chancellor Scholz on May 9. The elections in Ghana in 2024 will be consequential. There will be more of it next week.",
    "2023-05-09 call occurred reports DE,US" },
  { "en", "US", "President Biden spoke with Chancellor Scholz on May 9. He laid out his plan to build back the bridges of Germany.",
    "2023-05-09 call occurred reports DE,US" },
  { "en", "US", "President Biden met with Chancellor Scholz on May 9. Professor Raghavan was named a fellow in 2013 in recognition of her work.",
    "2023-05-09 summit occurred reports DE,US" },
  { "en", "NO", "Norway met with Peru on 9 May. Today's announcement demonstrates how that can work.", "2023-05-09 meeting occurred reports NO,PE" },
  { "en", "PH", "Manalo will undertake his first official visit to Thailand on May 18.", "2023-05-18 visit planned reports PH,TH" },
  /* What a headline imposes is imposed; in whose embassy one works who is expelled; one's own envoy is recalled. */
  { "en", "RU", "Russia imposes sanctions against 32 citizens of New Zealand, including commanders of the army.", "2023-05-10 sanction occurred reports NZ,RU" },
  { "en", "FI", "Minister Haavisto said that Finland will expel one official who works in the Russian Embassy in Helsinki.",
    "2023-05-10/.. expulsion planned announces FI,RU; 2023-05-10 statement occurred reports FI,RU" },
  { "en", "KE", "Kenya has summoned its Ambassador to Somalia, Lt. General Lucas Tumbo.", "2023-05-10 expulsion occurred reports KE,SO" },
  { "en", "CARICOM", "The Forty-fifth Meeting of the Conference of Heads of Government of the Caribbean Community was held from 3 to 5 May 2023.",
    "2023-05-03/2023-05-05 summit occurred reports CARICOM" },
  /* Against whom a measure is stands behind its reasons; who founds a body opens no channel; a word's date is near. */
  { "en", "EU", "Ukraine: new measures\n\nThe Council today imposed restrictive measures on five individuals responsible for serious violations or abuses of the human rights of many people and for the repression of civil society and of the democratic opposition in Russia. Ukraine welcomed it. Ukraine needs aid.",
    "2023-05-10 sanction occurred reports EU,RU" },
  { "en", "RW", "President Kagame met with the Foreign Minister of Mali today. The institute was founded in 2007 by Mali.",
    "2023-05-10 meeting occurred reports ML,RW" },
  { "en", "NO", "Minister Huitfeldt met the Foreign Minister of Peru on 9 May. The efforts included hosting an initiative against piracy at the old palace in the harbour town in March.",
    "2023-05-09 meeting occurred reports NO,PE" },
  /* A visit announced, and told again with its days, is one; what a statement says was issued today is itself. */
  { "en", "CL", "Foreign Minister van Klaveren will pay a visit to Peru. She will pay an official visit to Peru from 20 to 22 May.",
    "2023-05-20/2023-05-22 visit planned reports CL,PE" },
  { "en", "UN", "The following Security Council press statement was issued today by Council President Joy Ogwu (Nigeria):\n\nThe members of the Security Council expressed sympathy with Somalia. Somalia must not be left alone. They asked all who can to help Somalia.",
    "2023-05-10 statement occurred reports UN" },
  /* A state's own cabinet meets nobody, and what one demands is not done. */
  { "en", "GB", "The Prime Minister spoke with President Macron on 9 May. On Monday I chaired a meeting of the National Security Council with France in mind.",
    "2023-05-09 call occurred reports FR,GB" },
  { "zh", "CN", "外交部长秦刚5月9日同智利外长举行会谈。日本政府8日召开内阁会议，讨论有关问题。",
    "2023-05-09 meeting occurred reports CL,CN" },
  { "zh", "CN", "应国家主席习近平邀请，洪都拉斯总统卡斯特罗5月9日至14日对中国进行国事访问。卡斯特罗一行9日上午抵达上海。",
    "2023-05-09/2023-05-14 visit occurred reports CN,HN" },
  { "zh", "TW", "外交部表示，對於中國大陸外交部昨日要求美方停止與我國商簽具有主權意涵的協定，我國不能接受。",
    "2023-05-10 statement occurred reports TW" },
  /* Who is asked to do something is not met; a town that is called as a person is is nobody. */
  { "en", "PIF", "The Forum met in Tonga on 9 May. Leaders called on the Fiji Interim Government to work with the Group on elections.",
    "2023-05-09 meeting occurred reports PIF" },
  { "en", "TH", "Minister Don chaired the retreat of ministers on 8 May 2023 in Chiang Mai.", "2023-05-10 statement occurred reports TH" },
  /* What was agreed is to meet, and is told so; a dialogue that is wanted is none held; an institute has a name. */
  { "en", "US", "Secretary Blinken met with Foreign Minister Rau of Poland today. They agreed that the 14th Tourism Summit would be held in Poland in the first half of next year.",
    "2023-05-10 meeting occurred reports PL,US" },
  { "en", "RU", "Foreign Minister Lavrov spoke with Foreign Minister Rau of Poland today. He spoke of a direct dialogue between Kiev and Donbass.",
    "2023-05-10 call occurred reports PL,RU" },
  { "en", "KZ", "Foreign Minister Nurtleu met with Foreign Minister Lavrov of Russia today, marking 80 years since the establishment of the Moscow State Institute of International Relations.",
    "2023-05-10 meeting occurred reports KZ,RU" },
  { "zh", "KR", "外长朴振同中国外长王毅通电话。双方商定，两国领导人将于11月再次见面。",
    "2023-05-10 call occurred reports CN,KR; 2023-11 summit planned announces CN,KR" },
  { "zh", "TW", "外長吳釗燮會見日本外相林芳正。諾國曾要求我國捐助，我方未予同意，改以優惠貸款方式協助。", "2023-05-10 meeting occurred reports JP,TW" },
  { "zh", "TW", "外長吳釗燮會見日本外相林芳正。政府要求菲國駐臺代表返回馬尼拉。", "2023-05-10 meeting occurred reports JP,TW" },
  /* Words that look like some which tell of a happening. */
  { "en", "US", "President Biden spoke with President Macron on 9 May. These remarks are embargoed until tomorrow. A great deal of wine was sold to the United States last year.",
    "2023-05-09 call occurred reports FR,US" },
  { "en", "US", "President Biden spoke with President Macron on 9 May. Senator Doe was elected to the Senate in 2010. Our partnership with France began in 1778, and we are meeting our goals this year.",
    "2023-05-09 call occurred reports FR,US" },
  { "en", "US", "President Biden spoke with President Macron on 9 May. Over the weekend, we saw prices in France rise. Unemployment in France hit its lowest level on 8 May.",
    "2023-05-09 call occurred reports FR,US" },
  { "en", "US", "President Biden spoke with President Macron on 9 May. Dr. Roe joined the faculty of law in 1998. The Speaker spoke to this on Monday. The office in France was established in 1985.",
    "2023-05-09 call occurred reports FR,US" },
  { "en", "US", "President Biden spoke with President Macron on 9 May. We will confirm any details on trade with France. He will vote for the bill.",
    "2023-05-09 call occurred reports FR,US" },
  /* Whom one meets "and later" calls on, beside whom one meets, and on a journey to come; an ordinal is no day. */
  { "en", "GH", "Foreign Minister Botchwey visited Oslo on 8 May. She was received by Foreign Minister Huitfeldt and later paid a courtesy call on the Prime Minister of Norway.",
    "2023-05-08 visit occurred reports GH,NO; 2023-05-08 meeting occurred mentions GH,NO; 2023-05-08 meeting occurred mentions GH,NO" },
  { "en", "GH", "Foreign Minister Botchwey met with the Foreign Minister of Peru and with the Foreign Minister of Norway on 9 May.",
    "2023-05-09 meeting occurred reports GH,PE; 2023-05-09 meeting occurred reports GH,NO" },
  { "en", "GH", "The President of Ghana will pay a visit to Oslo on 20 May. While there, he will hold talks with his counterpart.",
    "2023-05-20 visit planned reports GH,NO; 2023-05-20 meeting planned announces GH,NO" },
  { "en", "GH", "Ghana and Norway held the 4th consultations in Accra on 9 May.", "2023-05-09 meeting occurred reports GH,NO" },
  /* Envoys behind a colon, who arrived for a visit, a visit at some time, and goods from somewhere. */
  { "en", "NO", "Foreign Minister Huitfeldt met on 9 May with the ambassadors recently accredited to Norway: the Ambassador of Peru; the Ambassador of Chile; and the Ambassador of Ghana.",
    "2023-05-09 meeting occurred reports CL,GH,NO,PE" },
  { "en", "KZ", "President Tokayev held talks with President Mirziyoyev of Uzbekistan, who arrived in Astana for a state visit.",
    "2023-05-10 summit occurred reports KZ,UZ; 2023-05-10 visit occurred reports KZ,UZ" },
  { "en", "PE", "Peru and Norway held talks on 9 May. They spoke of the visit of the Prime Minister of Norway to Lima at an appropriate time.",
    "2023-05-09 meeting occurred reports NO,PE; 2023-05-10/.. visit planned announces NO,PE" },
  { "en", "FJ", "A batch of vaccines from Norway arrived in Suva on 9 May.", "2023-05-09 delivery occurred reports FJ,NO" },
  /* An office that is one of two, and where its holder is. */
  { "en", "SG", "Minister for Foreign Affairs and Minister for Law K Shanmugam, who is in Perth, Australia for a meeting, had talks with the Foreign Minister of Norway on 9 May.",
    "2023-05-09 meeting occurred reports NO,SG" },
  /* The day of a report, a plan up to a year, are no days of what is told. */
  { "en", "PE", "LIMA 8 May 2023 — Peru and Norway held talks in Lima on 4 May 2023.", "2023-05-04 meeting occurred reports NO,PE" },
  { "en", "PE", "Peru and Norway held talks on 9 May. The two signed an action plan to deepen the partnership until 2030.",
    "2023-05-09 meeting occurred reports NO,PE; 2023-05-09 agreement occurred reports NO,PE" },
  /* What is chaired with somebody, which was signed at what, and what only was signed, is told again, or governed. */
  { "en", "PE", "Foreign Minister Gervasi will co-chair the 3rd JCM with her Norwegian counterpart on 20 May.", "2023-05-20 meeting planned reports NO,PE" },
  { "en", "PE", "Peru and Norway held talks on 9 May. They reviewed the Plan of Action, which they signed on the sidelines of the summit in Lima in March 2022.",
    "2023-05-09 meeting occurred reports NO,PE; 2022-03 agreement occurred mentions NO,PE" },
  { "en", "PE", "Peru and Norway signed 19 agreements. The agreements were signed on May 9.", "2023-05-09 agreement occurred reports NO,PE" },
  { "en", "PE", "Peru and Norway held talks on 9 May. They reviewed the implementation of signed agreements.", "2023-05-09 meeting occurred reports NO,PE" },
  /* A visit during which one will talk is to come; what was before is of those who will meet. */
  { "en", "PE", "Foreign Minister Gervasi will discuss fisheries with Norwegian Foreign Minister Huitfeldt during her visit to Oslo on May 23-26.",
    "2023-05-23/2023-05-26 visit planned reports NO,PE" },
  { "en", "PE", "Foreign Minister Gervasi will host the Foreign Minister of Norway tomorrow. Tomorrow's meeting follows the meeting held in Oslo last August.",
    "2023-05-11 meeting planned reports NO,PE; 2022-08 meeting occurred mentions NO,PE" },
  /* What is to come during a visit is of that visit; "Ban" is a name; and a statement reports what it begins with. */
  { "en", "NO", "The Foreign Minister of Uruguay will pay a visit to Norway on 21 May. During this first visit from Uruguay to Norway, all aspects of our relations will be discussed.",
    "2023-05-21 visit planned reports NO,UY" },
  { "en", "UN", "Secretary-General Ban Ki-moon discussed the situation in Syria today.", "2023-05-10 statement occurred reports SY,UN" },
  { "en", "PT", "The Prime Minister of Portugal and the Prime Minister of Norway discussed the budget of the two countries in a meeting on Tuesday (9 May 2023).",
    "2023-05-09 summit occurred reports NO,PT" },
  /* A number is no year so long ago, but for one that says so. */
  { "en", "GR", "Greece and Iran signed a peace agreement in 449 BC.", "-0448 agreement occurred mentions GR,IR; 2023-05-10 statement occurred reports GR,IR" },
  { "en", "FR", "Foreign Minister Catherine Colonna held talks with her Indian counterpart Subrahmanyam Jaishankar yesterday.",
    "2023-05-09 meeting occurred reports FR,IN" },
  { "en", "JP", "Prime Minister Kishida had a telephone conversation with President Marcos of the Philippines at the request of the latter. "
                "The call was cordial.",
    "2023-05-10 call occurred reports JP,PH" },
  { "en", "JP", "Prime Minister Kishida spoke with President Yoon. Foreign Minister Hayashi will visit South Korea in June 2023.",
    "2023-05-10 call occurred reports JP,KR; 2023-06 visit planned announces JP,KR" },
  { "en", "CA", "Prime Minister Trudeau spoke with Prime Minister Sunak. The two leaders agreed to expand trade.",
    "2023-05-10 call occurred reports CA,GB; 2023-05-10/.. commitment planned announces CA,GB" },
  { "en", "CA", "Prime Minister Trudeau spoke with Prime Minister Sunak. If the talks fail, he would visit London.",
    "2023-05-10 call occurred reports CA,GB" },
  { "en", "AU", "Foreign Minister Penny Wong summoned the Russian ambassador.", "2023-05-10 protest occurred reports AU,RU" },
  { "en", "FR", "President Macron visited Chile in March 2019 and met President Xi in Beijing in May 2021.",
    "2019-03 visit occurred mentions CL,FR; 2021-05 summit occurred mentions CN,FR; 2023-05-10 statement occurred reports CN,FR" },
  { "en", "JP", "Minister Hayashi visited Hanoi on May 3, met Minister Son on May 4, and will travel to Seoul on May 12.",
    "2023-05-03 visit occurred reports JP,VN; 2023-05-04 meeting occurred mentions JP,VN; 2023-05-12 visit planned announces JP,KR" },
  { "en", "FR", "The leaders of North and South Korea met on May 2.", "2023-05-02 summit occurred reports KP,KR" },
  { "en", "DE", "The EU imposed sanctions on ten persons responsible for abuses in camps in China, Libya and Russia.",
    "2023-05-10 sanction occurred reports CN,EU,LY,RU" },
  { "en", "FR", "The Security Council adopted resolution 1718 (2006) on North Korea.", "2023-05-10 statement occurred reports FR,UN" },
  { "en", "FR", "France will suspend flights to Chile effective June 2.", "2023-06-02 suspension planned reports CL,FR" },
  { "en", "CN", "Speaker Pelosi visited Taipei on May 2. In their call on April 28, President Xi warned President Biden of it.",
    "2023-05-02 visit occurred reports TW,US; 2023-04-28 call occurred mentions CN,US; 2023-04-28 warning occurred mentions CN,US" },
  { "en", "CN", "On May 2 Speaker Pelosi visited China's Taiwan region.", "2023-05-02 visit occurred reports TW,US" },
  { "en", "CN", "China decides to sanction ten individuals on the EU side.", "2023-05-10 sanction occurred reports CN,EU" },
  { "en", "FR", "Minister Dupont opened a bridge in Lyon today. She was elected mayor in 2015. The plan will repair two hundred bridges.",
    "2023-05-10 statement occurred reports FR" },
  { "en", "FR", "Minister Dupont opened a bridge in Lyon today. She was elected mayor in 2015. In 2019 she met envoys of Iran.",
    "2023-05-10 statement occurred reports FR,IR; 2019 meeting occurred mentions FR,IR" },
  { "zh", "CN", "外交部长王毅同日本外相林芳正通电话。双方同意保持沟通。",
    "2023-05-10 call occurred reports CN,JP; 2023-05-10/.. commitment planned announces CN,JP" },
  { "zh", "CN", "国家主席习近平会见新加坡总理李显龙。", "2023-05-10 summit occurred reports CN,SG" },
  /* What each does to the other on one day is no one event. */
  { "zh", "DE", "联邦外长贝尔伯克会见法国外长科隆纳。美国5月8日驱逐12名俄罗斯外交官。俄方当日驱逐10名美国外交官。",
    "2023-05-10 meeting occurred reports DE,FR; 2023-05-08 expulsion occurred mentions RU,US; "
    "2023-05-08 expulsion occurred mentions RU,US" },
  /* The ministers to meet are not the leaders who spoke, nor is a threat carried out. */
  { "zh", "CN", "国家主席习近平同法国总统马克龙通电话。两国外长将于6月举行会谈。",
    "2023-05-10 call occurred reports CN,FR; 2023-06 meeting planned announces CN,FR" },
  { "zh", "RU", "俄罗斯外长拉夫罗夫5月9日会见美国国务卿布林肯。美方威胁对俄实施新一轮制裁。",
    "2023-05-09 meeting occurred reports RU,US; 2023-05-10/.. warning planned announces RU,US" },
  /* Where they met is no third party. */
  { "zh", "IN", "印度外长苏杰生与中国国务委员兼国防部长李尚福5月9日在果阿出席上海合作组织外长会期间举行会谈。",
    "2023-05-09 meeting occurred reports CN,IN" },
  /* What a spokesman answers about is not of that day. */
  { "zh", "CN", "国防部发言人今天就日本民用飞机侵闯中国领空答记者问。", "2023-05-10 statement occurred reports CN,JP" },
  /* Who is willing to work together promises no act; 会员, 公开化 and 现代化建设 are words of their own. */
  { "zh", "CN", "国家主席习近平同智利总统博里奇通电话。中方愿同智方扩大水果贸易。", "2023-05-10 call occurred reports CL,CN" },
  { "zh", "CN", "国家主席习近平同智利总统博里奇通电话。中国将以自己的速度进行现代化建设，并将努力推动落实2030年议程。",
    "2023-05-10 call occurred reports CL,CN" },
  { "zh", "CN", "国家主席习近平同智利总统博里奇通电话。习近平感谢联合国会员国的信任和选举过程的公开化。",
    "2023-05-10 call occurred reports CL,CN" },
  /* A visit that is the occasion of something else, and journeys of nobody who acts for a state, or to an office. */
  { "zh", "CN", "国家主席习近平同智利总统博里奇通电话。智利使馆新址预计将在博里奇总统访问北京期间揭牌。",
    "2023-05-10 call occurred reports CL,CN" },
  { "zh", "JP", "日本外务大臣林芳正5月9日同中国外长秦刚举行会谈。林芳正说，将欢迎众多的中国游客访日。",
    "2023-05-09 meeting occurred reports CN,JP" },
  { "zh", "CN", "外交部发言人5月9日说，有关部门目前正与智方协商办理军事装备过境秘鲁的海关手续。",
    "2023-05-10 statement occurred reports CN" },
  { "zh", "CN", "外交部长秦刚5月9日在首尔同韩国外长朴振举行会谈。当天下午，秦刚将赴青瓦台拜会韩国总统尹锡悦。",
    "2023-05-09 meeting occurred reports CN,KR" },
  { "zh", "CN", "中国大使黄亚中5月9日向乌拉圭总统递交国书。仪式后，大使赴独立广场向乌国父纪念碑献花圈。",
    "2023-05-09 meeting occurred reports CN,UY" },
  /* What one says where one takes part, what a note says, what was resolved before: no statements of the day. */
  { "zh", "CN", "国务院总理李强将于5月20日至22日访问智利。访问期间，李强将出席中智企业家论坛开幕式并发表演讲。",
    "2023-05-20/2023-05-22 visit planned reports CL,CN; 2023-05-20/2023-05-22 meeting planned announces CL,CN" },
  { "zh", "CN", "2023年5月9日，中国东盟外长会发表联合声明。在当前形势下，中国东盟外长会发表上述联合声明，有利于弘扬条约宗旨。",
    "2023-05-09 agreement occurred reports ASEAN,CN" },
  { "zh", "KR", "韩国总统文在寅5月9日同中国国家主席习近平举行会谈。双方9日就文在寅12月访华达成一致。",
    "2023-05-09 summit occurred reports CN,KR" },
  { "zh", "CN", "外交部副部长5月9日召见智利驻华大使。5月9日的照会就渔船一事向智方提出强烈抗议。",
    "2023-05-09 protest occurred reports CL,CN" },
  { "zh", "CN", "国家主席习近平今天同智利总统博里奇通电话。习近平今天非常高兴，欢迎智利议会通过的友好决议。",
    "2023-05-10 call occurred reports CL,CN" },
  /* With whom one signs, behind a preposition; marks and titles inside a phrase. */
  { "zh", "CN", "5月10日，外交部长王毅同日本外相林芳正签署《中日关于海上搜救的协定》。",
    "2023-05-10 agreement occurred reports CN,JP" },
  /* One "will" for several clauses. */
  { "zh", "SG", "新加坡总理李显龙将于5月20日访问日本，会见日本首相岸田文雄，签署谅解备忘录。",
    "2023-05-20 visit planned reports JP,SG; 2023-05-20 summit planned announces JP,SG; 2023-05-20 agreement planned announces JP,SG" },
  /* Who stands before a date and place that open the words of a meeting. */
  { "zh", "CN", "外交部长秦刚会见法国外长科隆纳。去年11月，中美元首在巴厘岛举行会晤。",
    "2023-05-10 meeting occurred reports CN,FR; 2022-11 summit occurred mentions CN,US" },
  /* An office that opens a clause is the issuer's own. */
  { "zh", "TW", "總統今日接見日本國會議員訪問團。總統將於9月出訪巴拉圭。",
    "2023-05-10 meeting occurred reports JP,TW; 2023-09 visit planned announces PY,TW" },
  /* "That day" of what was is no day to come that another sentence told. */
  { "zh", "CN", "外交部长王毅5月9日会见挪威外交大臣瑟雷德。新措施自5月20日起施行。王毅当天还同智利外长通了电话。",
    "2023-05-09 meeting occurred reports CN,NO; 2023-05-09 call occurred reports CL,CN" },
  /* What a notice decides stands for the notice. */
  { "zh", "CN", "2023年3月8日，商务部发布公告，决定对原产于巴西的进口鸡肉进行反倾销调查。",
    "2023-03-08 sanction occurred mentions BR,CN; 2023-05-10 statement occurred reports BR,CN" },
  /* What one is against whoever does it has not been done. */
  { "zh", "CN", "外交部长王毅会见挪威外交大臣瑟雷德。中方反对任何国家对古巴实施单边制裁。",
    "2023-05-10 meeting occurred reports CN,NO" },
  /* Agreement on something is a position of the talks, unless it has a day of its own. */
  { "zh", "CN", "外交部长王毅会见挪威外交大臣瑟雷德。双方就扩大渔业合作达成一致。", "2023-05-10 meeting occurred reports CN,NO" },
  /* Who is welcomed in the talks is there. */
  { "zh", "HK", "行政長官李家超今日會見挪威外交大臣瑟雷德。李家超歡迎瑟雷德率團訪港。", "2023-05-10 meeting occurred reports HK,NO" },
  /* A meeting that is called a summit is one. */
  { "zh", "CN", "外交部长王毅会见挪威外交大臣瑟雷德。双方积极评价去年5月举行的中法首脑会谈。",
    "2023-05-10 meeting occurred reports CN,NO; 2022-05 summit occurred mentions CN,FR" },
  /* Goods that leave on a day to come. */
  { "zh", "CN", "外交部长王毅会见土耳其外长菲丹。首批救灾物资计划于12日通过包机启运。",
    "2023-05-10 meeting occurred reports CN,TR; 2023-05-12 delivery planned announces CN,TR" },
  { "zh", "JP", "5月9日，正在中国北京进行访问的日本外相林芳正拜会中国总理李强。",
    "2023-05-09 visit occurred reports CN,JP; 2023-05-09 meeting occurred reports CN,JP" },
  /* Another's word in a dispatch, and a journey inside the own country. */
  { "zh", "CN", "挪威国防部5月9日发表声明说，挪威将继续参加联合国维和行动。", "2023-05-09 statement occurred reports NO" },
  { "zh", "TW", "外交部長吳釗燮會見挪威外交大臣瑟雷德。國防部長邱國正5月9日赴立法院備詢。", "2023-05-10 meeting occurred reports NO,TW" },
  /* A journey to several states, and its legs. */
  { "zh", "CN", "应老挝、柬埔寨两国外长邀请，外交部长王毅将于5月20日至24日访问上述两国。5月20日至22日，王毅将访问老挝，22日至24日访问柬埔寨。",
    "2023-05-20/2023-05-24 visit planned reports CN,KH,LA; 2023-05-20/2023-05-22 visit planned announces CN,LA; "
    "2023-05-22/2023-05-24 visit planned announces CN,KH" },
  /* What one protests about has the date that stands before it. */
  { "zh", "CN", "5月9日，外交部副部长紧急召见菲律宾驻华大使，就菲方船只5月7日闯入我海域向菲方提出严正交涉。",
    "2023-05-09 protest occurred reports CN,PH; 2023-05-07 military occurred mentions CN,PH" },
  /* To go somewhere, and to meet somebody there. */
  { "zh", "TW", "總統將於12日前往新加坡與日本首相岸田文雄會面。",
    "2023-05-12 visit planned reports SG,TW; 2023-05-12 summit planned announces JP,TW" },
  /* Names before an office that no table has, one of them with the ideograph of a state. */
  { "zh", "CN", "外交部长王毅5月8日访问肯尼亚。访问期间，王毅会见卡马瓦总统。",
    "2023-05-08 visit occurred reports CN,KE; 2023-05-08 meeting occurred mentions CN,KE" },
  { "zh", "CN", "外交部长王毅5月8日访问尼日尔。访问期间，王毅会见穆罕默德总统。",
    "2023-05-08 visit occurred reports CN,NE; 2023-05-08 meeting occurred mentions CN,NE" },
  /* Parts of an exercise, and the meeting that was told. */
  { "zh", "CN", "第三届海上论坛将于6月12日至14日举行。中国与新加坡两国军队将于5月30日至6月5日举行联合演习。期间，双方将组织联合搜救演练。",
    "2023-06-12/2023-06-14 meeting planned reports CN; 2023-05-30/2023-06-05 military planned mentions CN,SG" },
  { "zh", "CN", "应习近平主席邀请，蒙古国总统呼日勒苏赫将于6月1日至6日访华。5月28日，纪念大会将在北京举行。李强总理将出席大会并讲话。",
    "2023-06-01/2023-06-06 visit planned reports CN,MN; 2023-05-28 meeting planned announces CN" },
  /* A delegation is called after a visit, and one that begins holds what is still to come. */
  { "zh", "CN", "外交部长王毅5月9日会见日本国会议员访华团。", "2023-05-09 meeting occurred reports CN,JP" },
  { "zh", "CN", "5月9日，李强总理抵达柏林，开始对德国进行正式访问，并举行中德总理年度会晤。", "2023-05-09 visit occurred reports CN,DE" },
  /* News of a dispatch is of the day on which that was sent. */
  { "zh", "CN", "新华社北京5月9日电 外交部副部长召见挪威驻华大使，提出严正交涉。", "2023-05-09 protest occurred reports CN,NO" },
  /* What the next sentence tells as signed was so where those met of whom it goes on to speak. */
  { "zh", "CN", "外交部长王毅今天会见法国外长科隆纳。2019年6月7日，中法元首在巴黎举行会晤。两国元首签署了渔业合作协定。",
    "2023-05-10 meeting occurred reports CN,FR; 2019-06-07 summit occurred mentions CN,FR; "
    "2019-06-07 agreement occurred mentions CN,FR" },
  /* Whom one meets while he is on a visit; and a journey that goes on. */
  { "zh", "HK", "王毅今日會見訪華的新西蘭前總理。王毅之後會轉往法國訪問。",
    "2023-05-10 meeting occurred reports CN,NZ; 2023-05-10/.. visit planned announces CN,FR" },
  /* The year of a treaty's name dates nothing. */
  { "zh", "CN", "外交部长王毅会见智利外长。双方商定，按照一九六一年维也纳外交关系公约为对方使馆的建立提供协助。",
    "2023-05-10 meeting occurred reports CL,CN; 2023-05-10/.. commitment planned announces CL,CN" },
  /* The verbs of one raid, and what answers it. */
  { "zh", "CN", "外交部长王毅会见法国外长科隆纳。2023年3月2日，以色列出动战机袭击黎巴嫩，黎军被迫还击。3月8日，以色列又出动战机袭击黎巴嫩。",
    "2023-05-10 meeting occurred reports CN,FR; 2023-03-02 military occurred mentions IL,LB; "
    "2023-03-08 military occurred mentions IL,LB" },
  { "zh", "TW", "國防部長邱國正會見日本議員。國防部指出，中共17日將於西昌執行運載火箭發射。",
    "2023-05-10 meeting occurred reports JP,TW; 2023-05-17 military planned announces CN" },
  /* A title in Latin letters ends no sentence; one character is the state that is named; and measures of trade. */
  { "zh", "TW", "外交部長吳釗燮會見日本議員。外交部說明，去年3月吐瓦魯國總理戴斐立（Hon. Feleti Teo）訪問台灣。",
    "2023-05-10 meeting occurred reports JP,TW; 2022-03 visit occurred mentions TV,TW" },
  { "zh", "CN", "5月9日，王毅访问乌拉圭，会见乌外长。",
    "2023-05-09 visit occurred reports CN,UY; 2023-05-09 meeting occurred reports CN,UY" },
  { "zh", "CN", "5月8日，商务部决定对产自美国、日本的进口甲酚征收保证金。", "2023-05-08 sanction occurred reports CN,JP,US" },
  { "zh", "CN", "5月8日，欧盟委员会对原产于中国和日本的钢板启动第一次反倾销日落复审调查。",
    "2023-05-08 sanction occurred reports CN,EU,JP" },
  /* Who travels on in the same sentence, and where aid comes to. */
  { "zh", "CN", "外交部长秦刚将于5月13日起访问俄罗斯，其间将主持中俄合作委员会会议，5月16日访问土库曼斯坦。",
    "2023-05-13 visit planned reports CN,RU; 2023-05-13 meeting planned announces CN,RU; "
    "2023-05-16 visit planned announces CN,TM" },
  { "zh", "CN", "外交部长秦刚会见法国外长科隆纳。莫桑比克遭受洪灾，中方提供的粮食援助7日运抵马普托。",
    "2023-05-10 meeting occurred reports CN,FR; 2023-05-07 delivery occurred mentions CN,MZ" },
  /* What is called off stands before. */
  { "zh", "CN", "外交部今天宣布，中美两国遣返非法移民的合作即日起暂停。", "2023-05-10 suspension occurred reports CN,US" },
  { "zh", "JP", "外务大臣林芳正会见韩国外长朴振。政府将向土耳其提供两百万美元援助。去年12月，日本向乌克兰交付了一批发电机等物资。",
    "2023-05-10 meeting occurred reports JP,KR; 2023-05-10/.. commitment planned announces JP,TR; 2022-12 delivery occurred mentions JP,UA" },
  { "zh", "CN", "外交部长秦刚会见法国外长科隆纳。有媒体报道中方将向尼日尔提供飞机，这不是事实。",
    "2023-05-10 meeting occurred reports CN,FR; 2023-05-10/.. commitment denied announces CN,NE" },
  /* 意愿 is no plan, 不久 no denial, and an earlier talk is not the one that is reported. */
  { "zh", "CN", "外交部长王毅同日本外相林芳正通电话。上次通话中，日方表达了合作意愿。",
    "2023-05-10 call occurred reports CN,JP; ../2023-05-10 call occurred mentions CN,JP" },
  /* The talks are told with days of their own. */
  { "en", "SA", "Saudi Arabia and Iran agreed to resume diplomatic relations. The talks were held in Beijing from 2 to 6 May.",
    "2023-05-10 recognition occurred reports IR,SA; 2023-05-02/2023-05-06 meeting occurred mentions IR,SA" },
  /* "New" is no article there, and a list is read to its beginning. */
  { "en", "AU", "New Zealand, Fiji and the United Kingdom signed a fisheries treaty on May 9.",
    "2023-05-09 agreement occurred reports FJ,GB,NZ" },
  /* An anniversary tells the year of what it is of. */
  { "en", "JP", "Foreign Minister Hayashi met Foreign Minister Penny Wong. This year marks the 50th anniversary of the "
                "establishment of diplomatic relations between Japan and Vietnam.",
    "2023-05-10 meeting occurred reports AU,JP; 1973 recognition occurred mentions JP,VN" },
  /* A date behind what one does next is not that of what stands before. */
  { "en", "FR", "President Macron spoke with President Duda. They agreed to step up patrols, and to meet in July 2023.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. commitment planned announces FR,PL; "
    "2023-07 meeting planned announces FR,PL" },
  /* Help is promised to whom it is for. */
  { "en", "CA", "Prime Minister Trudeau met President Zelenskyy. Canada will train Ukrainian pilots.",
    "2023-05-10 summit occurred reports CA,UA; 2023-05-10/.. commitment planned announces CA,UA" },
  /* A title and surname that a table has may begin a longer name. */
  { "en", "CN", "Vice Minister Ma Zhaoxu met Deputy Secretary Sherman. President Xi Jinping of the People's Republic of "
                "China (PRC) will meet President Putin in Moscow on June 3.",
    "2023-05-10 meeting occurred reports CN,US; 2023-06-03 summit planned announces CN,RU" },
  /* Who acts may stand behind a passive verb, and its place and date. */
  { "en", "FR", "Two Russian attachés were expelled from Warsaw on May 3 by Poland.",
    "2023-05-03 expulsion occurred reports PL,RU" },
  /* What other words govern behind a verb is not its agent. */
  { "en", "FR", "President Macron spoke with President Duda and committed to answer threats posed by Belarus.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. commitment planned announces FR" },
  /* A visit that is called off did not take place when it was planned for. */
  { "en", "FR", "The visit of Foreign Minister Colonna to Chile, planned for June 2023, has been called off.",
    "2023-06 visit denied announces CL,FR; 2023-05-10 suspension occurred reports CL,FR" },
  /* Who decides to sanction does it, who orders a strike makes it, and a law that is signed is no agreement. */
  { "en", "FR", "France decided to sanction ten officials of Iran.",
    "2023-05-10 sanction occurred reports FR,IR" },
  { "en", "FR", "President Macron ordered the armed forces to launch strikes on targets in Iran.",
    "2023-05-10 military occurred reports FR,IR" },
  { "en", "FR", "President Macron signed a Presidential Decree on trade with Chile.",
    "2023-05-10 statement occurred reports FR" },
  { "en", "FR", "President Macron, President Boric and President Xi held talks in Lima on May 2.",
    "2023-05-02 summit occurred reports CL,CN,FR" },
  /* Talks were suspended, and not when they began; who is spoken to by phone is called. */
  { "en", "FR", "Negotiations with China on trade, which began in 2008, have been suspended.",
    "2023-05-10 suspension occurred reports CN,FR" },
  { "en", "FR", "Minister Colonna discussed the matter with Secretary Blinken by phone on May 2.",
    "2023-05-02 call occurred reports FR,US" },
  /* Duties that rise are sanctions; who leads a delegation somewhere goes there; talks may not have taken place. */
  { "en", "FR", "China will increase tariffs on 60 billion dollars of US goods from June 1.",
    "2023-06-01 sanction planned reports CN,US" },
  { "en", "FR", "Minister Colonna led a delegation to Lima on May 2 and 3.",
    "2023-05-02/2023-05-03 visit occurred reports FR,PE" },
  { "en", "FR", "Exploratory talks with Chile, which had been due to resume, did not take place.",
    "../2023-05-10 meeting denied announces CL,FR; 2023-05-10 statement occurred reports CL,FR" },
  /* What another did, and when, is told behind a word that says after what one acts. */
  { "en", "FR", "France suspended cooperation with Iran on energy after Iran seized a tanker on May 2.",
    "2023-05-10 suspension occurred reports FR,IR; 2023-05-02 military occurred mentions IR" },
  { "en", "FR", "President Macron informed President Boric by telephone of the results.",
    "2023-05-10 call occurred reports CL,FR" },
  { "en", "FR", "Chile removed France from its list of trusted destinations on May 2.",
    "2023-05-02 sanction occurred reports CL,FR" },
  /* Whom one meets separately one meets in as many meetings. */
  { "en", "FR", "President Macron met separately with President Boric and Prime Minister Rutte on May 2.",
    "2023-05-02 summit occurred reports CL,FR; 2023-05-02 summit occurred mentions FR,NL" },
  { "en", "FR", "France filed a complaint on May 2 after Iran seized a tanker.",
    "2023-05-02 protest occurred reports FR" },
  { "en", "FR", "France brokered a truce between Chile and Peru on May 2.",
    "2023-05-02 agreement occurred reports CL,PE" },
  /* A town lies in a state, which is host. */
  { "en", "FR", "Minister Colonna arrived in Abidjan on May 2.", "2023-05-02 visit occurred reports CI,FR" },
  { "zh", "CN", "国家主席习近平5月2日抵达珀斯。", "2023-05-02 visit occurred reports AU,CN" },
  /* What is to stop does not come; talks have what they are about between them and with whom. */
  { "en", "FR", "France and China agreed to stop imposing new tariffs.",
    "2023-05-10/.. commitment planned announces CN,FR; 2023-05-10 statement occurred reports CN,FR" },
  { "en", "FR", "Minister Colonna will hold talks on export controls with China.",
    "2023-05-10/.. meeting planned announces CN,FR; 2023-05-10 statement occurred reports CN,FR" },
  /* Who a word of RELATIVE goes on about acts; and what one goes to next is not where one met. */
  { "en", "FR", "France protested the actions of Iran, which seized a tanker on April 2.",
    "2023-05-10 protest occurred reports FR,IR; 2023-04-02 military occurred mentions IR" },
  { "en", "FR", "The previous meeting of the foreign ministers of France and Chile took place in Lima on May 2.",
    "2023-05-02 meeting occurred mentions CL,FR; 2023-05-10 statement occurred reports CL,FR" },
  { "en", "FR", "France warned Iran in March that any attack would have grave consequences.",
    "2023-03 warning occurred mentions FR,IR; 2023-05-10 statement occurred reports FR,IR" },
  { "en", "FR", "The trip of Foreign Minister Colonna to Santiago on June 3 was postponed.",
    "2023-06-03 visit denied announces CL,FR; 2023-05-10 suspension occurred reports CL,FR" },
  /* A question tells of nothing to come. */
  { "en", "FR", "President Macron met with President Duda in Paris yesterday. QUESTION: Will he visit Chile in June?",
    "2023-05-09 summit occurred reports FR,PL" },
  /* The body named right before is whose summit it is. */
  { "en", "FR", "President Macron met with President Duda in Paris yesterday. The NATO summit will take place in Vilnius on July 11.",
    "2023-05-09 summit occurred reports FR,PL; 2023-07-11 summit planned announces NATO" },
  /* What is willed at a date that nothing else takes is promised. */
  { "en", "FR", "President Macron met with President Duda in Paris yesterday. France will bring in a new law in June 2023.",
    "2023-05-09 summit occurred reports FR,PL; 2023-06 commitment planned announces FR" },
  /* Each of several whom one talk names is talked to, whatever the office. */
  { "en", "FR", "President Macron spoke separately today with President Duda and the Head of the Office of the Government of Slovakia.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10 call occurred reports FR,SK" },
  /* A month that is remembered is over. */
  { "en", "FR", "President Macron met with President Duda in Paris yesterday. They recalled the visit of President Duda to France "
                "in August and agreed to go on.",
    "2023-05-09 summit occurred reports FR,PL; 2022-08 visit occurred mentions FR,PL; 2023-05-10/.. commitment planned announces FR,PL" },
  /* Two meetings of one day with different people are two. */
  { "zh", "CN", "5月9日，外交部长王毅同日本外相林芳正举行会谈。当天下午，李强总理会见了林芳正外相。",
    "2023-05-09 meeting occurred reports CN,JP; 2023-05-09 meeting occurred reports CN,JP" },
  /* States written together are who meet. */
  { "zh", "CN", "外交部长王毅同日本外相林芳正通电话。双方商定今年10月举行中日韩三方外长会。",
    "2023-05-10 call occurred reports CN,JP; 2023-10 meeting planned announces CN,JP,KR" },
  /* Whom a preposition governs is none of "the two sides", however often it is named. */
  { "en", "US",
    "The United States and Japan today issued a joint communique on shipments to Taiwan. Both sides agreed to expand trade.",
    "2023-05-10 agreement occurred reports JP,US; 2023-05-10/.. commitment planned announces JP,US" },
  /* A state between who meets and the word for it is where they do, and a place is nobody's name. */
  { "zh", "CN", "外交部长秦刚会见法国外长科隆纳。去年11月中美元首印度尼西亚会晤取得成果。",
    "2023-05-10 meeting occurred reports CN,FR; 2022-11 summit occurred mentions CN,US" },
  /* Whom one discusses does not agree, and what is cut by a number is no tie. */
  { "en", "FR",
    "President Macron spoke with President Duda. They discussed Chile, where tests go on, and agreed to expand trade. "
    "Poland wants to cut its emissions below those of 2005.",
    "2023-05-10 call occurred reports FR,PL; 2023-05-10/.. commitment planned announces FR,PL" },
  /* Each answer speaks of the sides that its question names; and what others said is not what is reported. */
  { "en", "CN",
    "QUESTION: Any comment on Japan? ANSWER: China and Japan are neighbours.\n\n"
    "QUESTION: President Xi and President Macron spoke on May 2, says France. What did they say?\n\n"
    "ANSWER: The two heads of state agreed to expand trade.",
    "2023-05-10 statement occurred reports CN; "
    "2023-05-10/.. commitment planned announces CN,FR" },
  /* Words in which several are named alike are to none of them. */
  { "en", "FR",
    "The roads of the south will be mended at last, the ministry said. Chile, Peru and Kenya do so with the same machines, "
    "which are cheap.",
    "2023-05-10 statement occurred reports FR" },
  /* Where one meets may lie in no state. */
  { "en", "FR", "In Latin America, President Macron met with Minister Okoro on May 9.",
    "2023-05-09 meeting occurred reports FR" },
  /* A letter before a gap opens a question, too. */
  { "en", "CN",
    "Q    Any comment on Japan?\n\nMR. HALL: China and Japan are neighbours.\n\n"
    "Q    President Xi and President Macron spoke on May 2, says France. What did they say?\n\n"
    "MR. HALL: The two heads of state agreed to expand trade.",
    "2023-05-10 statement occurred reports CN; "
    "2023-05-10/.. commitment planned announces CN,FR" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (EntParsed) parsed = parse (one->text, strlen (one->text), one->language, one->issuer);
  g_autofree char *found = show_events (parsed);

  g_assert_cmpstr (found, ==, one->events);
}

static void
test_initiator (gconstpointer data)
{
  const char *text = data;
  g_autoptr (EntParsed) parsed = parse (text, strlen (text), (guchar) *text < 0x80 ? "en" : "zh", "FR");
  const EntMention *mention;

  g_assert_cmpuint (parsed->mentions->len, ==, 1);
  mention = &g_array_index (parsed->mentions, EntMention, 0);
  g_assert_cmpstr (ent_vocabulary_get_actor (ent_parser_get_vocabulary (parser), mention->initiator)->id, ==, "DE");
  g_assert_cmpint (mention->level, ==, ENT_LEVEL_LEADER);
  g_assert_true (g_strv_contains ((const char * const *) mention->people, "Olaf Scholz"));
}

/* Who does it to whom is told where the words name both, and not guessed where they leave one out. */
static void
test_directed (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *initiator;
  } table[] = {
    { "en", "On May 8 the United States expelled 12 Russian diplomats.", "US" },
    { "zh", "5月8日，俄罗斯驱逐10名美国外交官。", "RU" },
    { "en", "On May 8 ten members of the Russian embassy in Washington were expelled.", NULL },
    { "en", "On May 8 the United States and Canada imposed sanctions on Iran.", NULL },
    { "en", "On May 8 sixty diplomats of Russia were expelled from the United States.", "US" },
    { "en", "The visit of President Macron to Chile was called off.", NULL },
    { "en", "The Norwegian ambassador in Beijing was summoned to the Chinese foreign ministry.", "CN" },
    { "en", "The visit of President Macron to Chile was called off by France.", "FR" },
    { "en", "President Macron said that France will provide Moldova with 40 million euros.", "FR" },
    { "en", "France has delivered one million doses of vaccine to Ghana, Benin and Togo.", "FR" },
    { "en", "President Macron and President Sandu agreed to open a new school in Chisinau.", NULL },
    { "en", "With Minister Sandu of Moldova, President Macron agreed to open a new school in Chisinau.", NULL },
    { "en", "France would respond decisively to any further Russian aggression against Moldova.", "FR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const char *text = table[i].text;
      g_autoptr (EntParsed) parsed = parse (text, strlen (text), table[i].language, "FR");
      guint n_directed = 0;

      for (guint j = 0; j < parsed->mentions->len; j++)
        {
          const EntMention *mention = &g_array_index (parsed->mentions, EntMention, j);
          const char *id = NULL;

          if (!ent_kind_is_one_sided (mention->kind) || mention->kind == ENT_KIND_STATEMENT)
            continue;
          if (mention->initiator != ENT_ACTOR_NONE)
            id = ent_vocabulary_get_actor (ent_parser_get_vocabulary (parser), mention->initiator)->id;
          g_assert_cmpstr (id, ==, table[i].initiator);
          n_directed++;
        }
      g_assert_cmpuint (n_directed, ==, 1);
    }
}

/* What a statement says is said by who issues it, unless several do. */
static void
test_said (void)
{
  static const struct
  {
    const char *text;
    const char *initiator;
  } table[] = {
    { "The conduct of Belarus at the border is not acceptable, and Minister Colonna has said so to its envoy.", "FR" },
    { "On May 8 Canada issued a statement on Iran.", "CA" },
    { "On May 8 Canada and Norway wrote to Iran about its nuclear programme.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EntParsed) parsed = parse (table[i].text, strlen (table[i].text), "en", "FR");
      const char *id = "nobody's";

      for (guint j = 0; j < parsed->mentions->len; j++)
        {
          const EntMention *mention = &g_array_index (parsed->mentions, EntMention, j);

          if (mention->kind == ENT_KIND_STATEMENT)
            id = mention->initiator != ENT_ACTOR_NONE
                   ? ent_vocabulary_get_actor (ent_parser_get_vocabulary (parser), mention->initiator)->id
                   : NULL;
        }
      g_assert_cmpstr (id, ==, table[i].initiator);
    }
}

/* Who calls asked for the call, and who receives somebody is the host, unless they meet elsewhere. */
static void
test_asked_and_hosted (void)
{
  static const struct
  {
    const char *text;
    const char *initiator;
    const char *host;
  } table[] = {
    { "President Macron called Chancellor Scholz today.", "FR", NULL },
    { "President Macron received a phone call today from Chancellor Scholz.", "DE", NULL },
    { "President Macron placed a call to Chancellor Scholz today.", "FR", NULL },
    { "President Macron held a phone call with Chancellor Scholz today.", NULL, NULL },
    { "President Macron had a phone call with Chancellor Scholz today at request.", "DE", NULL },
    { "President Macron received Chancellor Scholz at the Elysee Palace on 3 May.", NULL, "FR" },
    { "President Macron received Chancellor Scholz in New York on 3 May.", NULL, NULL },
    { "President Macron was received by Chancellor Scholz in Berlin on 3 May.", NULL, "DE" },
  };
  const EntVocabulary *vocabulary = ent_parser_get_vocabulary (parser);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const char *text = table[i].text;
      g_autoptr (EntParsed) parsed = parse (text, strlen (text), "en", "FR");
      g_assert_cmpuint (parsed->mentions->len, ==, 1);
      const EntMention *mention = &g_array_index (parsed->mentions, EntMention, 0);
      const char *initiator = NULL, *host = NULL;
      if (mention->initiator != ENT_ACTOR_NONE)
        initiator = ent_vocabulary_get_actor (vocabulary, mention->initiator)->id;
      if (mention->host != ENT_ACTOR_NONE)
        host = ent_vocabulary_get_actor (vocabulary, mention->host)->id;
      g_test_message ("%s", text);
      g_assert_cmpstr (initiator, ==, table[i].initiator);
      g_assert_cmpstr (host, ==, table[i].host);
    }
}

/* Whoever stands in the tables with a title in the name is meant by the title alone from then on, and a Vice President
 * who speaks to a King is one of "both leaders". */
static void
test_titles_in_names (void)
{
  static const struct
  {
    const char *text;
    const char *people;
  } table[] = {
    { "President Macron met King Abdullah II of Jordan today. The King agreed to release two tourists.", "Abdullah II" },
    { "Vice President Harris met King Abdullah II of Jordan today. Both leaders agreed to set up a working group.",
      "Abdullah II|Kamala Harris" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const char *text = table[i].text;
      g_autoptr (EntParsed) parsed = parse (text, strlen (text), "en", "FR");
      g_auto (GStrv) people = g_strsplit (table[i].people, "|", -1);
      g_assert_cmpuint (parsed->mentions->len, ==, 2);
      const EntMention *mention = &g_array_index (parsed->mentions, EntMention, 1);
      g_assert_cmpuint (g_strv_length (mention->people), ==, g_strv_length (people));
      for (guint j = 0; people[j] != NULL; j++)
        g_assert_true (g_strv_contains ((const char * const *) mention->people, people[j]));
    }
}

/* Who has an office now took no part in what was done before, unless told by name. */
static void
test_offices_of_before (void)
{
  static const struct
  {
    const char *text;
    guint n_people;
  } table[] = {
    { "President Macron spoke to President Duda. The President said that this ends what the Communique of March 1972 began.", 0 },
    { "President Macron spoke to President Duda. The President said that this ends what the Communique of March 2019 began.", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EntParsed) parsed = parse (table[i].text, strlen (table[i].text), "en", "FR");
      guint n = 0;

      for (guint j = 0; j < parsed->mentions->len; j++)
        {
          const EntMention *mention = &g_array_index (parsed->mentions, EntMention, j);

          if (mention->kind != ENT_KIND_AGREEMENT)
            continue;
          g_assert_cmpuint (mention->people != NULL ? g_strv_length (mention->people) : 0, ==, table[i].n_people);
          n++;
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_inspect (void)
{
  static const struct
  {
    const char *text;
    const char *issuer;
    EntStatementKind kind;
  } table[] = {
    { "Ministry of Foreign Affairs of Japan\n\nThe ministers met.\n", "JP", ENT_STATEMENT_OTHER },
    { "Joint Communiqué of France and Italy\n\nFrance and Italy agree.\n", "FR", ENT_STATEMENT_COMMUNIQUE },
    { "Prime Minister Modi spoke today with President Biden.\n", "IN", ENT_STATEMENT_READOUT },
    { "Remarks by President Biden\n\nThank you.\n", "US", ENT_STATEMENT_SPEECH },
    { "The Ambassador in Korea (Muccio) to the Secretary of State\n\nThe talks go on.\n", "US", ENT_STATEMENT_CABLE },
    { "The Secretary of State to the Embassy in India\n\nThe talks go on.\n", NULL, ENT_STATEMENT_CABLE },
    { "Memorandum of a Conversation, Department of State\n\nThe talks go on.\n", "US", ENT_STATEMENT_CABLE },
    /* Who is met, or where, is not who speaks. */
    { "Call with Chancellor Merkel of Germany\n\nThe President spoke with Chancellor Merkel of Germany.\n", NULL,
      ENT_STATEMENT_READOUT },
    { "Poland: remarks by President Macron\n\nThank you.\n", "FR", ENT_STATEMENT_SPEECH },
    { "Norway: statement by the Italian Foreign Minister\n\nThe news is sad.\n", "IT", ENT_STATEMENT_PRESS_RELEASE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EntParsed) parsed = parse (table[i].text, strlen (table[i].text), "en", NULL);
      const EntStatementInfo *info = ent_statement_get_info (parsed->statement);

      g_assert_cmpstr (info->issuer, ==, table[i].issuer);
      g_assert_cmpint (info->kind, ==, table[i].kind);
    }
}

/* Words that one side uses of itself tell it, by how they are written. */
static void
test_inspect_own (void)
{
  static const struct
  {
    const char *text;
    const char *issuer;
  } table[] = {
    { "外交部发言人答记者问\n\n美国官员昨天访问了台湾。\n", "CN" },
    { "外交部發言人說明\n\n美國官員昨天抵達。\n", "TW" },
    { "特區政府發言人\n\n美國昨天宣布制裁。\n", "HK" },
    { "韩国外交部发言人\n\n中国外长昨天抵达。\n", "KR" },
    { "2024年9月9日外交部发言人主持例行记者会\n\n西班牙首相昨天抵达。\n", "CN" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EntParsed) parsed = parse (table[i].text, strlen (table[i].text), "zh", NULL);

      g_assert_cmpstr (ent_statement_get_info (parsed->statement)->issuer, ==, table[i].issuer);
    }
}

/* Whatever stands in a text, evidence is in order, apart and inside it. */
static void
check_spans (const EntParsed *parsed,
             gsize            length)
{
  for (guint i = 0; i < parsed->mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (parsed->mentions, EntMention, i);
      guint32 last = 0;

      g_assert_cmpuint (mention->evidence->len, >, 0);
      g_assert_cmpuint (mention->n_actors, >, 0);
      for (guint j = 0; j < mention->evidence->len; j++)
        {
          const EntSpan *span = &g_array_index (mention->evidence, EntSpan, j);

          g_assert_cmpuint (span->start, >=, last);
          g_assert_cmpuint (span->start, <, span->end);
          g_assert_cmpuint (span->end, <=, length);
          last = span->end;
        }
    }
}

static void
test_any_text (void)
{
  static const char * const pieces[] = {
    "President ",  "spoke ",   "with ",  "met ",    "on May 9 ", "visits to ", "by ",      "Xi Jinping ", "Macron ",
    "and ",        "agreed to ", "if ",  "not ",    ". ",        "\n\n",       "the call ", "will ",       "France ",
    "both sides ", "同",       "通电话", "习近平", "访问",      "。",         "，",        "美方 ",       "\xEF\xBF\xBD",
  };

  for (guint run = 0; run < 1500; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (EntParsed) parsed = NULL;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      parsed = parse (text->str, text->len, run % 2 == 0 ? "en" : "zh", run % 3 == 0 ? NULL : "FR");
      check_spans (parsed, text->len);
    }
}

static void
add_cases (const char *folder,
           const Case *all,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/%s%02u", folder, i);

      g_test_add_data_func (path, &all[i], test_case);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load_parser ();
  add_cases ("", cases, G_N_ELEMENTS (cases));
  add_cases ("readout/", readout_cases, G_N_ELEMENTS (readout_cases));
  add_cases ("term/", term_cases, G_N_ELEMENTS (term_cases));
  add_cases ("chinese/", chinese_cases, G_N_ELEMENTS (chinese_cases));
  g_test_add_data_func ("/extract/initiator/latter",
                        "President Macron spoke today with Chancellor Scholz at the request of the latter.", test_initiator);
  g_test_add_func ("/extract/said", test_said);
  g_test_add_func ("/extract/asked-and-hosted", test_asked_and_hosted);
  g_test_add_func ("/extract/titles-in-names", test_titles_in_names);
  g_test_add_func ("/extract/offices-of-before", test_offices_of_before);
  g_test_add_data_func ("/extract/initiator/named",
                        "At the request of Germany, President Macron spoke today with Chancellor Scholz.", test_initiator);
  g_test_add_data_func ("/extract/initiator/chinese", "法国总统马克龙应约同德国总理朔尔茨通电话。", test_initiator);
  g_test_add_func ("/extract/directed", test_directed);
  g_test_add_func ("/extract/inspect", test_inspect);
  g_test_add_func ("/extract/inspect-own", test_inspect_own);
  g_test_add_func ("/extract/any-text", test_any_text);
  status = g_test_run ();
  ent_parser_unref (parser);
  return status;
}
