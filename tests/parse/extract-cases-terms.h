/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract-cases-readouts.h"

/* From when to when what is told lasts, and what is promised. All issued on 2023-05-10, a Wednesday. */
static const Case term_cases[] = {
  /* From when to when: a year that goes on, what was done several times since, a term, a return, an end told late. */
  { "en", "FR", "President Macron will visit Ghana later this year.",
    "2023-05-10/2023-12-31 visit planned reports FR,GH" },
  { "en", "FR", "Minister Colonna met Minister Rau of Poland today. France has lodged 12 protests with Mali this year.",
    "2023-05-10 meeting occurred reports FR,PL; 2023-01-01/2023-05-10 protest occurred mentions FR,ML" },
  { "en", "FR", "Minister Colonna met Minister Rau of Poland today. France has sanctioned more than 300 Russian officials since March 2022.",
    "2023-05-10 meeting occurred reports FR,PL; 2022-03/2023-05-10 sanction occurred mentions FR,RU" },
  { "en", "FR", "Minister Colonna met Minister Rau of Poland today. The presidency was handed over to Spain, which has held it since July.",
    "2023-05-10 meeting occurred reports FR,PL" },
  { "en", "FR", "Minister Colonna met Minister Rau of Poland today. The ministers undertook to exchange ambassadors within six months.",
    "2023-05-10 meeting occurred reports FR,PL; ../2023-11-10 commitment planned announces FR,PL" },
  { "en", "FR", "Minister Colonna met Minister Rau of Poland today. France undertook to release the ships within two weeks.",
    "2023-05-10 meeting occurred reports FR,PL; 2023-05-10/2023-05-24~ commitment planned announces FR" },
  { "en", "FR", "President Macron will leave for Ghana on 12 June and return home on 16 June.",
    "2023-06-12/2023-06-16 visit planned reports FR,GH" },
  { "en", "FR", "The Minister travelled to Ghana on 20 April and returned to Paris on 23 April.",
    "2023-04-20/2023-04-23 visit occurred reports FR,GH" },
  { "en", "FR", "The two-day meeting of the French and Ghanaian foreign ministers ended today in Accra.",
    "2023-05-09/2023-05-10 meeting occurred reports FR,GH" },
  { "en", "FR", "The Foreign Minister of Ghana is on an official visit to Paris until Friday.",
    "2023-05-10/2023-05-12 visit occurred reports FR,GH" },
  { "en", "FR", "France will hold talks with Ghana in Paris starting next week.",
    "2023-05-15/2023-05-21 meeting planned reports FR,GH" },
  { "en", "FR", "The ministers of France and Togo will meet again in Rome in two weeks.",
    "2023-05-10/2023-05-24~ meeting planned reports FR,TG" },
  { "en", "FR", "Minister Colonna will pay a three-day visit to Togo on 16 May.",
    "2023-05-16/2023-05-18 visit planned reports FR,TG" },
  { "en", "FR", "The Minister visited Togo on 25, 26 and 27 April 2023.",
    "2023-04-25/2023-04-27 visit occurred reports FR,TG" },
  { "en", "FR", "Minister Colonna met Minister Rau of Poland today. Following the Minister's visit to Accra on 20 April 2023, France will lift the ban on fruit.",
    "2023-05-10 meeting occurred reports FR,PL; 2023-04-20 visit occurred mentions FR,GH; 2023-05-10/.. commitment planned announces FR" },
  { "en", "FR", "Minister Colonna met Minister Rau of Poland today. They agreed to sign the treaty at their next meeting in Rome in June.",
    "2023-05-10 meeting occurred reports FR,PL; 2023-06 agreement planned announces FR,PL" },
};
