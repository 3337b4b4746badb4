/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-fixture.h"

typedef struct
{
  const char *text;
  const char *found; /* a line each: words|TYPE|value|EDTF */
} Case;

/* Every row of "Dates in words → EDTF" in the contract, against a statement of 2024-04-02. */
static const Case contract[] = {
  { "They spoke on April 2.", "April 2|DATE|2024-04-02|2024-04-02" },
  { "On the evening of April 2, they spoke.", "the evening of April 2|TIME|2024-04-02TEV|2024-04-02" },
  { "They met last November.", "last November|DATE|2023-11|2023-11" },
  { "They met on November 14-16.", "November 14|DATE|2023-11-14|2023-11-14/2023-11-16\n16|DATE|2023-11-16|2023-11-14/2023-11-16" },
  { "They met from 30 June to 2 July.", "30 June|DATE|2023-06-30|2023-06-30/2023-07-02\n2 July|DATE|2023-07-02|2023-06-30/2023-07-02" },
  { "He came this week.", "this week|DATE|2024-W14|2024-04-01/2024-04-07" },
  { "He came last week.", "last week|DATE|2024-W13|2024-03-25/2024-03-31" },
  { "They talked over the weekend.", "the weekend|DATE|2024-W13-WE|2024-03-30/2024-03-31" },
  { "She will visit later this spring.", "later this spring|DATE|2024-SP|2024-21" },
  { "They met in early 2023.", "early 2023|DATE|2023|2023-01/2023-04~" },
  { "They traded in the 1970s.", "the 1970s|DATE|197|197X" },
  { "Ties began around 1979.", "1979|DATE|1979|1979~" },
  { "Their teams met over the past months.", "the past months|DURATION|PXM|2024-01~/2024-04-02" },
  { "They met in recent weeks.", "recent weeks|DURATION|PXW|2024-03~/2024-04-02" },
  { "He will visit in the coming days.", "the coming days|DURATION|PXD|2024-04-02/2024-04~" },
  { "He will visit in the coming weeks.", "the coming weeks|DURATION|PXW|2024-04-02/2024-05~" },
  { "He will visit in the coming months.", "the coming months|DURATION|PXM|2024-04-02/2024-10~" },
  { "He will visit in the near future.", "the near future|DATE|FUTURE_REF|2024-04-02/2024-07~" },
  { "They will meet early next year.", "early next year|DATE|2025|2025-01/2025-04~" },
  { "It must be done by May 14, 2025.", "May 14, 2025|DATE|2025-05-14|../2025-05-14" },
  { "They have had ties since 1979.", "1979|DATE|1979|1979/.." },
  { "They will talk from now on.", "from now on|DATE|FUTURE_REF|2024-04-02/.." },
  { "They will meet on May 12, 2025, 9 a.m. local time in Geneva.",
    "May 12, 2025, 9 a.m. local time in Geneva|TIME|2025-05-12T09:00|2025-05-12T09:00:00+02:00" },
};

static const Case english[] = {
  /* Years that are left out go with the verbs. */
  { "They spoke on May 5.", "May 5|DATE|2023-05-05|2023-05-05" },
  { "They will speak on March 5.", "March 5|DATE|2025-03-05|2025-03-05" },
  { "The ministers plan to meet in June.", "June|DATE|2024-06|2024-06" },
  { "The ministers met in June.", "June|DATE|2023-06|2023-06" },
  { "They met in June last year.", "June last year|DATE|2023-06|2023-06" },
  { "They met on Friday.", "Friday|DATE|2024-03-29|2024-03-29" },
  { "They will meet on Friday.", "Friday|DATE|2024-04-05|2024-04-05" },
  { "They met last Friday.", "last Friday|DATE|2024-03-29|2024-03-29" },
  { "They met in March and May 1950.", "March|DATE|1950-03|1950-03\nMay 1950|DATE|1950-05|1950-05" },
  /* What was told before. */
  { "He came in 1950 and left three years later.",
    "1950|DATE|1950|1950\nthree years later|DATE|1953|1953" },
  { "On 3 May 1972 they met. They met again the next day.",
    "3 May 1972|DATE|1972-05-03|1972-05-03\nthe next day|DATE|1972-05-04|1972-05-04" },
  { "On 3 May 1972 they met. On the same day they signed.",
    "3 May 1972|DATE|1972-05-03|1972-05-03\nthe same day|DATE|1972-05-03|1972-05-03" },
  { "He came in May 1972. He left later that year.",
    "May 1972|DATE|1972-05|1972-05\nlater that year|DATE|1972|1972" },
  /* Ranges. */
  { "They met on June 9 and 10.", "June 9|DATE|2023-06-09|2023-06-09/2023-06-10\n10|DATE|2023-06-10|2023-06-09/2023-06-10" },
  { "They met on 14–16 November 2023.", "14|DATE|2023-11-14|2023-11-14/2023-11-16\n16 November 2023|DATE|2023-11-16|2023-11-14/2023-11-16" },
  { "They met between 2021 and 2023.", "2021|DATE|2021|2021/2023\n2023|DATE|2023|2021/2023" },
  { "They met in 2021 and 2023.", "2021|DATE|2021|2021\n2023|DATE|2023|2023" },
  { "The war of 1939–45 ended.", "1939|DATE|1939|1939/1945\n45|DATE|1945|1939/1945" },
  { "They met from 30 December 2022 to 2 January 2023.",
    "30 December 2022|DATE|2022-12-30|2022-12-30/2023-01-02\n2 January 2023|DATE|2023-01-02|2022-12-30/2023-01-02" },
  /* Pieces and units. */
  { "It ended at the end of November 2023.", "the end of November 2023|DATE|2023-11|2023-11-21/2023-11-30" },
  { "They met in the third quarter of 2023.", "the third quarter of 2023|DATE|2023-Q3|2023-35" },
  { "They met in the summer of 1969.", "the summer of 1969|DATE|1969-SU|1969-22" },
  { "It began in the 19th century.", "the 19th century|DATE|18|18XX" },
  { "The city fell in 490 BC.", "490 BC|DATE|BC0490|-0489" },
  { "They met two weeks ago.", "two weeks ago|DATE|2024-W12|2024-03-18/2024-03-24" },
  { "They met yesterday.", "yesterday|DATE|2024-04-01|2024-04-01" },
  { "They meet tonight.", "tonight|TIME|2024-04-02TNI|2024-04-02" },
  { "They met on Thanksgiving.", "Thanksgiving|DATE|2023-11-23|2023-11-23" },
  { "It was signed on 2024-03-05.", "2024-03-05|DATE|2024-03-05|2024-03-05" },
  { "It was signed on 04/02/2024.", "04/02/2024|DATE|2024-04-02|2024-04-02" },
  { "It was signed on November 14th.", "November 14th|DATE|2023-11-14|2023-11-14" },
  { "They spoke at 1530Z.", "1530Z|TIME|2024-04-02T15:30|2024-04-02T15:30:00Z" },
  /* Durations and sets. */
  { "They talked for two hours and 45 minutes.", "two hours and 45 minutes|DURATION|PT2H45M|null" },
  { "They agreed on a 90-day period.", "90-day|DURATION|P90D|null" },
  { "They meet every year.", "every year|SET|P1Y|null" },
  { "They meet every Monday.", "every Monday|SET|XXXX-WXX-1|null" },
  { "They stay in touch at present.", "at present|DATE|PRESENT_REF|2024-04-02" },
};

/* As newspapers and agencies write, against an issue of Thursday, 2013-03-21. */
static const Case news[] = {
  /* Short months, whose full stop ends nothing. */
  { "The bank must pay by Jan. 14.", "Jan. 14|DATE|2013-01-14|../2013-01-14" },
  { "Prices fell last April.", "last April|DATE|2012-04|2012-04" },
  { "Prices rose in last year's June.", "last year's June|DATE|2012-06|2012-06" },
  /* Verbs in other clauses do not count. */
  { "\"The bridge will open on Monday,\" the mayor told reporters.", "Monday|DATE|2013-03-25|2013-03-25" },
  { "The vote was postponed until Tuesday.", "Tuesday|DATE|2013-03-26|../2013-03-26" },
  { "Rescuers flew in on Monday.", "Monday|DATE|2013-03-18|2013-03-18" },
  { "The mayor, who will retire soon, struck a deal on Monday.",
    "soon|DATE|FUTURE_REF|2013-03-21/2013-04~\nMonday|DATE|2013-03-18|2013-03-18" },
  { "The club joined in 1997 and will host the cup in August.", "1997|DATE|1997|1997\nAugust|DATE|2013-08|2013-08" },
  { "The dividend will be paid on Monday.", "Monday|DATE|2013-03-25|2013-03-25" },
  { "The bank decided to cut rates in May.", "May|DATE|2013-05|2013-05" },
  { "The sale is expected to be completed in December.", "December|DATE|2013-12|2013-12" },
  { "The case is heard in May.", "May|DATE|2013-05|2013-05" },
  { "The May summit ended early.", "May|DATE|2012-05|2012-05" },
  { "Rain fell later in the year.", "later in the year|DATE|2013|2013" },
  { "Sales for the year doubled.", "the year|DATE|2013|2013" },
  { "Sales for the year ended Sept. 30 doubled.",
    "the year|DURATION|P1Y|null\nSept. 30|DATE|2012-09-30|2012-09-30" },
  { "Over the years it changed.", "the years|DURATION|PXY|null" },
  { "Election Day 2012 came after weeks of talk.",
    "Election Day 2012|DATE|2012-11-06|2012-11-06\nweeks|DURATION|PXW|null" },
  { "The mayor has given the club until Monday.", "Monday|DATE|2013-03-25|../2013-03-25" },
  { "Until Monday, nobody knew.", "Monday|DATE|2013-03-18|../2013-03-18" },
  { "This past weekend it rained.", "This past weekend|DATE|2013-W11-WE|2013-03-16/2013-03-17" },
  { "The week of March 4 was cold; the previous week was not.",
    "The week of March 4|DATE|2013-W10|2013-03-04/2013-03-10\n"
    "the previous week|DATE|2013-W09|2013-02-25/2013-03-03" },
  { "Snow is forecast for Saturday.", "Saturday|DATE|2013-03-23|2013-03-23" },
  { "The queen visits the town on Saturday.", "Saturday|DATE|2013-03-23|2013-03-23" },
  { "They wed in July.", "July|DATE|2012-07|2012-07" },
  { "The film opens Friday.", "Friday|DATE|2013-03-22|2013-03-22" },
  { "The mayor announced the plan on Monday.", "Monday|DATE|2013-03-18|2013-03-18" },
  /* Lengths in words. */
  { "It took two and a half years.", "two and a half years|DURATION|P2Y6M|null" },
  { "He spoke for half an hour.", "half an hour|DURATION|PT30M|null" },
  { "The feud of half a century ended.", "half a century|DURATION|P50Y|null" },
  { "A weeklong visit and a decade-long war.", "weeklong|DURATION|P1W|null\na decade-long|DURATION|P10Y|null" },
  { "The bridge was built a century ago.", "a century ago|DATE|1913|1913" },
  { "They train four times a week and on weekends.",
    "four times a week|SET|P1W|null\non weekends|SET|XXXX-WXX-WE|null" },
  { "2010's best film came in the 1960's.", "2010|DATE|2010|2010\nthe 1960's|DATE|196|196X" },
  { "Updated at 1146 GMT (1946 HKT) March 20.",
    "1146 GMT|TIME|2013-03-20T11:46|2013-03-20T11:46:00Z\n"
    "1946 HKT|TIME|2013-03-20T19:46|2013-03-20T19:46:00+08:00\nMarch 20|DATE|2013-03-20|2013-03-20" },
  /* Business periods. */
  { "Profit rose in Q3.", "Q3|DATE|2012-Q3|2012-35" },
  { "The firm expects to report fourth-quarter sales soon.",
    "fourth-quarter|DATE|2012-Q4|2012-36\nsoon|DATE|FUTURE_REF|2013-03-21/2013-04~" },
  { "In the third quarter it earned $3 million, up from $2 million a year earlier.",
    "the third quarter|DATE|2012-Q3|2012-35\na year earlier|DATE|2011-Q3|2011-35" },
  { "Sales for the quarter fell. In the year-ago quarter they had grown.",
    "the quarter|DATE|2012-Q4|2012-36\nthe year-ago quarter|DATE|2011-Q4|2011-36" },
  { "A year ago the bridge was closed.", "A year ago|DATE|2012|2012" },
  { "Output doubled in the first half of 2012.", "the first half of 2012|DATE|2012-H1|2012-40" },
  { "It sells less in the current quarter.", "the current quarter|DATE|2013-Q1|2013-33" },
  /* Lengths and ages. */
  { "It was found two days after the storm.", "two days|DURATION|P2D|null" },
  { "He has served for the past year.", "the past year|DURATION|P1Y|2012~/2013-03-21" },
  { "The factory closed a decade ago.", "a decade ago|DATE|2003|2003" },
  { "The two-year-old conflict goes on.", "The two-year-old|DURATION|P2Y|null" },
  /* Lists of days, and weekdays behind a day. */
  { "It met on June 9, 10 and 11.", "June 9|DATE|2012-06-09|2012-06-09\n10|DATE|2012-06-10|2012-06-10\n11|DATE|2012-06-11|2012-06-11" },
  { "It met on Sept. 3, 5 and 12, 2011.",
    "Sept. 3|DATE|2011-09-03|2011-09-03\n5|DATE|2011-09-05|2011-09-05\n12, 2011|DATE|2011-09-12|2011-09-12" },
  { "It will meet on May 2-3, 9-10 and 16.",
    "May 2|DATE|2013-05-02|2013-05-02/2013-05-03\n3|DATE|2013-05-03|2013-05-02/2013-05-03\n"
    "9|DATE|2013-05-09|2013-05-09/2013-05-10\n10|DATE|2013-05-10|2013-05-09/2013-05-10\n16|DATE|2013-05-16|2013-05-16" },
  { "On March 3, 12 people and 13 dogs were found.", "March 3|DATE|2013-03-03|2013-03-03" },
  { "On March 3, 12.5 percent voted.", "March 3|DATE|2013-03-03|2013-03-03" },
  { "It will open on May 7 (Tuesday).", "May 7|DATE|2013-05-07|2013-05-07\nTuesday|DATE|2013-05-07|2013-05-07" },
  /* Weeks and years to the day. */
  { "They meet a week from Friday.", "a week from Friday|DATE|2013-03-29|2013-03-29" },
  { "He left two weeks ago Monday.", "two weeks ago Monday|DATE|2013-03-04|2013-03-04" },
  { "Ten years ago Wednesday the war began.", "Ten years ago Wednesday|DATE|2003-03-20|2003-03-20" },
  { "Two summers ago it was dry.", "Two summers ago|DATE|2011-SU|2011-22" },
  { "It rained on March 5. On the same day last year it snowed.",
    "March 5|DATE|2013-03-05|2013-03-05\nthe same day last year|DATE|2012-03-05|2012-03-05" },
  { "He fell ill on March 5. The previous evening he spoke.",
    "March 5|DATE|2013-03-05|2013-03-05\nThe previous evening|TIME|2013-03-04TEV|2013-03-04" },
  { "They won on March 2 and lost the following Wednesday.",
    "March 2|DATE|2013-03-02|2013-03-02\nthe following Wednesday|DATE|2013-03-06|2013-03-06" },
  /* What is compared, and what figures are told for. */
  { "It began half an hour earlier than planned.", "half an hour|DURATION|PT30M|null" },
  { "It lost money in the October-December quarter, and a year earlier.",
    "the October-December quarter|DATE|2012-Q4|2012-36\na year earlier|DATE|2011-Q4|2011-36" },
  { "Fourth-quarter profit rose. For the full year it fell.",
    "Fourth-quarter|DATE|2012-Q4|2012-36\nthe full year|DATE|2012|2012" },
  { "Third-quarter profit was less than in the 2011 quarter.",
    "Third-quarter|DATE|2012-Q3|2012-35\nthe 2011 quarter|DATE|2011-Q3|2011-35" },
  { "He served two one-year terms.", "one-year|DURATION|P1Y|null" },
  { "Claims fell in the week ended March 9.", "the week ended March 9|DATE|2013-W10|2013-03-04/2013-03-10" },
  { "Sales rose in February. In the same month last year they fell.",
    "February|DATE|2013-02|2013-02\nthe same month last year|DATE|2012-02|2012-02" },
  { "He was jailed in 1994. Nearly two decades later he was freed.",
    "1994|DATE|1994|1994\nNearly two decades later|DATE|2014|2014" },
  { "The games, which open on Friday, cost a lot.", "Friday|DATE|2013-03-22|2013-03-22" },
  { "Courses will be given in June and September. He had planned more.",
    "June|DATE|2013-06|2013-06\nSeptember|DATE|2013-09|2013-09" },
  /* Midnight. */
  { "The border closed at midnight.", "midnight|TIME|2013-03-21T00:00|2013-03-21T00:00:00" },
  { "The border will close at midnight.", "midnight|TIME|2013-03-21T24:00|2013-03-21" },
  /* Hours. */
  { "The quake struck at 10:35 a.m. (0735 GMT) on the coast.",
    "10:35 a.m.|TIME|2013-03-21T10:35|2013-03-21T10:35:00\n0735 GMT|TIME|2013-03-21T07:35|2013-03-21T07:35:00Z" },
  { "The quake struck at 10:35 a.m. (0735 GMT) Friday.",
    "10:35 a.m.|TIME|2013-03-15T10:35|2013-03-15T10:35:00\n"
    "0735 GMT|TIME|2013-03-15T07:35|2013-03-15T07:35:00Z\nFriday|DATE|2013-03-15|2013-03-15" },
  { "Polls opened at 7 o'clock.", "7 o'clock|TIME|2013-03-21T07:00|2013-03-21T07:00:00" },
  { "By mid-afternoon the roads were closed.", "mid-afternoon|TIME|2013-03-21TAF|../2013-03-21" },
  { "Last updated at 14:05 GMT on 20 March 2013.",
    "14:05 GMT on 20 March 2013|TIME|2013-03-20T14:05|2013-03-20T14:05:00Z" },
  /* The kinds of value that EDTF tells apart. */
  { "It rules from 44 BC to 14 AD.", "44 BC|DATE|BC0044|-0043/0014\n14 AD|DATE|0014|-0043/0014" },
  { "The 3rd century BC and the 1920s were mild.",
    "The 3rd century BC|DATE|BC02|-02XX\nthe 1920s|DATE|192|192X" },
  { "It was signed in fiscal 2012.", "fiscal 2012|DATE|2012|2012" },
  { "It was cold in the winter of 2010.", "the winter of 2010|DATE|2010-WI|2010-24" },
  { "He left two weeks ago.", "two weeks ago|DATE|2013-W10|2013-03-04/2013-03-10" },
  { "They met on Monday morning.", "Monday morning|TIME|2013-03-18TMO|2013-03-18" },
  { "It shut at 5 p.m. PST on March 4.", "5 p.m. PST on March 4|TIME|2013-03-04T17:00|2013-03-04T17:00:00-08:00" },
  { "They come every Monday and each summer.", "every Monday|SET|XXXX-WXX-1|null\neach summer|SET|XXXX-SU|null" },
  { "For the next 30 days it is closed.", "the next 30 days|DURATION|P30D|2013-03-21/2013-04-20~" },
  { "It has grown over the past three years.", "the past three years|DURATION|P3Y|2010~/2013-03-21" },
  { "He has led it since March 2011.", "March 2011|DATE|2011-03|2011-03/.." },
  /* Days by name. */
  { "Churches were full on Easter 2012.", "Easter 2012|DATE|2012-04-08|2012-04-08" },
  { "They spoke of the Good Friday Agreement on its Independence Day.", "" },
  { "Shops will close on Good Friday.", "Good Friday|DATE|2013-03-29|2013-03-29" },
  { "They wed on Christmas Eve.", "Christmas Eve|DATE|2012-12-24|2012-12-24" },
  { "The pool closed on Labor Day.", "Labor Day|DATE|2012-09-03|2012-09-03" },
  { "They met on the last Friday of May 2012.", "the last Friday of May 2012|DATE|2012-05-25|2012-05-25" },
  { "The trial begins the week of April 8.", "the week of April 8|DATE|2013-W15|2013-04-08/2013-04-14" },
  { "The show is on this Sunday.", "this Sunday|DATE|2013-03-24|2013-03-24" },
  { "The mayor resigned later in the day.", "later in the day|DATE|2013-03-21|2013-03-21" },
};

/* What looks like a date and is none. */
static const char * const traps[] = {
  "They may agree.",
  "We may be reached 24/7.",
  "They began a march on the capital.",
  "The second round was the first of the kind.",
  "Call (202) 555-0143 or +1-202-555-0143.",
  "See despatch 740.00119 of the file.",
  "It cost $1,950 and 2,000 people came.",
  "The sun rose; the sat phone rang.",
  "Version 2.4.1 is out.",
  "A 44-year-old man, 37 years old when he came, is in his 40s.",
  "Three-quarters of them and more than a quarter of the rest agreed.",
  "Foreign Minister Jan Kovac spoke.",
  "The shop is open 24 hours a day, seven days a week.",
  "The Sunday Times and the Daily Mail named her woman of the year.",
  "The 21st Century Fox channel shows the Tonight Show.",
  "They fired sixteen thousand workers.",
};

static void
test_cases (const char *anchor,
            const Case *cases,
            gsize       n)
{
  DateFixture fixture;

  date_fixture_init (&fixture, "en");
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *found = date_fixture_show_all (&fixture, anchor, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
  date_fixture_clear (&fixture);
}

static void
test_contract (void)
{
  test_cases ("2024-04-02", contract, G_N_ELEMENTS (contract));
}

static void
test_english (void)
{
  test_cases ("2024-04-02", english, G_N_ELEMENTS (english));
}

static void
test_news (void)
{
  test_cases ("2013-03-21", news, G_N_ELEMENTS (news));
}

static void
test_traps (void)
{
  DateFixture fixture;

  date_fixture_init (&fixture, "en");
  for (gsize i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_autofree char *found = date_fixture_show_all (&fixture, "2024-04-02", traps[i]);

      g_test_message ("%s", traps[i]);
      g_assert_cmpstr (found, ==, "");
    }
  date_fixture_clear (&fixture);
}

/* Against a statement whose date is not known, or only its year, nothing is made up. */
static void
test_no_anchor (void)
{
  DateFixture fixture;
  g_autofree char *unknown = NULL;
  g_autofree char *year = NULL;

  date_fixture_init (&fixture, "en");
  unknown = date_fixture_show_all (&fixture, "", "They spoke on April 2 and met yesterday.");
  g_assert_cmpstr (unknown, ==, "April 2|DATE|XXXX-04-02|null\nyesterday|DATE|XXXX|null");
  year = date_fixture_show_all (&fixture, "1950", "They spoke on April 2 and will meet tomorrow.");
  g_assert_cmpstr (year, ==, "April 2|DATE|1950-04-02|1950-04-02\ntomorrow|DATE|XXXX|null");
  date_fixture_clear (&fixture);
}

static const Case chinese[] = {
  { "2024年4月2日晚，两国元首通电话。", "2024年4月2日晚|TIME|2024-04-02TEV|2024-04-02" },
  { "二〇二四年十一月", "二〇二四年十一月|DATE|2024-11|2024-11" },
  { "去年11月两国元首会晤。", "去年11月|DATE|2023-11|2023-11" },
  { "本月中旬举行了会谈。", "本月中旬|DATE|2024-04|2024-04-11/2024-04-20" },
  { "上周五", "上周五|DATE|2024-03-29|2024-03-29" },
  { "双方愿近期举行会谈。", "近期|DATE|FUTURE_REF|2024-04-02/2024-07~" },
  { "近期双方举行了会谈。", "近期|DATE|PAST_REF|2024-01~/2024-04-02" },
  { "18日晚", "18日晚|TIME|2024-03-18TEV|2024-03-18" },
  { "“十四五”时期", "“十四五”时期|DURATION|P5Y|2021/2025" },
  { "民國113年", "民國113年|DATE|2024|2024" },
  { "令和6年", "令和6年|DATE|2024|2024" },
  { "２０２４年４月２日", "２０２４年４月２日|DATE|2024-04-02|2024-04-02" },
  { "明年初", "明年初|DATE|2025|2025-01/2025-04~" },
  { "年底", "年底|DATE|2024|2024-10/2024-12" },
  { "本月", "本月|DATE|2024-04|2024-04" },
  { "上半年", "上半年|DATE|2024-H1|2024-40" },
  { "近年来", "近年来|DURATION|PXY|2021~/2024-04-02" },
  { "2023年11月15日会晤。次日离开。", "2023年11月15日|DATE|2023-11-15|2023-11-15\n次日|DATE|2023-11-16|2023-11-16" },
  { "5月14日前完成", "5月14日|DATE|2024-05-14|../2024-05-14" },
  { "1979年以来", "1979年|DATE|1979|1979/.." },
  { "11月14日至17日访问了美国", "11月14日|DATE|2023-11-14|2023-11-14/2023-11-17\n17日|DATE|2023-11-17|2023-11-14/2023-11-17" },
  { "北京时间4月2日上午9时30分",
    "北京时间4月2日上午9时30分|TIME|2024-04-02T09:30|2024-04-02T09:30:00+08:00" },
  { "公元前221年", "公元前221年|DATE|BC0221|-0220" },
  { "三个月", "三个月|DURATION|P3M|null" },
  { "两年半", "两年半|DURATION|P2Y6M|null" },
  { "每年", "每年|SET|P1Y|null" },
  { "第三次会议", "" },
  { "春节期间举行了招待会", "春节|DATE|2024-02-10|2024-02-10" },
  { "去年中秋节", "去年中秋节|DATE|2023-09-29|2023-09-29" },
  { "除夕晚上通了电话", "除夕晚上|TIME|2024-02-09TEV|2024-02-09" },
  { "2025年国庆节", "2025年国庆节|DATE|2025-10-01|2025-10-01" },
  { "法国国庆节", "" },
  { "民國113年雙十節", "民國113年雙十節|DATE|2024-10-10|2024-10-10" },
  { "農曆正月初五", "農曆正月初五|DATE|2024-02-14|2024-02-14" },
  { "2023年前三季度", "2023年前三季度|DURATION|P3Q|2023-33/2023-35" },
  { "去年前十个月", "去年|DATE|2023|2023\n十个月|DURATION|P10M|null" },
  { "2022年前十个月", "2022年前十个月|DURATION|P10M|2022-01/2022-10" },
  { "11月同比增长，去年同月下降", "11月|DATE|2023-11|2023-11\n去年同月|DATE|2022-11|2022-11" },
  { "10月中下旬", "10月中下旬|DATE|2023-10|2023-10" },
};

static void
test_chinese (void)
{
  DateFixture fixture;

  date_fixture_init (&fixture, "zh");
  for (gsize i = 0; i < G_N_ELEMENTS (chinese); i++)
    {
      g_autofree char *found = date_fixture_show_all (&fixture, "2024-04-02", chinese[i].text);

      g_assert_cmpstr (found, ==, chinese[i].found);
    }
  date_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/date-words/contract", test_contract);
  g_test_add_func ("/date-words/english", test_english);
  g_test_add_func ("/date-words/news", test_news);
  g_test_add_func ("/date-words/traps", test_traps);
  g_test_add_func ("/date-words/no-anchor", test_no_anchor);
  g_test_add_func ("/date-words/chinese", test_chinese);
  return g_test_run ();
}
