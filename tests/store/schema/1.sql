PRAGMA application_id = 1396926068;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  title TEXT NOT NULL,
  due TEXT,
  done_at INTEGER,
  user_id INTEGER REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "activity" VALUES(1,10,'Call back','2026-12-02',NULL,4,1,1,NULL);
INSERT INTO "activity" VALUES(2,11,'Agree the meeting','2026-12-10',NULL,3,1,1,NULL);
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  made_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  window TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('design', 'deals')),
  process_id INTEGER,
  name TEXT NOT NULL,
  action TEXT NOT NULL DEFAULT 'do' CHECK (action IN ('do', 'undo', 'redo')),
  inverse TEXT NOT NULL,
  deals TEXT NOT NULL DEFAULT '[]',
  undoes INTEGER REFERENCES change (id),
  undone_by INTEGER REFERENCES change (id)
) STRICT;
INSERT INTO "change" VALUES(1,1795490897012411,1,'anna@desk','deals',NULL,'Add sample data','do','{"bulk":"import","root":1,"rows":[{"table":"process","id":1,"at":1,"new":true,"old":{}},{"table":"version","id":1,"at":1,"new":true,"old":{}},{"table":"role","id":1,"at":1,"new":true,"old":{}},{"table":"role","id":2,"at":1,"new":true,"old":{}},{"table":"role","id":3,"at":1,"new":true,"old":{}},{"table":"role","id":4,"at":1,"new":true,"old":{}},{"table":"role","id":5,"at":1,"new":true,"old":{}},{"table":"version_stage","id":1,"at":1,"new":true,"old":{}},{"table":"version_stage","id":2,"at":1,"new":true,"old":{}},{"table":"version_stage","id":3,"at":1,"new":true,"old":{}},{"table":"version_stage","id":4,"at":1,"new":true,"old":{}},{"table":"version_stage","id":5,"at":1,"new":true,"old":{}},{"table":"version_stage","id":6,"at":1,"new":true,"old":{}},{"table":"version_stage","id":7,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":1,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":2,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":3,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":4,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":5,"at":1,"new":true,"old":{}},{"table":"process","id":2,"at":1,"new":true,"old":{}},{"table":"version","id":2,"at":1,"new":true,"old":{}},{"table":"role","id":6,"at":1,"new":true,"old":{}},{"table":"role","id":7,"at":1,"new":true,"old":{}},{"table":"role","id":8,"at":1,"new":true,"old":{}},{"table":"role","id":9,"at":1,"new":true,"old":{}},{"table":"role","id":10,"at":1,"new":true,"old":{}},{"table":"version_stage","id":8,"at":1,"new":true,"old":{}},{"table":"version_stage","id":9,"at":1,"new":true,"old":{}},{"table":"version_stage","id":10,"at":1,"new":true,"old":{}},{"table":"version_stage","id":11,"at":1,"new":true,"old":{}},{"table":"version_stage","id":12,"at":1,"new":true,"old":{}},{"table":"version_stage","id":13,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":6,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":7,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":8,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":9,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":10,"at":1,"new":true,"old":{}},{"table":"process","id":3,"at":1,"new":true,"old":{}},{"table":"version","id":3,"at":1,"new":true,"old":{}},{"table":"role","id":11,"at":1,"new":true,"old":{}},{"table":"role","id":12,"at":1,"new":true,"old":{}},{"table":"role","id":13,"at":1,"new":true,"old":{}},{"table":"role","id":14,"at":1,"new":true,"old":{}},{"table":"version_stage","id":14,"at":1,"new":true,"old":{}},{"table":"version_stage","id":15,"at":1,"new":true,"old":{}},{"table":"version_stage","id":16,"at":1,"new":true,"old":{}},{"table":"version_stage","id":17,"at":1,"new":true,"old":{}},{"table":"version_stage","id":18,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":11,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":12,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":13,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":14,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":15,"at":1,"new":true,"old":{}}]}','*',NULL,NULL);
CREATE TABLE company (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER,
  deleted_by INTEGER
) STRICT;
INSERT INTO "company" VALUES(1,'Northern Logistics Ltd','northern logistics ltd',1,1,NULL);
INSERT INTO "company" VALUES(2,'Silver Logistics Ltd','silver logistics ltd',1,1,NULL);
INSERT INTO "company" VALUES(3,'Blue Logistics Ltd','blue logistics ltd',1,1,NULL);
CREATE TABLE deal (
  id INTEGER PRIMARY KEY,
  external_id TEXT,
  process_id INTEGER NOT NULL REFERENCES process (id),
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  status TEXT NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'won', 'completed', 'ended-early', 'lost')),
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  company_id INTEGER REFERENCES company (id),
  person_id INTEGER REFERENCES person (id),
  owner_id INTEGER REFERENCES user (id),
  value_minor INTEGER,
  currency TEXT,
  probability REAL,
  source TEXT,
  label TEXT,
  started TEXT,
  closed TEXT,
  expected_close TEXT,
  entered_at INTEGER NOT NULL,
  loss_reason TEXT,
  notes TEXT NOT NULL DEFAULT '',
  search TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER,
  CHECK ((value_minor IS NULL) = (currency IS NULL))
) STRICT;
INSERT INTO "deal" VALUES(1,NULL,2,8,'lost','a0','Renewal, 21 seats',1,1,4,654000,'EUR',NULL,'Advertising',NULL,'2026-05-05','2026-05-26','2026-07-09',1777955760000000,'No budget','','renewal, 21 seats
northern logistics ltd
paul costa',1,1,NULL);
INSERT INTO "deal" VALUES(2,NULL,1,1,'lost','a0','Pilot with 53 users',2,2,4,1095000,'EUR',NULL,'Advertising',NULL,'2026-10-30','2026-10-31','2027-01-04',1793334660000000,'No answer','The budget is agreed for this quarter.','pilot with 53 users
silver logistics ltd
emma ivanova',1,1,NULL);
INSERT INTO "deal" VALUES(3,NULL,1,1,'lost','a1','Delivery of 2 lots',1,1,1,4385000,'EUR',NULL,'Fair',NULL,'2026-11-17','2026-11-21','2027-02-05',1794957300000000,'Too expensive','','delivery of 2 lots
northern logistics ltd
paul costa',1,1,NULL);
INSERT INTO "deal" VALUES(4,NULL,3,15,'lost','a0','Fitting of 31 rooms',2,2,1,21000,'EUR',NULL,'Fair',NULL,'2026-02-25','2026-02-27','2026-03-09',1771982520000000,'No budget','Asked to be called in the afternoon.','fitting of 31 rooms
silver logistics ltd
emma ivanova',1,1,NULL);
INSERT INTO "deal" VALUES(5,NULL,1,1,'lost','a2','Service of 12 machines',1,1,1,1496000,'EUR',NULL,'Advertising',NULL,'2026-07-08','2026-07-09','2026-09-15',1783479540000000,'Bought from a competitor','The budget is agreed for this quarter.','service of 12 machines
northern logistics ltd
paul costa',1,1,NULL);
INSERT INTO "deal" VALUES(6,NULL,1,5,'lost','a0','Fitting of 12 rooms',2,2,3,986000,'EUR',NULL,'Fair',NULL,'2026-05-26','2026-07-15','2026-07-29',1782448380000000,'Not needed any more','Asked to be called in the afternoon.','fitting of 12 rooms
silver logistics ltd
emma ivanova',1,1,NULL);
INSERT INTO "deal" VALUES(7,NULL,2,8,'open','a1','Equipment, 27 pieces',3,3,1,3089000,'EUR',NULL,'Referral',NULL,'2026-11-14',NULL,'2026-12-25',1794690480000000,NULL,'The budget is agreed for this quarter.','equipment, 27 pieces
blue logistics ltd
ben brooks',1,1,NULL);
INSERT INTO "deal" VALUES(8,NULL,2,8,'lost','a2','Support for 8 months',1,1,3,253000,'EUR',NULL,'Advertising',NULL,'2026-10-21','2026-11-06','2026-12-08',1792617780000000,'No answer','','support for 8 months
northern logistics ltd
paul costa',1,1,NULL);
INSERT INTO "deal" VALUES(9,NULL,3,18,'completed','a0','Integration of 10 systems',2,2,4,22000,'EUR',NULL,'Website',NULL,'2025-10-28','2025-11-11','2025-11-13',1762836540000000,NULL,'','integration of 10 systems
silver logistics ltd
emma ivanova',1,1,NULL);
INSERT INTO "deal" VALUES(10,NULL,1,6,'open','a0','Renewal, 52 seats',2,2,4,1850000,'EUR',NULL,'Website',NULL,'2026-09-23',NULL,'2026-12-21',1794886200000000,NULL,'','renewal, 52 seats
silver logistics ltd
emma ivanova',1,1,NULL);
INSERT INTO "deal" VALUES(11,NULL,1,1,'open','a3','Fitting of 61 rooms',1,1,3,122000,'EUR',NULL,'Partner',NULL,'2026-11-24',NULL,'2027-02-18',1795490897014028,NULL,'The budget is agreed for this quarter.','fitting of 61 rooms
northern logistics ltd
paul costa',1,1,NULL);
INSERT INTO "deal" VALUES(12,NULL,3,17,'lost','a0','Delivery of 24 lots',3,3,4,28000,'EUR',NULL,'Cold call',NULL,'2026-01-21','2026-01-25','2026-02-16',1769311680000000,'Bought from a competitor','Asked to be called in the afternoon.','delivery of 24 lots
blue logistics ltd
ben brooks',1,1,NULL);
CREATE TABLE deal_event (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  change_id INTEGER NOT NULL REFERENCES change (id),
  happened_at INTEGER NOT NULL,
  version_id INTEGER REFERENCES version (id),
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  note TEXT,
  voided_by INTEGER REFERENCES change (id)
) STRICT;
INSERT INTO "deal_event" VALUES(1,1,1,1777955760000000,2,'stage',NULL,'b11c682c-06a2-4f70-a775-d4771bbf0329',NULL,NULL);
INSERT INTO "deal_event" VALUES(2,1,1,1777955760000000,2,'value',NULL,'654000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(3,1,1,1779829920000000,2,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(4,2,1,1793334660000000,1,'stage',NULL,'87b3b921-31ec-4202-beb6-60384e06bfeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(5,2,1,1793334660000000,1,'value',NULL,'1095000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(6,2,1,1793416080000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(7,3,1,1794957300000000,1,'stage',NULL,'87b3b921-31ec-4202-beb6-60384e06bfeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(8,3,1,1794957300000000,1,'value',NULL,'4385000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(9,3,1,1795297740000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(10,4,1,1771982460000000,3,'stage',NULL,'1390368f-69e7-4b73-895b-8478ec60324f',NULL,NULL);
INSERT INTO "deal_event" VALUES(11,4,1,1771982460000000,3,'value',NULL,'21000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(12,4,1,1771982520000000,3,'stage','1390368f-69e7-4b73-895b-8478ec60324f','25b9a9e0-9960-4aaf-aba2-48677412abeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(13,4,1,1772235840000000,3,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(14,5,1,1783479540000000,1,'stage',NULL,'87b3b921-31ec-4202-beb6-60384e06bfeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(15,5,1,1783479540000000,1,'value',NULL,'1496000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(16,5,1,1783629900000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(17,6,1,1779836400000000,1,'stage',NULL,'87b3b921-31ec-4202-beb6-60384e06bfeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(18,6,1,1779836400000000,1,'value',NULL,'986000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(19,6,1,1779836460000000,1,'stage','87b3b921-31ec-4202-beb6-60384e06bfeb','09ba7bad-f66d-4881-9888-3680ea14779f',NULL,NULL);
INSERT INTO "deal_event" VALUES(20,6,1,1780268640000000,1,'stage','09ba7bad-f66d-4881-9888-3680ea14779f','9e4ef3a9-7ea7-4b89-b5f6-a15465588e4e',NULL,NULL);
INSERT INTO "deal_event" VALUES(21,6,1,1780630080000000,1,'stage','9e4ef3a9-7ea7-4b89-b5f6-a15465588e4e','a7236809-bb27-43ae-813d-2b0dea0e8c37',NULL,NULL);
INSERT INTO "deal_event" VALUES(22,6,1,1782448380000000,1,'stage','a7236809-bb27-43ae-813d-2b0dea0e8c37','5ceed1dd-0fd1-42d8-a0c9-49c71bb5c1c1',NULL,NULL);
INSERT INTO "deal_event" VALUES(23,6,1,1784073600000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(24,7,1,1794690480000000,2,'stage',NULL,'b11c682c-06a2-4f70-a775-d4771bbf0329',NULL,NULL);
INSERT INTO "deal_event" VALUES(25,7,1,1794690480000000,2,'value',NULL,'3089000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(26,8,1,1792617780000000,2,'stage',NULL,'b11c682c-06a2-4f70-a775-d4771bbf0329',NULL,NULL);
INSERT INTO "deal_event" VALUES(27,8,1,1792617780000000,2,'value',NULL,'253000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(28,8,1,1794008040000000,2,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(29,9,1,1761690300000000,3,'stage',NULL,'1390368f-69e7-4b73-895b-8478ec60324f',NULL,NULL);
INSERT INTO "deal_event" VALUES(30,9,1,1761690300000000,3,'value',NULL,'22000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(31,9,1,1761690360000000,3,'stage','1390368f-69e7-4b73-895b-8478ec60324f','25b9a9e0-9960-4aaf-aba2-48677412abeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(32,9,1,1762046880000000,3,'stage','25b9a9e0-9960-4aaf-aba2-48677412abeb','c4465ead-e21e-4845-9600-a0b508369371',NULL,NULL);
INSERT INTO "deal_event" VALUES(33,9,1,1762640820000000,3,'stage','c4465ead-e21e-4845-9600-a0b508369371','65a9648b-e605-4ed4-88a2-449b76a8d67f',NULL,NULL);
INSERT INTO "deal_event" VALUES(34,9,1,1762836540000000,3,'stage','65a9648b-e605-4ed4-88a2-449b76a8d67f','0c07fdfe-bf4e-4809-91c4-4f8fa4fb22c3',NULL,NULL);
INSERT INTO "deal_event" VALUES(35,9,1,1762828800000000,3,'status','open','won',NULL,NULL);
INSERT INTO "deal_event" VALUES(36,9,1,1762998780000000,3,'status','won','completed',NULL,NULL);
INSERT INTO "deal_event" VALUES(37,10,1,1790203500000000,1,'stage',NULL,'87b3b921-31ec-4202-beb6-60384e06bfeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(38,10,1,1790203500000000,1,'value',NULL,'1850000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(39,10,1,1790371920000000,1,'stage','87b3b921-31ec-4202-beb6-60384e06bfeb','09ba7bad-f66d-4881-9888-3680ea14779f',NULL,NULL);
INSERT INTO "deal_event" VALUES(40,10,1,1790893860000000,1,'stage','09ba7bad-f66d-4881-9888-3680ea14779f','9e4ef3a9-7ea7-4b89-b5f6-a15465588e4e',NULL,NULL);
INSERT INTO "deal_event" VALUES(41,10,1,1791425760000000,1,'stage','9e4ef3a9-7ea7-4b89-b5f6-a15465588e4e','a7236809-bb27-43ae-813d-2b0dea0e8c37',NULL,NULL);
INSERT INTO "deal_event" VALUES(42,10,1,1794446520000000,1,'stage','a7236809-bb27-43ae-813d-2b0dea0e8c37','5ceed1dd-0fd1-42d8-a0c9-49c71bb5c1c1',NULL,NULL);
INSERT INTO "deal_event" VALUES(43,10,1,1794886200000000,1,'stage','5ceed1dd-0fd1-42d8-a0c9-49c71bb5c1c1','9e58b7b7-8b17-404c-926f-d9f4d18cf2d0',NULL,NULL);
INSERT INTO "deal_event" VALUES(44,11,1,1795490897014028,1,'stage',NULL,'87b3b921-31ec-4202-beb6-60384e06bfeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(45,11,1,1795490897014028,1,'value',NULL,'122000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(46,12,1,1768960380000000,3,'stage',NULL,'1390368f-69e7-4b73-895b-8478ec60324f',NULL,NULL);
INSERT INTO "deal_event" VALUES(47,12,1,1768960380000000,3,'value',NULL,'28000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(48,12,1,1768964520000000,3,'stage','1390368f-69e7-4b73-895b-8478ec60324f','25b9a9e0-9960-4aaf-aba2-48677412abeb',NULL,NULL);
INSERT INTO "deal_event" VALUES(49,12,1,1769207700000000,3,'stage','25b9a9e0-9960-4aaf-aba2-48677412abeb','c4465ead-e21e-4845-9600-a0b508369371',NULL,NULL);
INSERT INTO "deal_event" VALUES(50,12,1,1769311680000000,3,'stage','c4465ead-e21e-4845-9600-a0b508369371','65a9648b-e605-4ed4-88a2-449b76a8d67f',NULL,NULL);
INSERT INTO "deal_event" VALUES(51,12,1,1769311740000000,3,'status','open','lost',NULL,NULL);
CREATE TABLE kept_deal (
  change_id INTEGER NOT NULL REFERENCES change (id),
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  columns TEXT NOT NULL,
  PRIMARY KEY (change_id, deal_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE loss_reason (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL REFERENCES process (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "loss_reason" VALUES(1,1,0,'Too expensive',1,1,NULL);
INSERT INTO "loss_reason" VALUES(2,1,1,'Bought from a competitor',1,1,NULL);
INSERT INTO "loss_reason" VALUES(3,1,2,'No budget',1,1,NULL);
INSERT INTO "loss_reason" VALUES(4,1,3,'Not needed any more',1,1,NULL);
INSERT INTO "loss_reason" VALUES(5,1,4,'No answer',1,1,NULL);
INSERT INTO "loss_reason" VALUES(6,2,0,'Too expensive',1,1,NULL);
INSERT INTO "loss_reason" VALUES(7,2,1,'Bought from a competitor',1,1,NULL);
INSERT INTO "loss_reason" VALUES(8,2,2,'No budget',1,1,NULL);
INSERT INTO "loss_reason" VALUES(9,2,3,'Not needed any more',1,1,NULL);
INSERT INTO "loss_reason" VALUES(10,2,4,'No answer',1,1,NULL);
INSERT INTO "loss_reason" VALUES(11,3,0,'Too expensive',1,1,NULL);
INSERT INTO "loss_reason" VALUES(12,3,1,'Bought from a competitor',1,1,NULL);
INSERT INTO "loss_reason" VALUES(13,3,2,'No budget',1,1,NULL);
INSERT INTO "loss_reason" VALUES(14,3,3,'Not needed any more',1,1,NULL);
INSERT INTO "loss_reason" VALUES(15,3,4,'No answer',1,1,NULL);
CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  due TEXT,
  paid_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "payment" VALUES(1,9,22000,'EUR','2025-11-20','2025-11-20','',1,1,NULL);
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  company_id INTEGER REFERENCES company (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER,
  deleted_by INTEGER
) STRICT;
INSERT INTO "person" VALUES(1,1,'Paul Costa','paul costa',1,1,NULL);
INSERT INTO "person" VALUES(2,2,'Emma Ivanova','emma ivanova',1,1,NULL);
INSERT INTO "person" VALUES(3,3,'Ben Brooks','ben brooks',1,1,NULL);
CREATE TABLE process (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL,
  is_archived INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "process" VALUES(1,'aab08967-9673-43e0-8f0b-12bc09894867','Software for companies','software for companies','','a0',0,1,1,NULL);
INSERT INTO "process" VALUES(2,'05b02369-6125-4638-86fd-be170413b9fb','Consulting projects','consulting projects','','a1',0,1,1,NULL);
INSERT INTO "process" VALUES(3,'87b4520c-4ec7-4e78-addc-64fe04bf51ad','Online courses','online courses','','a2',0,1,1,NULL);
CREATE TABLE role (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id),
  uuid TEXT NOT NULL,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  function TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "role" VALUES(1,1,'20569e5d-81c5-4695-b77a-d8b1964ae637','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(2,1,'7c62ad8a-9478-46f9-882c-9d3bd60bb128','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(3,1,'e6d170c0-e5d3-456c-8c8c-cdf72fca7f8e','a2','Onboarding manager','onboarding',1,1,NULL);
INSERT INTO "role" VALUES(4,1,'c5537675-bd85-4a2d-aa0b-d5be8ef5315c','a3','Lawyer','legal',1,1,NULL);
INSERT INTO "role" VALUES(5,1,'e6549fbd-bc9e-46a1-8074-934def705f6a','a4','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(6,2,'fa1f9bce-897f-4cfa-8660-e1949f3b1602','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(7,2,'3d7f7af0-25bd-46f1-893d-ac6917dfc7c9','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(8,2,'5da51cd7-fa67-4858-83af-a8b453574aee','a2','Lawyer','legal',1,1,NULL);
INSERT INTO "role" VALUES(9,2,'adb53a38-be1e-45c0-bdb8-3bc752ebc7ee','a3','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(10,2,'d9af45ef-d9e4-4689-982d-0d6cb09afc90','a4','Project manager','delivery',1,1,NULL);
INSERT INTO "role" VALUES(11,3,'13030e18-3900-4c19-900b-c6743cf6bd9f','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(12,3,'aa0a8656-79dd-4fe8-8eab-aa570053c988','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(13,3,'73d6f516-15d4-493f-bfee-a30daf8b8321','a2','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(14,3,'6554e2eb-ce4f-4c6b-9a4d-c7ccbb8fb6a5','a3','Onboarding manager','onboarding',1,1,NULL);
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  process_id INTEGER NOT NULL REFERENCES process (id)
) STRICT;
INSERT INTO "stage" VALUES(1,'87b3b921-31ec-4202-beb6-60384e06bfeb',1);
INSERT INTO "stage" VALUES(2,'09ba7bad-f66d-4881-9888-3680ea14779f',1);
INSERT INTO "stage" VALUES(3,'9e4ef3a9-7ea7-4b89-b5f6-a15465588e4e',1);
INSERT INTO "stage" VALUES(4,'a7236809-bb27-43ae-813d-2b0dea0e8c37',1);
INSERT INTO "stage" VALUES(5,'5ceed1dd-0fd1-42d8-a0c9-49c71bb5c1c1',1);
INSERT INTO "stage" VALUES(6,'9e58b7b7-8b17-404c-926f-d9f4d18cf2d0',1);
INSERT INTO "stage" VALUES(7,'556fa516-7c0c-4709-8a65-637bd468df6e',1);
INSERT INTO "stage" VALUES(8,'b11c682c-06a2-4f70-a775-d4771bbf0329',2);
INSERT INTO "stage" VALUES(9,'cf023a46-9cdd-4f23-a867-c47512430769',2);
INSERT INTO "stage" VALUES(10,'fb5397cf-5fb0-458a-ad52-e8195885ea69',2);
INSERT INTO "stage" VALUES(11,'a8f499eb-fd4f-445b-9de0-9c9b2d5d525a',2);
INSERT INTO "stage" VALUES(12,'07029c1c-7120-41de-aacf-60f8b87e0374',2);
INSERT INTO "stage" VALUES(13,'502d80e6-0f3f-4b37-b3ed-781ceeeb11ad',2);
INSERT INTO "stage" VALUES(14,'1390368f-69e7-4b73-895b-8478ec60324f',3);
INSERT INTO "stage" VALUES(15,'25b9a9e0-9960-4aaf-aba2-48677412abeb',3);
INSERT INTO "stage" VALUES(16,'c4465ead-e21e-4845-9600-a0b508369371',3);
INSERT INTO "stage" VALUES(17,'65a9648b-e605-4ed4-88a2-449b76a8d67f',3);
INSERT INTO "stage" VALUES(18,'0c07fdfe-bf4e-4809-91c4-4f8fa4fb22c3',3);
CREATE TABLE stage_total (
  stage_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  n_deals INTEGER NOT NULL,
  sum_minor INTEGER NOT NULL,
  PRIMARY KEY (stage_id, status, owner_id, currency)
) STRICT, WITHOUT ROWID;
INSERT INTO "stage_total" VALUES(1,'lost',1,'EUR',2,5881000);
INSERT INTO "stage_total" VALUES(1,'lost',4,'EUR',1,1095000);
INSERT INTO "stage_total" VALUES(1,'open',3,'EUR',1,122000);
INSERT INTO "stage_total" VALUES(5,'lost',3,'EUR',1,986000);
INSERT INTO "stage_total" VALUES(6,'open',4,'EUR',1,1850000);
INSERT INTO "stage_total" VALUES(8,'lost',3,'EUR',1,253000);
INSERT INTO "stage_total" VALUES(8,'lost',4,'EUR',1,654000);
INSERT INTO "stage_total" VALUES(8,'open',1,'EUR',1,3089000);
INSERT INTO "stage_total" VALUES(15,'lost',1,'EUR',1,21000);
INSERT INTO "stage_total" VALUES(17,'lost',4,'EUR',1,28000);
INSERT INTO "stage_total" VALUES(18,'completed',4,'EUR',1,22000);
CREATE TABLE tick (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  criterion TEXT NOT NULL,
  ticked_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "tick" VALUES(1,7,'0688a40a-6f44-4092-904b-be7561544244',1794690480000000,1,1,1,NULL);
INSERT INTO "tick" VALUES(2,10,'08570a3e-e866-482d-b2c5-84fac0aabf7e',1794886200000000,4,1,1,NULL);
INSERT INTO "tick" VALUES(3,11,'7e4cab89-3b33-421c-9567-c6092e3e7451',1795490897014028,3,1,1,NULL);
INSERT INTO "tick" VALUES(4,11,'699f8ece-2cff-407a-8f8a-760e4d900444',1795490897014028,3,1,1,NULL);
INSERT INTO "tick" VALUES(5,11,'1eb76d86-91c9-4afa-9689-08c7903dea7d',1795490897014028,3,1,1,NULL);
INSERT INTO "tick" VALUES(6,11,'47ed5954-6a10-45f7-ac51-fda5eded5ba6',1795490897014028,3,1,1,NULL);
CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  login TEXT UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER,
  deleted_by INTEGER
) STRICT;
INSERT INTO "user" VALUES(1,'anna','Anna','anna',1,NULL,NULL);
INSERT INTO "user" VALUES(2,NULL,'Emma Duval','emma duval',1,NULL,NULL);
INSERT INTO "user" VALUES(3,NULL,'Wendy Bennett','wendy bennett',1,NULL,NULL);
INSERT INTO "user" VALUES(4,NULL,'Olivia Adler','olivia adler',1,NULL,NULL);
CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  process_id INTEGER NOT NULL REFERENCES process (id),
  number INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
  language TEXT NOT NULL,
  selling TEXT,
  novelty TEXT,
  demand TEXT,
  market TEXT,
  offer TEXT,
  payment_terms TEXT,
  mark TEXT,
  published_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "version" VALUES(1,'700088cf-5380-49ee-aeec-a461c94be8da',1,1,'published','en','consultative','innovative','formed','b2b','product','after-onboarding',NULL,1795490897012973,1,1,NULL);
INSERT INTO "version" VALUES(2,'f2e1691d-449c-4354-9d5d-20489d508851',2,1,'published','en','consultative','established','unformed','b2b','service','before-onboarding',NULL,1795490897013326,1,1,NULL);
INSERT INTO "version" VALUES(3,'a597c203-497f-47a4-830b-992f58d62d25',3,1,'published','en','transactional','established','formed','b2c','product','before-onboarding',NULL,1795490897013488,1,1,NULL);
CREATE TABLE version_stage (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id),
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  kinds TEXT NOT NULL,
  goal TEXT NOT NULL DEFAULT '',
  entry TEXT NOT NULL DEFAULT '',
  actions TEXT NOT NULL DEFAULT '[]',
  exit_criteria TEXT NOT NULL DEFAULT '[]',
  responsible TEXT,
  participants TEXT NOT NULL DEFAULT '[]',
  duration INTEGER NOT NULL DEFAULT 0,
  duration_unit TEXT NOT NULL DEFAULT 'working-days',
  probability REAL,
  colour TEXT,
  documents TEXT NOT NULL DEFAULT '[]',
  tactics TEXT NOT NULL DEFAULT '[]',
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "version_stage" VALUES(1,1,1,'a0','Request and qualification','inbound-request qualification','Answer every request before the client turns to somebody else. Spend time only on those whom we can help and who can buy','A request has come in: a call, a letter, a form','["Call the client back","Note where the request came from","Ask about the task, the budget, the date and who decides","Decide whether to go on; politely refuse those whom we can''t help"]','[{"id":"39be531c-10b3-47f2-acf4-cc603e089ce4","text":"Answered in time"},{"id":"7e4cab89-3b33-421c-9567-c6092e3e7451","text":"Source noted"},{"id":"699f8ece-2cff-407a-8f8a-760e4d900444","text":"Task known"},{"id":"1eb76d86-91c9-4afa-9689-08c7903dea7d","text":"Budget known"},{"id":"47ed5954-6a10-45f7-ac51-fda5eded5ba6","text":"Date known"},{"id":"c71189ba-cb22-43d5-90ad-f11839d8f4c7","text":"Decision-maker known"}]','20569e5d-81c5-4695-b77a-d8b1964ae637','[]',10,'working-hours',0.1,NULL,'[]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(2,1,2,'a1','Needs discovery','needs-discovery','Understand the client''s task better than they have put it themselves','The client is ready to talk about their task','["Meet those who decide and those who will use it","Ask the discovery questions and listen","Send the client a summary of what was understood"]','[{"id":"2f542b75-5589-4dd6-910f-429fc54bce9b","text":"What is the problem?"},{"id":"661c62fa-6252-42a1-99a2-b031692b3a48","text":"What does it cost you?"},{"id":"47fc1ef9-a7f3-4b0b-9ce1-b57d6617e451","text":"Who decides?"},{"id":"85afb706-89b6-43e8-81e6-7c74d445acdd","text":"By when?"},{"id":"f7d290f4-4ea8-47b7-a12e-aabefb1b655c","text":"What is success?"},{"id":"4ccdf720-45a8-4536-845e-fdb47c7113ed","text":"Summary confirmed by the client"}]','20569e5d-81c5-4695-b77a-d8b1964ae637','["7c62ad8a-9478-46f9-882c-9d3bd60bb128"]',5,'working-days',0.3,NULL,'["Summary of needs"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(3,1,3,'a2','Presentation','presentation','Show the client how their own task is solved','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them"]','[{"id":"9f131323-180a-4137-acee-d1736a3b7768","text":"Shown on the client''s own task"},{"id":"c980a4d1-e07a-45c5-9f49-62f1c2f70cf8","text":"Doubts noted"}]','20569e5d-81c5-4695-b77a-d8b1964ae637','["7c62ad8a-9478-46f9-882c-9d3bd60bb128"]',3,'working-days',0.4,NULL,'["Presentation"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(4,1,4,'a3','Trial','trial','Let the client make sure of the benefit before paying','The client wants to try it, and it is agreed what is to be checked','["Agree on the goals and the end of the trial","Give access and help with the first steps","Go through the results with the client"]','[{"id":"a96df0ba-5912-433a-8f84-99b42845d936","text":"Goals agreed"},{"id":"925e679f-ba2d-482c-a4b0-f3308da5e53c","text":"Client has used it"},{"id":"52ecea57-d917-4e70-a66e-5951a5ce40ce","text":"Results gone through"}]','20569e5d-81c5-4695-b77a-d8b1964ae637','["e6d170c0-e5d3-456c-8c8c-cdf72fca7f8e"]',10,'working-days',0.5,NULL,'["Trial plan"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(5,1,5,'a4','Proposal and contract','proposal negotiation contract','Give the client an offer that can be decided on. Agree on terms that suit both sides. Put what was agreed in writing without losing time','It is clear what exactly the client needs','["Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision","Find out what matters to the client beside the price","Give way only in return for something","Write down what was agreed","Prepare the contract and settle the client''s remarks","Have it signed","Issue the invoice"]','[{"id":"001266be-54e2-4a75-b52a-40f597a4ca32","text":"Proposal sent"},{"id":"7c934478-bb7a-442f-864a-dfde152cfaae","text":"Day of decision known"},{"id":"e4276bc9-fc56-43cf-b9f1-723af6b92f2f","text":"Price agreed"},{"id":"086e074e-57c3-4e1f-aa04-be0dd00c479d","text":"Dates agreed"},{"id":"d035a49f-8edf-481e-87e5-f71eb232c8fc","text":"Payment terms agreed"},{"id":"683dde06-1873-407c-8c2a-0fb55f83a841","text":"Contract signed"},{"id":"697b44fb-f30e-4422-8dd3-6eb54694137f","text":"Invoice sent"}]','20569e5d-81c5-4695-b77a-d8b1964ae637','["c5537675-bd85-4a2d-aa0b-d5be8ef5315c"]',12,'working-days',0.55,NULL,'["Proposal","Contract","Invoice"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(6,1,6,'a5','Client onboarding','onboarding','Bring the client to the first result of their own','The contract is signed','["Hand over to the client what was promised in the sale","Teach those who will work with it","Have the client confirm the success"]','[{"id":"4ca4b119-154e-49ed-8b6f-2f8ed851f25f","text":"Client works alone"},{"id":"08570a3e-e866-482d-b2c5-84fac0aabf7e","text":"Success confirmed"}]','20569e5d-81c5-4695-b77a-d8b1964ae637','["e6d170c0-e5d3-456c-8c8c-cdf72fca7f8e"]',10,'working-days',0.88,NULL,'["Onboarding plan"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(7,1,7,'a6','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"bc0624a0-a0bd-4932-ae4a-95a2509fdf4c","text":"Money received by the schedule"}]','20569e5d-81c5-4695-b77a-d8b1964ae637','["e6549fbd-bc9e-46a1-8074-934def705f6a"]',5,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(8,2,8,'a0','Search and first contact','prospecting outreach','Find clients who have the task that we solve. Interest the client in a meeting','There is a client profile and a source of contacts','["Pick contacts by the client profile","Find out who decides","Find a reason to get in touch","Call or write to the decision-maker","Say in one sentence what the client gains","Agree on the day of the meeting"]','[{"id":"0688a40a-6f44-4092-904b-be7561544244","text":"Fits our client profile"},{"id":"d5661955-53b8-4e01-a2f2-2a4894aa8d2a","text":"Decision-maker found"},{"id":"488b1273-6d5a-4961-9f96-fbf4079413e9","text":"Talked to the client"},{"id":"b193ce3a-c42f-46b0-80a0-1612898dcaa9","text":"Meeting agreed"}]','fa1f9bce-897f-4cfa-8660-e1949f3b1602','[]',10,'working-days',0.02,NULL,'["Client profile","Call script"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(9,2,9,'a1','Needs discovery','needs-discovery','Understand the client''s task better than they have put it themselves','The client is ready to talk about their task','["Meet those who decide and those who will use it","Ask the discovery questions and listen","Send the client a summary of what was understood"]','[{"id":"7403933b-6fd7-466a-9ed8-4f019d9c2f69","text":"What is the problem?"},{"id":"3a2f8ec1-135b-40fc-bea2-c826719fbf83","text":"What does it cost you?"},{"id":"80a08674-81da-4785-ae4f-0c6d275677cc","text":"Who decides?"},{"id":"058fd988-50a1-4896-b31a-0189787bc464","text":"By when?"},{"id":"3af9223a-fadb-4583-87e1-8ca365b9cb4d","text":"What is success?"},{"id":"8bb0d4e2-90ed-4a52-b482-eb6731f586de","text":"Summary confirmed by the client"}]','fa1f9bce-897f-4cfa-8660-e1949f3b1602','["3d7f7af0-25bd-46f1-893d-ac6917dfc7c9"]',5,'working-days',0.3,NULL,'["Summary of needs"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(10,2,10,'a2','Presentation and proposal','presentation proposal','Show the client how their own task is solved. Give the client an offer that can be decided on','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them","Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision"]','[{"id":"ea9e1cf6-e633-42ef-bb57-73647a4f40f9","text":"Shown on the client''s own task"},{"id":"1db848a3-2c51-4ae1-8c8e-5c21daa94213","text":"Doubts noted"},{"id":"9882a4c1-8c27-4cb3-ad29-39e0ffd92b22","text":"Proposal sent"},{"id":"ae03b36a-c998-4c1e-9274-d4b4f9c6e1f2","text":"Day of decision known"}]','fa1f9bce-897f-4cfa-8660-e1949f3b1602','["3d7f7af0-25bd-46f1-893d-ac6917dfc7c9"]',5,'working-days',0.4,NULL,'["Presentation","Proposal"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(11,2,11,'a3','Contract signing','contract','Put what was agreed in writing without losing time','The terms are agreed','["Prepare the contract and settle the client''s remarks","Have it signed","Issue the invoice"]','[{"id":"41e5b6df-3c8c-4192-86ee-15cf6ff1a19e","text":"Contract signed"},{"id":"f5a5d5c0-c6db-43a4-908c-6b100aa67764","text":"Invoice sent"}]','fa1f9bce-897f-4cfa-8660-e1949f3b1602','["5da51cd7-fa67-4858-83af-a8b453574aee"]',5,'working-days',0.8,NULL,'["Contract","Invoice"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(12,2,12,'a4','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"e939801a-e37e-4760-a7f1-f64dabb56158","text":"Money received by the schedule"}]','fa1f9bce-897f-4cfa-8660-e1949f3b1602','["adb53a38-be1e-45c0-bdb8-3bc752ebc7ee"]',5,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(13,2,13,'a5','Delivery','delivery','Deliver what was agreed, so that the client comes back','The payment that the contract asks for has come in','["Hand the agreements over to the project manager","Tell the client how the work goes","Hand over the result and have it accepted"]','[{"id":"7cea8fb2-bb3a-4124-8c6e-b1c2ea76c515","text":"Result accepted"},{"id":"82fc27fb-b62b-4df8-9197-001c91e6fa13","text":"Acceptance act signed"}]','d9af45ef-d9e4-4689-982d-0d6cb09afc90','["fa1f9bce-897f-4cfa-8660-e1949f3b1602"]',20,'working-days',1.0,NULL,'["Acceptance act"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(14,3,14,'a0','Request and qualification','inbound-request qualification','Answer every request before the client turns to somebody else. Spend time only on those whom we can help and who can buy','A request has come in: a call, a letter, a form','["Call the client back","Note where the request came from","Ask about the task, the budget, the date and who decides","Decide whether to go on; politely refuse those whom we can''t help"]','[{"id":"5db552d1-7c7d-4678-baae-4f021476e886","text":"Answered in time"},{"id":"e9073cfe-f4b3-46f6-8c5f-0e79301a942d","text":"Source noted"},{"id":"e41ccbdc-f310-4e77-be76-4aca9f78fea3","text":"Task known"},{"id":"833d222c-b712-4ddc-a384-19f8ff05581e","text":"Budget known"},{"id":"18d10176-dc5e-4e2c-bd7d-cdae2ef3db1a","text":"Date known"},{"id":"9ccf7f5b-b65f-4de4-abe6-3af0c57d4925","text":"Decision-maker known"}]','13030e18-3900-4c19-900b-c6743cf6bd9f','[]',5,'working-hours',0.1,NULL,'[]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(15,3,15,'a1','Presentation and proposal','presentation proposal','Show the client how their own task is solved. Give the client an offer that can be decided on','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them","Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision"]','[{"id":"20e496a3-002b-46ae-8d53-4609bb5934c7","text":"Shown on the client''s own task"},{"id":"f2473c56-34a4-43fd-a5e8-5b8cba39d81f","text":"Doubts noted"},{"id":"535816f3-430d-4004-8d01-09928ab55629","text":"Proposal sent"},{"id":"44b96478-77d6-49a6-aea7-26e2f121ba00","text":"Day of decision known"}]','13030e18-3900-4c19-900b-c6743cf6bd9f','["aa0a8656-79dd-4fe8-8eab-aa570053c988"]',2,'working-days',0.4,NULL,'["Presentation","Proposal"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(16,3,16,'a2','Order','contract','Put what was agreed in writing without losing time','The terms are agreed','["Take the order and confirm it","Issue the invoice"]','[{"id":"6e48c443-d0be-46c2-b2a7-13957905d458","text":"Order accepted"},{"id":"e66ac7d0-915d-41a7-84c8-29898965c440","text":"Invoice sent"}]','13030e18-3900-4c19-900b-c6743cf6bd9f','[]',1,'working-days',0.8,NULL,'["Order confirmation","Invoice"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(17,3,17,'a3','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"f2c17b6d-8d4c-4657-a209-35fdbe038e26","text":"Money received by the schedule"}]','13030e18-3900-4c19-900b-c6743cf6bd9f','["73d6f516-15d4-493f-bfee-a30daf8b8321"]',1,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(18,3,18,'a4','Client onboarding','onboarding','Bring the client to the first result of their own','The contract is signed','["Hand over to the client what was promised in the sale","Teach those who will work with it","Have the client confirm the success"]','[{"id":"74e2531f-3e84-4152-b015-9e0eedb824d4","text":"Client works alone"},{"id":"d4e70103-20d0-46f7-8fac-118ea4afbc7e","text":"Success confirmed"}]','6554e2eb-ce4f-4c6b-9a4d-c7ccbb8fb6a5','["13030e18-3900-4c19-900b-c6743cf6bd9f"]',2,'working-days',1.0,NULL,'["Onboarding plan"]','[]',1,1,NULL);
CREATE INDEX change_window ON change (window, scope, process_id, id);
CREATE UNIQUE INDEX process_name ON process (name_key) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_number ON version (process_id, number) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_draft ON version (process_id) WHERE status = 'draft' AND deleted_by IS NULL;
CREATE UNIQUE INDEX version_published ON version (process_id) WHERE status = 'published' AND deleted_by IS NULL;
CREATE UNIQUE INDEX role_uuid ON role (version_id, uuid) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_stage_uuid ON version_stage (version_id, stage_id) WHERE deleted_by IS NULL;
CREATE INDEX loss_reason_process ON loss_reason (process_id);
CREATE UNIQUE INDEX person_name ON person (name_key, coalesce(company_id, 0));
CREATE INDEX deal_board ON deal (stage_id, position, id, status, owner_id, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_entered ON deal (stage_id, entered_at)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_process ON deal (process_id, id, status, owner_id, deleted_by) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX deal_external ON deal (process_id, external_id)
  WHERE external_id IS NOT NULL AND deleted_by IS NULL;
CREATE INDEX deal_event_deal ON deal_event (deal_id, id);
CREATE INDEX deal_event_change ON deal_event (change_id);
CREATE UNIQUE INDEX tick_deal ON tick (deal_id, criterion) WHERE deleted_by IS NULL;
CREATE INDEX payment_deal ON payment (deal_id) WHERE deleted_by IS NULL;
CREATE INDEX payment_due ON payment (due) WHERE paid_on IS NULL AND deleted_by IS NULL;
CREATE INDEX activity_deal ON activity (deal_id, due, id) WHERE done_at IS NULL AND deleted_by IS NULL;
CREATE INDEX activity_due ON activity (due) WHERE done_at IS NULL AND deleted_by IS NULL;
CREATE TRIGGER deal_inserted AFTER INSERT ON deal WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;
CREATE TRIGGER deal_left AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, deleted_by ON deal
WHEN old.deleted_by IS NULL
BEGIN
  UPDATE stage_total
  SET n_deals = n_deals - 1, sum_minor = sum_minor - coalesce(old.value_minor, 0)
  WHERE stage_id = old.stage_id AND status = old.status
    AND owner_id = coalesce(old.owner_id, 0) AND currency = coalesce(old.currency, '');
END;
CREATE TRIGGER deal_joined AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, deleted_by ON deal
WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;
COMMIT;
