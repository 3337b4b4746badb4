/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract-cases-readouts.h"

/* Times, denials, journeys and names in Chinese. All issued on 2023-05-10, a Wednesday. */
static const Case chinese_cases[] = {
  /* Who is visiting is whom one meets, too. */
  { "zh", "CN", "5月10日，外交部长秦刚在北京与来访的法国外长科隆纳举行会谈。",
    "2023-05-10 visit occurred mentions CN,FR; 2023-05-10 meeting occurred reports CN,FR" },
  /* A rule that tells of nothing keeps nobody from being another's subject. */
  { "zh", "CN", "国家主席习近平同德国总理朔尔茨通电话。中方欢迎法国外长科隆纳近期访华。",
    "2023-05-10 call occurred reports CN,DE; 2023-05-10/2023-08~ visit planned announces CN,FR" },
  /* What is to be early is so within no time that is told; nor is what is to be on a visit that has just begun. */
  { "zh", "CN", "外交部长秦刚5月10日会见波兰外长。双方商定尽早恢复直航。",
    "2023-05-10 meeting occurred reports CN,PL; 2023-05-10/.. commitment planned announces CN,PL" },
  { "zh", "CN", "5月10日，外交部长秦刚乘专机抵达华沙，开始对波兰进行正式访问。访问期间，秦刚将同波兰总统会谈并出席协定的签署。",
    "2023-05-10 visit occurred reports CN,PL; 2023-05-10/.. meeting planned announces CN,PL; "
    "2023-05-10/.. agreement planned announces CN,PL" },
  /* Several days, of which the last is told behind. */
  { "zh", "KR", "韩美联合军演5月2日开始，8日结束。", "2023-05-02/2023-05-08 military occurred reports KR,US" },
  { "zh", "TW", "立陶宛議員團5月9日抵臺，將停留至12日。", "2023-05-09/2023-05-12 visit occurred reports LT,TW" },
  { "zh", "SG", "副总理王瑞杰5月4日抵达北京，7日离开。", "2023-05-04/2023-05-07 visit occurred reports CN,SG" },
  /* A denial reaches over when and where. */
  { "zh", "JP", "日本没有在今年3月向乌克兰提供任何武器。", "2023-03 delivery denied reports JP,UA" },
  { "zh", "TW", "我國並未於4月20日與立陶宛簽署任何協定。", "2023-04-20 agreement denied reports LT,TW" },
  { "zh", "RU", "俄罗斯没有在4月5日对波兰发动袭击。", "2023-04-05 military denied reports PL,RU" },
  /* An envoy is recalled from where he is, whosever he is. */
  { "zh", "DE", "德国外交部5月9日宣布召回德国驻德黑兰大使。", "2023-05-09 expulsion occurred reports DE,IR" },
  { "zh", "RU", "俄罗斯5月9日召回俄驻美大使安东诺夫。", "2023-05-09 expulsion occurred reports RU,US" },
  /* What is put off is so when that is told, was not when it was to be, and is to be later. */
  { "zh", "IN", "印度宣布将原定5月25日举行的印中边界会谈延期至6月15日。",
    "2023-06-15 meeting planned announces CN,IN; 2023-05-25 meeting denied announces CN,IN; "
    "2023-05-10 suspension occurred reports CN,IN" },
  { "zh", "JP", "日本首相5月9日宣布推迟访问印度至明年1月。", "2023-05-09 suspension occurred reports IN,JP" },
  { "zh", "KR", "韩美两国5月9日决定将原定6月举行的联合军演推迟到明年3月。", "2023-05-09 suspension occurred reports KR,US" },
  /* Once more on one day; and with each of two whose offices alone are told. */
  { "zh", "CN", "5月9日，外交部长秦刚同波兰外长会谈。当天下午，秦刚同波兰外长再次会谈。",
    "2023-05-09 meeting occurred reports CN,PL; 2023-05-09 meeting occurred reports CN,PL" },
  { "zh", "SG", "外交部长维文5月9日分别与印度尼西亚总统及外长会面。",
    "2023-05-09 meeting occurred reports ID,SG; 2023-05-09 meeting occurred reports ID,SG" },
  /* What one will do stands behind one's name; what stands in a quotation, or tells a cause, is not what one does. */
  { "zh", "HK", "財政司司長陳茂波會在5月14日訪問巴黎，並與法國財長會面。",
    "2023-05-14 visit planned reports FR,HK; 2023-05-14 meeting planned announces FR,HK" },
  { "zh", "RU", "由于英国政府5月3日扩大对俄限制，俄方决定对英国官员实施制裁。",
    "2023-05-10 sanction occurred reports GB,RU" },
  { "zh", "CN", "英国政府5月8日宣布，因几家中国公司违规，将对这些中国公司实施制裁。",
    "2023-05-08 sanction occurred reports CN,GB" },
  { "zh", "CN", "英国政府以“打击普京的战争机器”为由，5月9日对5家中国企业实施制裁。",
    "2023-05-09 sanction occurred reports CN,GB" },
  /* The visit before this one, and visits of both. */
  { "zh", "KR", "朴振外长5月9日访问北京，这是韩国外长自2017年11月以来首次访问中国。",
    "2023-05-09 visit occurred reports CN,KR; 2017-11 visit occurred mentions CN,KR" },
  { "zh", "JP", "岸田首相5月9日同印度总理莫迪会谈，提议在2024年实现两国领导人互访。",
    "2023-05-09 summit occurred reports IN,JP; 2024 visit planned announces IN,JP" },
  { "zh", "GB", "首相苏纳克在《星期日泰晤士报》发表文章。", "2023-05-10 statement occurred reports GB" },
  /* Where it is held may go on. */
  { "zh", "CN", "中非合作论坛第七届部长级会议9日在北京钓鱼台国宾馆举行。", "2023-05-09 meeting occurred reports AFU,CN" },
  /* A day of a plan is of its year, when it is told again. */
  { "zh", "HK", "行政長官李家超將於5月26日至27日訪問重慶。李家超會在5月26日舉行的論壇上致辭。翌日，李家超會前往考察。",
    "2023-05-26/2023-05-27 visit planned reports CN,HK" },
  { "zh", "JP", "首相岸田9日与中国国家主席习近平举行会谈。本次日中首脑会谈持续了45分钟。",
    "2023-05-09 summit occurred reports CN,JP" },
  /* What is of a visit has its days, not those of a summit told since; and that one will be told is no promise. */
  { "zh", "KR", "朴振外长有望于下周访华。韩中日领导人会议将于26日至27日在首尔举行。若此访成行，朴振有望与王毅举行双边会谈。具体行程预计将很快公布。",
    "2023-05-15/2023-05-21 visit planned reports CN,KR; 2023-05-26/2023-05-27 summit planned announces CN,JP,KR; "
    "2023-05-15/2023-05-21 meeting planned announces CN,KR" },
  /* Each leg of a journey has the days told for it; and one protests when one says so. */
  { "zh", "CN", "国家主席习近平将于5月13日至17日、17日至21日先后访问秘鲁和巴西。",
    "2023-05-13/2023-05-17 visit planned reports CN,PE; 2023-05-17/2023-05-21 visit planned announces BR,CN" },
  { "zh", "SG", "外交部长维文5月8日和9日先后访问文莱和菲律宾。",
    "2023-05-08 visit occurred reports BN,SG; 2023-05-09 visit occurred reports PH,SG" },
  { "zh", "CN", "问：英国政府5月9日宣布，因几家中国公司违规，将对这些中国公司实施制裁。中方有何评论？\n\n"
    "答：中方对英方的做法十分不满，昨日已提出严正交涉。",
    "2023-05-09 sanction occurred reports CN,GB; 2023-05-09 protest occurred reports CN,GB" },
  /* What is to be on some day of a visit is not what has a day of its own there. */
  { "zh", "TW", "立陶宛議員團9日抵臺，將停留至12日，並於12日出席論壇。訪團停留期間，外交部長吳釗燮將設宴款待立陶宛議員團。",
    "2023-05-09/2023-05-12 visit occurred reports LT,TW; 2023-05-12 meeting planned announces LT,TW; "
    "2023-05-09/2023-05-12 meeting planned announces LT,TW" },
};
