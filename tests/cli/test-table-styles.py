#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as programs write them: their headers, days, amounts, and words for how a deal has ended.

Of each there is a deal that is open, one that was won and one that was lost, and all that the table says of them is
looked at. Where the stages are those of the process, as they are for whoever has named them so in both."""

import unittest

from command_case import CommandCase

ANSWERS = ["--selling", "consultative", "--novelty", "established", "--demand", "formed", "--market", "b2b",
           "--offer", "service"]
FIELDS = ["company", "person", "phone", "email", "owner", "value", "stage", "status", "started", "closed", "expected_close",
          "source", "loss_reason"]
FIRST, NEEDS, OFFER, CONTRACT, LAST = ("Request and qualification", "Needs discovery", "Presentation and proposal",
                                       "Contract signing", "Delivery")


def deal(status, stage, value=None, **said):
    amount, _, currency = (value or "").partition(" ")
    minor = {"minor": round(float(amount) * 100), "currency": currency} if value else None
    return {**dict.fromkeys(FIELDS), "status": status, "stage": stage, "value": minor, **said}


# By program: options, the table's lines, and its deals.
STYLES = {
    "Pipedrive": ([], """\
Deal - Title,Deal - Value,Deal - Currency of value,Deal - Organization,Deal - Contact person,Person - Email - Work,Deal - Owner,\
Deal - Stage,Deal - Status,Deal - Probability,Deal - Expected close date,Deal - Deal created,Deal - Won time,Deal - Lost time,\
Deal - Closed on,Deal - Lost reason,Deal - Pipedrive System ID
Racks,12500.50,EUR,Granite Ltd,Emma Duval,emma@example.com,Ann Lee,Needs discovery,Open,40,2026-06-30,2026-01-20 09:15:00,,,,,101
Roof,9000,USD,Harbour AG,,,Ann Lee,Contract signing,Won,100,2026-04-01,2026-01-21 10:00:00,2026-03-31 17:45:10,,2026-03-31 17:45:10,,102
Shed,700,USD,,Jo Hill,,Bob Ray,Presentation and proposal,Lost,0,,2026-01-22 11:00:00,,2026-02-02 08:00:00,2026-02-02 08:00:00,Too dear,103
""", {
        "Racks": deal("open", NEEDS, "12500.50 EUR", company="Granite Ltd", person="Emma Duval", email="emma@example.com", owner="Ann Lee",
                      started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31",
                     expected_close="2026-04-01"),
        "Shed": deal("lost", OFFER, "700 USD", person="Jo Hill", owner="Bob Ray", started="2026-01-22", closed="2026-02-02",
                     loss_reason="Too dear"),
    }),
    "Pipedrive without prefix": ([], """\
Title,Value,Currency,Organization,Owner,Stage,Status,Creation date,Won time,Lost time,Lost reason
Racks,12500,EUR,Granite Ltd,Ann Lee,Needs discovery,Open,2026-01-20,,,
Roof,9000,EUR,Harbour AG,Ann Lee,Contract signing,Won,2026-01-21,2026-03-31 17:45:10,,
Shed,700,EUR,,Bob Ray,Presentation and proposal,Lost,2026-01-22,,2026-02-02 08:00:00,Too dear
""", {
        "Racks": deal("open", NEEDS, "12500 EUR", company="Granite Ltd", owner="Ann Lee", started="2026-01-20"),
        "Roof": deal("won", LAST, "9000 EUR", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", OFFER, "700 EUR", owner="Bob Ray", started="2026-01-22", closed="2026-02-02", loss_reason="Too dear"),
    }),
    "HubSpot": (["--currency", "USD"], """\
Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,Amount,Deal owner,Last Activity Date,Associated Company,Associated Contact
9876543210,Racks,Needs discovery,Sales Pipeline,2026-06-30 00:00,2026-01-20 09:15,12500.5,Ann Lee,2026-02-01 10:00,Granite Ltd,Emma Duval
9876543211,Roof,Closed Won,Sales Pipeline,2026-03-31 17:45,2026-01-21 10:00,9000,Ann Lee,,Harbour AG,
9876543212,Shed,Closed Lost,Sales Pipeline,2026-02-02 08:00,2026-01-22 11:00,,Bob Ray,,,
""", {
        "Racks": deal("open", NEEDS, "12500.5 USD", company="Granite Ltd", person="Emma Duval", owner="Ann Lee", started="2026-01-20",
                      expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, owner="Bob Ray", started="2026-01-22", closed="2026-02-02"),
    }),
    "HubSpot, internal names": (["--currency", "USD", "--stage", "Needs discovery (Sales Pipeline)=Needs discovery"], """\
hs_object_id,dealname,dealstage,pipeline,amount,closedate,createdate,hubspot_owner_id
9876543210,Racks,Needs discovery (Sales Pipeline),default,12500.50,2026-06-30T00:00:00Z,2026-01-20T09:15:00.123Z,77
9876543211,Roof,closedwon,default,9000,2026-03-31T15:45:10.000Z,2026-01-21T10:00:00Z,77
9876543212,Shed,closedlost,default,,2026-02-02T08:00:00Z,2026-01-22T11:00:00Z,78
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, started="2026-01-22", closed="2026-02-02"),
    }),
    "Salesforce, data export": (["--currency", "USD"], """\
"Id","AccountId","Name","StageName","Amount","Probability","ExpectedRevenue","CloseDate","Type","NextStep","LeadSource","IsClosed","IsWon",\
"ForecastCategoryName","OwnerId","CreatedDate","LastStageChangeDate"
"0065g00000A","0015g000001","Racks","Needs discovery","12500.5","40","5000.2","2026-06-30","New Business","Call","Web","false","false",\
"Pipeline","0055g0","2026-01-20T09:15:00.000Z","2026-02-01T10:00:00.000Z"
"0065g00000B","0015g000002","Roof","Closed Won","9000.0","100","9000.0","2026-03-31","","","Referral","true","true","Closed","0055g0",\
"2026-01-21T10:00:00.000Z",""
"0065g00000C","","Shed","Contract signing","","0","","2026-02-02","","","","true","false","Omitted","0055g1","2026-01-22T11:00:00.000Z",""
""", {
        "Racks": deal("open", NEEDS, "12500.5 USD", source="Web", started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", source="Referral", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", CONTRACT, started="2026-01-22", closed="2026-02-02"),
    }),
    "Salesforce, report": (["--currency", "USD"], """\
"Opportunity Owner","Account Name","Opportunity Name","Stage","Amount","Close Date","Created Date","Probability (%)","Lead Source"
"Ann Lee","Granite Ltd","Racks","Needs discovery","USD 12,500.50","6/30/2026","1/20/2026","40","Web"
"Ann Lee","Harbour AG","Roof","Closed Won","USD 9,000.00","3/31/2026","1/21/2026","100",""
"Bob Ray","","Shed","Closed Lost","","2/2/2026","1/22/2026","0",""
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", company="Granite Ltd", owner="Ann Lee", source="Web", started="2026-01-20",
                      expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, owner="Bob Ray", started="2026-01-22", closed="2026-02-02"),
    }),
    "Odoo": (["--currency", "EUR"], """\
Opportunity,Customer,Contact Name,Email,Phone,Salesperson,Sales Team,Stage,Expected Revenue,Probability,Expected Closing,Created on,Closed Date,Lost Reason
Racks,Granite Ltd,Emma Duval,emma@example.com,+44 20 7946 0018,Ann Lee,Europe,Needs discovery,"12,500.50",40.0,2026-06-30,2026-01-20 09:15:00,,
Roof,Harbour AG,,,,Ann Lee,Europe,Won,"9,000.00",100.0,2026-04-01,2026-01-21 10:00:00,2026-03-31 17:45:10,
Shed,,,,,Bob Ray,Europe,Presentation and proposal,0.00,0.0,,2026-01-22 11:00:00,2026-02-02 08:00:00,Too expensive
""", {
        "Racks": deal("open", NEEDS, "12500.50 EUR", company="Granite Ltd", person="Emma Duval", email="emma@example.com",
                      phone="+44 20 7946 0018", owner="Ann Lee", started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 EUR", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31",
                     expected_close="2026-04-01"),
        "Shed": deal("lost", OFFER, "0 EUR", owner="Bob Ray", started="2026-01-22", closed="2026-02-02", loss_reason="Too expensive"),
    }),
    "EspoCRM": (["--currency", "USD"], """\
"Name";"Account";"Stage";"Amount";"Probability";"Lead Source";"Close Date";"Assigned User";"Created At"
"Racks";"Granite Ltd";"Needs discovery";"12500.50";"40";"Web";"2026-06-30";"Ann Lee";"2026-01-20 09:15:00"
"Roof";"Harbour AG";"Closed Won";"9000";"100";"";"2026-03-31";"Ann Lee";"2026-01-21 10:00:00"
"Shed";"";"Closed Lost";"";"0";"";"2026-02-02";"Bob Ray";"2026-01-22 11:00:00"
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", company="Granite Ltd", owner="Ann Lee", source="Web", started="2026-01-20",
                      expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, owner="Bob Ray", started="2026-01-22", closed="2026-02-02"),
    }),
    "amoCRM": (["--currency", "RUB"], """\
"ID";"Название сделки";"Бюджет";"Ответственный";"Дата создания сделки";"Дата закрытия";"Теги";"Примечание";"Примечание 2";"Этап сделки";\
"Воронка";"Полное имя контакта";"Компания";"Рабочий телефон";"Рабочий email"
"101";"Racks";"150000";"Анна Ли";"20.01.2026 09:15:00";"";"опт";"Звонил";"Перезвонить";"Needs discovery";"Продажи";"Эмма Дюваль";"ООО «Гранит»";\
"+7 495 123-45-67";"emma@example.com"
"102";"Roof";"90 000";"Анна Ли";"21.01.2026 10:00:00";"31.03.2026 17:45:10";"";"";"";"Успешно реализовано";"Продажи";"";"Гавань";"";""
"103";"Shed";"0";"Борис Рэй";"22.01.2026 11:00:00";"02.02.2026 08:00:00";"";"";"";"Закрыто и не реализовано";"Продажи";"";"";"";""
""", {
        "Racks": deal("open", NEEDS, "150000 RUB", company="ООО «Гранит»", person="Эмма Дюваль", phone="+7 495 123-45-67",
                      email="emma@example.com", owner="Анна Ли", started="2026-01-20"),
        "Roof": deal("won", LAST, "90000 RUB", company="Гавань", owner="Анна Ли", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, "0 RUB", owner="Борис Рэй", started="2026-01-22", closed="2026-02-02"),
    }),
    "Bitrix24": (["--stage", "Deal lost=@lost"], """\
ID;Deal Name;Stage;Pipeline;"Probability, %";Income;Currency;Responsible;Contact;Company;Created;Start date;Assumed close date;Closed;Source;Comment
1;Racks;Needs discovery;General;40;12500.50;USD;Ann Lee;Emma Duval;Granite Ltd;20.01.2026 09:15:00;20.01.2026;30.06.2026;N;Web;Call
2;Roof;Deal won;General;100;9000.00;EUR;Ann Lee;;Harbour AG;21.01.2026 10:00:00;21.01.2026;31.03.2026;Y;;
3;Shed;Deal lost;General;0;0.00;USD;Bob Ray;Jo Hill;;22.01.2026 11:00:00;22.01.2026;02.02.2026;Y;;
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", company="Granite Ltd", person="Emma Duval", owner="Ann Lee", source="Web",
                      started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 EUR", company="Harbour AG", owner="Ann Lee", started="2026-01-21", expected_close="2026-03-31"),
        "Shed": deal("lost", FIRST, "0 USD", person="Jo Hill", owner="Bob Ray", started="2026-01-22", expected_close="2026-02-02"),
    }),
    "Bitrix24, field names": (["--stage", "PREPARATION=Needs discovery"], """\
ID,TITLE,STAGE_ID,OPPORTUNITY,CURRENCY_ID,CLOSED,DATE_CREATE,BEGINDATE,CLOSEDATE,ASSIGNED_BY_ID,COMPANY_ID,CONTACT_ID
1,Racks,PREPARATION,12500.50,USD,N,2026-01-20T09:15:00+03:00,2026-01-20T03:00:00+03:00,2026-06-30T03:00:00+03:00,7,3,5
2,Roof,WON,9000.00,EUR,Y,2026-01-21T10:00:00+03:00,2026-01-21T03:00:00+03:00,2026-03-31T03:00:00+03:00,7,4,
3,Shed,LOSE,0.00,USD,Y,2026-01-22T11:00:00+03:00,2026-01-22T03:00:00+03:00,2026-02-02T03:00:00+03:00,8,,6
4,Yard,C1:WON,1.00,USD,Y,2026-01-22T11:00:00+03:00,2026-01-22T03:00:00+03:00,2026-02-03T03:00:00+03:00,8,,6
5,Dock,C1:NEW,2.00,USD,N,2026-01-22T11:00:00+03:00,2026-01-22T03:00:00+03:00,2026-02-04T03:00:00+03:00,8,,6
6,Barn,C1:LOSE,2.00,USD,Y,2026-01-22T11:00:00+03:00,2026-01-22T03:00:00+03:00,2026-02-04T03:00:00+03:00,8,,6
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 EUR", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, "0 USD", started="2026-01-22", closed="2026-02-02"),
        "Yard": deal("won", LAST, "1 USD", started="2026-01-22", closed="2026-02-03"),
        "Dock": deal("open", FIRST, "2 USD", started="2026-01-22", expected_close="2026-02-04"),
        "Barn": deal("lost", FIRST, "2 USD", started="2026-01-22", closed="2026-02-04"),
    }),
    "SuiteCRM": (["--currency", "USD"], """\
"Opportunity Name","Account Name","Sales Stage","Opportunity Amount","Currency","Expected Close Date","Probability (%)","Lead Source",\
"Assigned To","Date Created","ID"
"Racks","Granite Ltd","Needs discovery","12500.5","-99","06/30/2026","40","Web","Ann Lee","01/20/2026 09:15am","a1"
"Roof","Harbour AG","Closed Won","9000","-99","03/31/2026","100","","Ann Lee","01/21/2026 10:00am","a2"
"Shed","","Closed Lost","","-99","02/02/2026","0","","Bob Ray","01/22/2026 11:00pm","a3"
""", {
        "Racks": deal("open", NEEDS, "12500.5 USD", company="Granite Ltd", owner="Ann Lee", source="Web", started="2026-01-20",
                      expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", company="Harbour AG", owner="Ann Lee", started="2026-01-21", expected_close="2026-03-31"),
        "Shed": deal("lost", FIRST, owner="Bob Ray", started="2026-01-22", expected_close="2026-02-02"),
    }),
    "SugarCRM": ([], """\
Opportunity Name,Account Name,Sales Stage,Amount,Currency,Date Closed,Assigned To,Date Created
Racks,Granite Ltd,Needs discovery,12500.50,USD,2026-06-30,Ann Lee,2026-01-20 09:15:00
Roof,Harbour AG,Closed Won,9000.00,EUR,2026-03-31,Ann Lee,2026-01-21 10:00:00
Shed,,Closed Lost,0.00,USD,2026-02-02,Bob Ray,2026-01-22 11:00:00
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", company="Granite Ltd", owner="Ann Lee", started="2026-01-20",
                      expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 EUR", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, "0 USD", owner="Bob Ray", started="2026-01-22", closed="2026-02-02"),
    }),
    "vtiger": (["--currency", "USD"], """\
Opportunity Name,Organization Name,Contact Name,Sales Stage,Amount,Expected Close Date,Assigned To,Created Time,Opportunity No
Racks,Granite Ltd,Emma Duval,Needs discovery,"12,500.50",30-06-2026,Ann Lee,20-01-2026 09:15 AM,POT1
Roof,Harbour AG,,Closed Won,"9,000.00",31-03-2026,Ann Lee,21-01-2026 10:00 AM,POT2
Shed,,,Closed Lost,0.00,02-02-2026,Bob Ray,22-01-2026 11:00 PM,POT3
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", company="Granite Ltd", person="Emma Duval", owner="Ann Lee", started="2026-01-20",
                      expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", company="Harbour AG", owner="Ann Lee", started="2026-01-21", expected_close="2026-03-31"),
        "Shed": deal("lost", FIRST, "0 USD", owner="Bob Ray", started="2026-01-22", expected_close="2026-02-02"),
    }),
    "Zoho": ([], """\
Record Id,Deal Name,Account Name,Contact Name,Stage,Amount,Closing Date,Deal Owner,Created Time,Lead Source,Probability (%)
zcrm_1,Racks,Granite Ltd,Emma Duval,Needs discovery,"$ 12,500.50",2026-06-30,Ann Lee,2026-01-20 09:15:00,Web,40
zcrm_2,Roof,Harbour AG,,Closed Won,"$ 9,000.00",2026-03-31,Ann Lee,2026-01-21 10:00:00,,100
zcrm_3,Shed,,,Closed Lost,,2026-02-02,Bob Ray,2026-01-22 11:00:00,,0
""", {
        "Racks": deal("open", NEEDS, "12500.50 USD", company="Granite Ltd", person="Emma Duval", owner="Ann Lee", source="Web",
                      started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 USD", company="Harbour AG", owner="Ann Lee", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", FIRST, owner="Bob Ray", started="2026-01-22", closed="2026-02-02"),
    }),
    "Twenty": (["--stage", "MEETING=Needs discovery", "--stage", "CUSTOMER=@won"], """\
Id,Name,Amount / Amount,Amount / Currency,Close date,Stage,Company,Point of Contact,Creation date
4a1f,Racks,12500.5,EUR,2026-06-30T00:00:00.000Z,MEETING,Granite Ltd,Emma Duval,2026-01-20T09:15:00.000Z
4a20,Roof,9000,EUR,2026-03-31T00:00:00.000Z,CUSTOMER,Harbour AG,,2026-01-21T10:00:00.000Z
4a21,Shed,,,,NEW,,,2026-01-22T11:00:00.000Z
""", {
        "Racks": deal("open", NEEDS, "12500.5 EUR", company="Granite Ltd", person="Emma Duval", started="2026-01-20",
                      expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 EUR", company="Harbour AG", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("open", FIRST, started="2026-01-22"),
    }),
    "any, in Russian": ([], """\
Название;Клиент;Контакт;Телефон;Почта;Менеджер;Этап;Статус;Сумма;Валюта;Создана;Дата закрытия;Плановая дата;Причина отказа;Источник;Комментарий
Racks;ООО «Гранит»;Эмма Дюваль;+7 495 123-45-67;emma@example.com;Анна Ли;Needs discovery;В работе;12 500,50 ₽;RUB;20.01.2026;;30 июня 2026;;Сайт;Звонил
Roof;Гавань;;;;Анна Ли;Contract signing;Выиграна;9 000 руб.;RUB;21.01.2026;31.03.2026;;;;
Shed;;;;;Борис Рэй;Presentation and proposal;Проиграна;;;22.01.2026;02.02.2026;;Дорого;;
""", {
        "Racks": deal("open", NEEDS, "12500.50 RUB", company="ООО «Гранит»", person="Эмма Дюваль", phone="+7 495 123-45-67",
                      email="emma@example.com", owner="Анна Ли", source="Сайт", started="2026-01-20", expected_close="2026-06-30"),
        "Roof": deal("won", LAST, "9000 RUB", company="Гавань", owner="Анна Ли", started="2026-01-21", closed="2026-03-31"),
        "Shed": deal("lost", OFFER, owner="Борис Рэй", started="2026-01-22", closed="2026-02-02", loss_reason="Дорого"),
    }),
}


class TableStyles(CommandCase):
    maxDiff = None

    def test_each_program(self):
        self.make_process("P", *ANSWERS, "--language", "en")
        start = self.database.read_bytes()
        for name, (options, table, expected) in STYLES.items():
            with self.subTest(name):
                self.database.write_bytes(start)
                report = self.ask("deal", "import", "P", self.file("table.csv", table), *options)
                self.assertEqual(report["refused"], [])
                deals = {found["title"]: {field: found[field] for field in FIELDS} for found in self.ask("deal", "list", "P")["deals"]}
                self.assertEqual(deals, expected)


unittest.main()
