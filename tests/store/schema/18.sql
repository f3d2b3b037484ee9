PRAGMA application_id = 1396926068;
PRAGMA user_version = 18;
BEGIN TRANSACTION;
CREATE TABLE action_tick (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  stage TEXT NOT NULL,
  action TEXT NOT NULL,
  ticked_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
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
, due_time TEXT, result TEXT) STRICT;
INSERT INTO "activity" VALUES(1,10,'Call back','2026-12-02',NULL,4,1,1,NULL,'11:00',NULL);
INSERT INTO "activity" VALUES(2,11,'Agree the meeting','2026-12-10',NULL,3,1,1,NULL,NULL,NULL);
INSERT INTO "activity" VALUES(3,11,'Call','2026-11-30',1796029200000000,3,1,1,NULL,NULL,'They want it in red');
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  criterion TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('answered', 'not-told')),
  type TEXT NOT NULL,
  value TEXT,
  note TEXT NOT NULL DEFAULT '',
  search TEXT NOT NULL DEFAULT '',
  from_deal_id INTEGER REFERENCES deal (id),
  answered_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER,
  CHECK ((value IS NULL) = (state = 'not-told'))
) STRICT;
INSERT INTO "answer" VALUES(1,1,'87a0a371-986c-4116-87f2-2c232f040366','answered','text','It breaks','','it breaks
',NULL,1794690480000000,1,1,1,NULL);
CREATE TABLE calendar (
  id INTEGER PRIMARY KEY,
  weekdays TEXT NOT NULL,
  hours INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "calendar" VALUES(1,'mon,tue,wed,thu,fri,sat',7,1,1,NULL);
CREATE TABLE calendar_day (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  name TEXT,
  is_worked INTEGER NOT NULL,
  is_fixed INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "calendar_day" VALUES(1,'2026-01-01','New Year',0,1,1,1,NULL);
INSERT INTO "calendar_day" VALUES(2,'2026-01-10',NULL,1,0,1,1,NULL);
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
, is_by_itself INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "change" VALUES(1,1795491271455010,1,'anna@desk','deals',NULL,'Add sample data','do','{"bulk":"import","root":1,"rows":[{"table":"process","id":1,"at":1,"new":true,"old":{}},{"table":"version","id":1,"at":1,"new":true,"old":{}},{"table":"role","id":1,"at":1,"new":true,"old":{}},{"table":"role","id":2,"at":1,"new":true,"old":{}},{"table":"role","id":3,"at":1,"new":true,"old":{}},{"table":"role","id":4,"at":1,"new":true,"old":{}},{"table":"role","id":5,"at":1,"new":true,"old":{}},{"table":"version_stage","id":1,"at":1,"new":true,"old":{}},{"table":"version_stage","id":2,"at":1,"new":true,"old":{}},{"table":"version_stage","id":3,"at":1,"new":true,"old":{}},{"table":"version_stage","id":4,"at":1,"new":true,"old":{}},{"table":"version_stage","id":5,"at":1,"new":true,"old":{}},{"table":"version_stage","id":6,"at":1,"new":true,"old":{}},{"table":"version_stage","id":7,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":1,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":2,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":3,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":4,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":5,"at":1,"new":true,"old":{}},{"table":"process","id":2,"at":1,"new":true,"old":{}},{"table":"version","id":2,"at":1,"new":true,"old":{}},{"table":"role","id":6,"at":1,"new":true,"old":{}},{"table":"role","id":7,"at":1,"new":true,"old":{}},{"table":"role","id":8,"at":1,"new":true,"old":{}},{"table":"role","id":9,"at":1,"new":true,"old":{}},{"table":"role","id":10,"at":1,"new":true,"old":{}},{"table":"version_stage","id":8,"at":1,"new":true,"old":{}},{"table":"version_stage","id":9,"at":1,"new":true,"old":{}},{"table":"version_stage","id":10,"at":1,"new":true,"old":{}},{"table":"version_stage","id":11,"at":1,"new":true,"old":{}},{"table":"version_stage","id":12,"at":1,"new":true,"old":{}},{"table":"version_stage","id":13,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":6,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":7,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":8,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":9,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":10,"at":1,"new":true,"old":{}},{"table":"process","id":3,"at":1,"new":true,"old":{}},{"table":"version","id":3,"at":1,"new":true,"old":{}},{"table":"role","id":11,"at":1,"new":true,"old":{}},{"table":"role","id":12,"at":1,"new":true,"old":{}},{"table":"role","id":13,"at":1,"new":true,"old":{}},{"table":"role","id":14,"at":1,"new":true,"old":{}},{"table":"version_stage","id":14,"at":1,"new":true,"old":{}},{"table":"version_stage","id":15,"at":1,"new":true,"old":{}},{"table":"version_stage","id":16,"at":1,"new":true,"old":{}},{"table":"version_stage","id":17,"at":1,"new":true,"old":{}},{"table":"version_stage","id":18,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":11,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":12,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":13,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":14,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":15,"at":1,"new":true,"old":{}}]}','*',NULL,NULL,0);
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
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  part TEXT,
  place INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "contact" VALUES(1,1,1,'decides',0,1,1,NULL);
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
  loss_reason TEXT,
  notes TEXT NOT NULL DEFAULT '',
  search TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER, entered_at INTEGER, won_on TEXT, parked_until TEXT,
  CHECK ((value_minor IS NULL) = (currency IS NULL))
) STRICT;
INSERT INTO "deal" VALUES(1,NULL,2,8,'lost','a0','Renewal, 21 seats',1,1,4,654000,'EUR',NULL,'Advertising',NULL,'2026-05-05','2026-05-26','2026-07-09','No budget','','renewal, 21 seats
northern logistics ltd
paul costa',1,1,NULL,1777955760000000,NULL,NULL);
INSERT INTO "deal" VALUES(2,NULL,1,1,'lost','a0','Pilot with 53 users',2,2,4,1095000,'EUR',NULL,'Advertising',NULL,'2026-10-30','2026-10-31','2027-01-04','No answer','The budget is agreed for this quarter.','pilot with 53 users
silver logistics ltd
emma ivanova',1,1,NULL,1793334660000000,NULL,NULL);
INSERT INTO "deal" VALUES(3,NULL,1,1,'lost','a1','Delivery of 2 lots',1,1,1,4385000,'EUR',NULL,'Fair',NULL,'2026-11-17','2026-11-21','2027-02-05','Too expensive','','delivery of 2 lots
northern logistics ltd
paul costa',1,1,NULL,1794957300000000,NULL,NULL);
INSERT INTO "deal" VALUES(4,NULL,3,15,'lost','a0','Fitting of 31 rooms',2,2,1,21000,'EUR',NULL,'Fair',NULL,'2026-02-25','2026-02-27','2026-03-09','No budget','Asked to be called in the afternoon.','fitting of 31 rooms
silver logistics ltd
emma ivanova',1,1,NULL,1771982520000000,NULL,NULL);
INSERT INTO "deal" VALUES(5,NULL,1,1,'lost','a2','Service of 12 machines',1,1,1,1496000,'EUR',NULL,'Advertising',NULL,'2026-07-08','2026-07-09','2026-09-15','Bought from a competitor','The budget is agreed for this quarter.','service of 12 machines
northern logistics ltd
paul costa',1,1,NULL,1783479540000000,NULL,NULL);
INSERT INTO "deal" VALUES(6,NULL,1,5,'lost','a0','Fitting of 12 rooms',2,2,3,986000,'EUR',NULL,'Fair',NULL,'2026-05-26','2026-07-15','2026-07-29','Not needed any more','Asked to be called in the afternoon.','fitting of 12 rooms
silver logistics ltd
emma ivanova',1,1,NULL,1782448380000000,NULL,NULL);
INSERT INTO "deal" VALUES(7,NULL,2,8,'open','a1','Equipment, 27 pieces',3,3,1,3089000,'EUR',NULL,'Referral',NULL,'2026-11-14',NULL,'2026-12-25',NULL,'The budget is agreed for this quarter.','equipment, 27 pieces
blue logistics ltd
ben brooks',1,1,NULL,1794690480000000,NULL,NULL);
INSERT INTO "deal" VALUES(8,NULL,2,8,'lost','a2','Support for 8 months',1,1,3,253000,'EUR',NULL,'Advertising',NULL,'2026-10-21','2026-11-06','2026-12-08','No answer','','support for 8 months
northern logistics ltd
paul costa',1,1,NULL,1792617780000000,NULL,NULL);
INSERT INTO "deal" VALUES(9,NULL,3,18,'completed','a0','Integration of 10 systems',2,2,4,22000,'EUR',NULL,'Website',NULL,'2025-10-28','2025-11-11','2025-11-13',NULL,'','integration of 10 systems
silver logistics ltd
emma ivanova',1,1,NULL,1762836540000000,'2025-11-11',NULL);
INSERT INTO "deal" VALUES(10,NULL,1,6,'open','a0','Renewal, 52 seats',2,2,4,1850000,'EUR',NULL,'Website',NULL,'2026-09-23',NULL,'2026-12-21',NULL,'','renewal, 52 seats
silver logistics ltd
emma ivanova',1,1,NULL,1794886200000000,NULL,NULL);
INSERT INTO "deal" VALUES(11,NULL,1,1,'open','a3','Fitting of 61 rooms',1,1,3,122000,'EUR',NULL,'Partner',NULL,'2026-11-24',NULL,'2027-02-18',NULL,'The budget is agreed for this quarter.','fitting of 61 rooms
northern logistics ltd
paul costa',1,1,NULL,1795491271456599,NULL,NULL);
INSERT INTO "deal" VALUES(12,NULL,3,17,'lost','a0','Delivery of 24 lots',3,3,4,28000,'EUR',NULL,'Cold call',NULL,'2026-01-21','2026-01-25','2026-02-16','Bought from a competitor','Asked to be called in the afternoon.','delivery of 24 lots
blue logistics ltd
ben brooks',1,1,NULL,1769311680000000,NULL,NULL);
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
, is_inferred INTEGER NOT NULL DEFAULT 0, replaced_by INTEGER REFERENCES change (id), criterion TEXT, criterion_text TEXT, answer_type TEXT) STRICT;
INSERT INTO "deal_event" VALUES(1,1,1,1777955760000000,2,'stage',NULL,'b4abd11b-ae33-458d-81d8-dc811a07e1e9',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(2,1,1,1777955760000000,2,'value',NULL,'654000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(3,1,1,1779829920000000,2,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(4,2,1,1793334660000000,1,'stage',NULL,'a54df1c9-392e-42f0-8414-13b41e4a72c5',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(5,2,1,1793334660000000,1,'value',NULL,'1095000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(6,2,1,1793416080000000,1,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(7,3,1,1794957300000000,1,'stage',NULL,'a54df1c9-392e-42f0-8414-13b41e4a72c5',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(8,3,1,1794957300000000,1,'value',NULL,'4385000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(9,3,1,1795297740000000,1,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(10,4,1,1771982460000000,3,'stage',NULL,'eabf464b-0ef1-4c33-89d2-0230be128433',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(11,4,1,1771982460000000,3,'value',NULL,'21000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(12,4,1,1771982520000000,3,'stage','eabf464b-0ef1-4c33-89d2-0230be128433','dc2ade90-ab20-4f70-9e31-f439143593ad',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(13,4,1,1772235840000000,3,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(14,5,1,1783479540000000,1,'stage',NULL,'a54df1c9-392e-42f0-8414-13b41e4a72c5',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(15,5,1,1783479540000000,1,'value',NULL,'1496000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(16,5,1,1783629900000000,1,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(17,6,1,1779836400000000,1,'stage',NULL,'a54df1c9-392e-42f0-8414-13b41e4a72c5',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(18,6,1,1779836400000000,1,'value',NULL,'986000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(19,6,1,1779836460000000,1,'stage','a54df1c9-392e-42f0-8414-13b41e4a72c5','c7f78663-e272-46c3-a318-ffbefffe50c1',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(20,6,1,1780268640000000,1,'stage','c7f78663-e272-46c3-a318-ffbefffe50c1','137a2471-dd54-4628-9323-5b41121f928d',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(21,6,1,1780630080000000,1,'stage','137a2471-dd54-4628-9323-5b41121f928d','24739efb-f76b-42e9-a027-d3130d8cf714',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(22,6,1,1782448380000000,1,'stage','24739efb-f76b-42e9-a027-d3130d8cf714','d35462a6-8b4b-48ea-9597-0e3106d8953a',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(23,6,1,1784073600000000,1,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(24,7,1,1794690480000000,2,'stage',NULL,'b4abd11b-ae33-458d-81d8-dc811a07e1e9',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(25,7,1,1794690480000000,2,'value',NULL,'3089000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(26,8,1,1792617780000000,2,'stage',NULL,'b4abd11b-ae33-458d-81d8-dc811a07e1e9',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(27,8,1,1792617780000000,2,'value',NULL,'253000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(28,8,1,1794008040000000,2,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(29,9,1,1761690300000000,3,'stage',NULL,'eabf464b-0ef1-4c33-89d2-0230be128433',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(30,9,1,1761690300000000,3,'value',NULL,'22000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(31,9,1,1761690360000000,3,'stage','eabf464b-0ef1-4c33-89d2-0230be128433','dc2ade90-ab20-4f70-9e31-f439143593ad',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(32,9,1,1762046880000000,3,'stage','dc2ade90-ab20-4f70-9e31-f439143593ad','370f6832-8dda-4d3d-ba1d-b00643ba3838',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(33,9,1,1762640820000000,3,'stage','370f6832-8dda-4d3d-ba1d-b00643ba3838','68e791b2-4460-4bc6-aaf5-313f40040356',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(34,9,1,1762836540000000,3,'stage','68e791b2-4460-4bc6-aaf5-313f40040356','a6f7b555-0f1c-414e-875e-505f05786a65',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(35,9,1,1762828800000000,3,'status','open','won',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(36,9,1,1762998780000000,3,'status','won','completed',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(37,10,1,1790203500000000,1,'stage',NULL,'a54df1c9-392e-42f0-8414-13b41e4a72c5',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(38,10,1,1790203500000000,1,'value',NULL,'1850000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(39,10,1,1790371920000000,1,'stage','a54df1c9-392e-42f0-8414-13b41e4a72c5','c7f78663-e272-46c3-a318-ffbefffe50c1',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(40,10,1,1790893860000000,1,'stage','c7f78663-e272-46c3-a318-ffbefffe50c1','137a2471-dd54-4628-9323-5b41121f928d',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(41,10,1,1791425760000000,1,'stage','137a2471-dd54-4628-9323-5b41121f928d','24739efb-f76b-42e9-a027-d3130d8cf714',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(42,10,1,1794446520000000,1,'stage','24739efb-f76b-42e9-a027-d3130d8cf714','d35462a6-8b4b-48ea-9597-0e3106d8953a',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(43,10,1,1794886200000000,1,'stage','d35462a6-8b4b-48ea-9597-0e3106d8953a','c1e71bcf-afa2-4a0e-8816-fad28f04f447',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(44,11,1,1795491271456599,1,'stage',NULL,'a54df1c9-392e-42f0-8414-13b41e4a72c5',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(45,11,1,1795491271456599,1,'value',NULL,'122000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(46,12,1,1768960380000000,3,'stage',NULL,'eabf464b-0ef1-4c33-89d2-0230be128433',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(47,12,1,1768960380000000,3,'value',NULL,'28000 EUR',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(48,12,1,1768964520000000,3,'stage','eabf464b-0ef1-4c33-89d2-0230be128433','dc2ade90-ab20-4f70-9e31-f439143593ad',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(49,12,1,1769207700000000,3,'stage','dc2ade90-ab20-4f70-9e31-f439143593ad','370f6832-8dda-4d3d-ba1d-b00643ba3838',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(50,12,1,1769311680000000,3,'stage','370f6832-8dda-4d3d-ba1d-b00643ba3838','68e791b2-4460-4bc6-aaf5-313f40040356',NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "deal_event" VALUES(51,12,1,1769311740000000,3,'status','open','lost',NULL,NULL,0,NULL,NULL,NULL,NULL);
CREATE TABLE kept_deal (
  change_id INTEGER NOT NULL REFERENCES change (id),
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  external_id TEXT,
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  status TEXT NOT NULL,
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
  loss_reason TEXT,
  notes TEXT NOT NULL,
  search TEXT NOT NULL,
  revision INTEGER NOT NULL,
  expects INTEGER, entered_at INTEGER, won_on TEXT, parked_until TEXT,
  PRIMARY KEY (change_id, deal_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "kept_deal" VALUES(1,1,NULL,8,'lost','a0','Renewal, 21 seats',1,1,4,654000,'EUR',NULL,'Advertising',NULL,'2026-05-05','2026-05-26','2026-07-09','No budget','','renewal, 21 seats
northern logistics ltd
paul costa',1,NULL,1777955760000000,NULL,NULL);
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
CREATE TABLE own_word (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL REFERENCES process (id),
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  prints TEXT NOT NULL DEFAULT '[]',
  heirs TEXT NOT NULL DEFAULT '[]',
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "own_word" VALUES(1,1,'general:after','Own *words*.','[]','[]',1,1,NULL);
INSERT INTO "own_word" VALUES(2,1,'stage:a54df1c9-392e-42f0-8414-13b41e4a72c5:after','What only we know.','["1"]','[]',1,1,NULL);
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  city TEXT NOT NULL,
  logo TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "organisation" VALUES(1,'Acme Limited','Acme','Leeds',NULL,1,1,NULL);
CREATE TABLE process_organisation (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL UNIQUE REFERENCES process (id),
  code TEXT NOT NULL,
  owner_post TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  approver TEXT NOT NULL,
  approver_post TEXT NOT NULL,
  effective TEXT,
  target_cycle INTEGER,
  target_discovery INTEGER,
  target_predictability INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "process_organisation" VALUES(1,1,'SR-1','Head of sales','signature','A. Smith','Director','2026-12-01',55,80,10,1,1,NULL);
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
, phone TEXT, email TEXT) STRICT;
INSERT INTO "person" VALUES(1,1,'Paul Costa','paul costa',1,1,NULL,'+44 20 7946 0018','paul@example.com');
INSERT INTO "person" VALUES(2,2,'Emma Ivanova','emma ivanova',1,1,NULL,NULL,NULL);
INSERT INTO "person" VALUES(3,3,'Ben Brooks','ben brooks',1,1,NULL,NULL,NULL);
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL REFERENCES process (id),
  month TEXT NOT NULL,
  owner_id INTEGER REFERENCES user (id),
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "plan" VALUES(1,1,'2026-12',NULL,1000000,'EUR',1,1,NULL);
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
INSERT INTO "process" VALUES(1,'9f3df121-ebac-473d-ae34-a379a6561560','Software for companies','software for companies','','a0',0,1,1,NULL);
INSERT INTO "process" VALUES(2,'99b6382e-68da-4f72-9b79-0357a753421f','Consulting projects','consulting projects','','a1',0,1,1,NULL);
INSERT INTO "process" VALUES(3,'9bbaa4c9-6e51-4bf3-8f41-27aae0f21882','Online courses','online courses','','a2',0,1,1,NULL);
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
INSERT INTO "role" VALUES(1,1,'934d4670-3376-4f26-b393-c2f10c38b26e','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(2,1,'b907d5b2-3be9-4341-af5e-5d00c02ef444','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(3,1,'b9160b28-e163-47ac-b51c-f8b47ab152fe','a2','Onboarding manager','onboarding',1,1,NULL);
INSERT INTO "role" VALUES(4,1,'4fc32119-5c7a-4ee8-a131-1cb291f794d2','a3','Lawyer','legal',1,1,NULL);
INSERT INTO "role" VALUES(5,1,'de09d205-6936-41b5-80e5-a833606fbf47','a4','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(6,2,'a01cf282-17d1-42e6-8529-826a6ea1e978','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(7,2,'26769710-48e5-46dd-81b3-5d2ada24a239','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(8,2,'bc4fd7dc-66f1-4e38-841d-b7dc0ac8254a','a2','Lawyer','legal',1,1,NULL);
INSERT INTO "role" VALUES(9,2,'1637b64d-b486-46f9-9742-46c517d422e8','a3','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(10,2,'ab244f05-2667-4db3-93cd-1695b2005349','a4','Project manager','delivery',1,1,NULL);
INSERT INTO "role" VALUES(11,3,'be9d3705-9c8b-45f8-b092-502ba9761f92','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(12,3,'ce61cbf5-4204-4bff-abe8-316fcc2f61c5','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(13,3,'34d60ea5-20f8-471a-9bd4-eea741427c89','a2','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(14,3,'3d2dc32e-d841-4b2f-bf2d-f3b64fc70010','a3','Onboarding manager','onboarding',1,1,NULL);
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  process_id INTEGER NOT NULL REFERENCES process (id)
) STRICT;
INSERT INTO "stage" VALUES(1,'a54df1c9-392e-42f0-8414-13b41e4a72c5',1);
INSERT INTO "stage" VALUES(2,'c7f78663-e272-46c3-a318-ffbefffe50c1',1);
INSERT INTO "stage" VALUES(3,'137a2471-dd54-4628-9323-5b41121f928d',1);
INSERT INTO "stage" VALUES(4,'24739efb-f76b-42e9-a027-d3130d8cf714',1);
INSERT INTO "stage" VALUES(5,'d35462a6-8b4b-48ea-9597-0e3106d8953a',1);
INSERT INTO "stage" VALUES(6,'c1e71bcf-afa2-4a0e-8816-fad28f04f447',1);
INSERT INTO "stage" VALUES(7,'ee245afb-c811-4ba0-b2c3-94128d2d7982',1);
INSERT INTO "stage" VALUES(8,'b4abd11b-ae33-458d-81d8-dc811a07e1e9',2);
INSERT INTO "stage" VALUES(9,'71a603ec-27f0-436b-9724-4d0cbe99335f',2);
INSERT INTO "stage" VALUES(10,'75846a19-a97d-401c-aa6c-cc726f3d2240',2);
INSERT INTO "stage" VALUES(11,'71881ded-d949-49bf-bd18-84a5518695f9',2);
INSERT INTO "stage" VALUES(12,'0105f0ca-cd75-4b03-b2a7-d1290c9ff9da',2);
INSERT INTO "stage" VALUES(13,'3989660a-ecb8-47f6-ac32-42f497dbe1a4',2);
INSERT INTO "stage" VALUES(14,'eabf464b-0ef1-4c33-89d2-0230be128433',3);
INSERT INTO "stage" VALUES(15,'dc2ade90-ab20-4f70-9e31-f439143593ad',3);
INSERT INTO "stage" VALUES(16,'370f6832-8dda-4d3d-ba1d-b00643ba3838',3);
INSERT INTO "stage" VALUES(17,'68e791b2-4460-4bc6-aaf5-313f40040356',3);
INSERT INTO "stage" VALUES(18,'a6f7b555-0f1c-414e-875e-505f05786a65',3);
CREATE TABLE stage_total (
  stage_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  parked_until TEXT NOT NULL,
  n_deals INTEGER NOT NULL,
  sum_minor INTEGER NOT NULL,
  PRIMARY KEY (stage_id, status, owner_id, currency, parked_until)
) STRICT, WITHOUT ROWID;
INSERT INTO "stage_total" VALUES(1,'lost',1,'EUR','',2,5881000);
INSERT INTO "stage_total" VALUES(1,'lost',4,'EUR','',1,1095000);
INSERT INTO "stage_total" VALUES(1,'open',3,'EUR','',1,122000);
INSERT INTO "stage_total" VALUES(5,'lost',3,'EUR','',1,986000);
INSERT INTO "stage_total" VALUES(6,'open',4,'EUR','',1,1850000);
INSERT INTO "stage_total" VALUES(8,'lost',3,'EUR','',1,253000);
INSERT INTO "stage_total" VALUES(8,'lost',4,'EUR','',1,654000);
INSERT INTO "stage_total" VALUES(8,'open',1,'EUR','',1,3089000);
INSERT INTO "stage_total" VALUES(15,'lost',1,'EUR','',1,21000);
INSERT INTO "stage_total" VALUES(17,'lost',4,'EUR','',1,28000);
INSERT INTO "stage_total" VALUES(18,'completed',4,'EUR','',1,22000);
CREATE TABLE tactic_use (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  tactic TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;
INSERT INTO "tactic_use" VALUES(1,1,'5d0b3c57-7c35-4e0c-9a51-2f6f1b1f9a10',1794690480000000,1,1,1,NULL);
CREATE TABLE tick (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  criterion TEXT NOT NULL,
  ticked_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
, note TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "tick" VALUES(1,7,'87a0a371-986c-4116-87f2-2c232f040366',1794690480000000,1,1,1,NULL,'');
INSERT INTO "tick" VALUES(2,10,'c568774e-2207-4c1c-99cf-9fcdff1fe159',1794886200000000,4,1,1,NULL,'');
INSERT INTO "tick" VALUES(3,11,'ed4f9bc6-d941-491f-86f2-807970e24c53',1795491271456599,3,1,1,NULL,'');
INSERT INTO "tick" VALUES(4,11,'8848c899-19c1-4c4a-909b-6dcb4867c0a4',1795491271456599,3,1,1,NULL,'');
INSERT INTO "tick" VALUES(5,11,'785e9db2-e63b-41d8-862e-97a2f48d850c',1795491271456599,3,1,1,NULL,'');
INSERT INTO "tick" VALUES(6,11,'6122a5a8-f604-4383-abb0-3562d9b3171f',1795491271456599,3,1,1,NULL,'');
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
, published_by INTEGER REFERENCES change (id)) STRICT;
INSERT INTO "version" VALUES(1,'db131b78-58ff-44a6-8108-531c0056cd5a',1,1,'published','en','consultative','innovative','formed','b2b','product','after-onboarding',NULL,1795491271455576,1,1,NULL,1);
INSERT INTO "version" VALUES(2,'6d31bc6b-01cb-4442-ad75-7ab9b9260dc2',2,1,'published','en','consultative','established','unformed','b2b','service','before-onboarding',NULL,1795491271455863,1,1,NULL,1);
INSERT INTO "version" VALUES(3,'b013bcaf-9079-4d48-9a2d-5bc899c932e3',3,1,'published','en','transactional','established','formed','b2c','product','before-onboarding',NULL,1795491271456022,1,1,NULL,1);
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
, refusal TEXT NOT NULL DEFAULT 'lost', refusal_stage TEXT, refusal_after INTEGER NOT NULL DEFAULT 0, refusal_after_unit TEXT NOT NULL DEFAULT 'working-days') STRICT;
INSERT INTO "version_stage" VALUES(1,1,1,'a0','Request and qualification','inbound-request qualification','Answer every request before the client turns to somebody else. Spend time only on those whom we can help and who can buy','A request has come in: a call, a letter, a form','["Call the client back","Note where the request came from","Ask about the task, the budget, the date and who decides","Decide whether to go on; politely refuse those whom we can''t help"]','[{"id":"356246b3-f8d7-4384-be05-dbd8cf55bdbf","text":"Answered in time"},{"id":"ed4f9bc6-d941-491f-86f2-807970e24c53","text":"Source noted"},{"id":"8848c899-19c1-4c4a-909b-6dcb4867c0a4","text":"Task known"},{"id":"785e9db2-e63b-41d8-862e-97a2f48d850c","text":"Budget known"},{"id":"6122a5a8-f604-4383-abb0-3562d9b3171f","text":"Date known"},{"id":"1343fab8-6fbd-4f22-abef-a330e2d8f416","text":"Decision-maker known"}]','934d4670-3376-4f26-b393-c2f10c38b26e','[]',10,'working-hours',0.1,NULL,'[]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(2,1,2,'a1','Needs discovery','needs-discovery','Understand the client''s task better than they have put it themselves','The client is ready to talk about their task','["Meet those who decide and those who will use it","Ask the discovery questions and listen","Send the client a summary of what was understood"]','[{"id":"7b7a551f-0442-4b32-8c17-6457f94dc44d","text":"What is the problem?"},{"id":"98c7f46e-2f7a-461f-88de-0829228fc1a1","text":"What does it cost you?"},{"id":"457381f7-02dc-421e-94c4-58424fec5599","text":"Who decides?"},{"id":"af2d5f8c-3eac-4cc2-b839-8dec0681e342","text":"By when?"},{"id":"c2fdccb1-f5d4-4ee0-a80d-ac5673589563","text":"What is success?"},{"id":"5e088a95-53ec-4fa6-9713-4903f198e656","text":"Summary confirmed by the client"}]','934d4670-3376-4f26-b393-c2f10c38b26e','["b907d5b2-3be9-4341-af5e-5d00c02ef444"]',5,'working-days',0.3,NULL,'["Summary of needs"]','[]',1,1,NULL,'park',NULL,60,'working-days');
INSERT INTO "version_stage" VALUES(3,1,3,'a2','Presentation','presentation','Show the client how their own task is solved','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them"]','[{"id":"16c0f554-618b-4f41-95c8-18681de581b1","text":"Shown on the client''s own task"},{"id":"0a4b7c17-81f7-4c18-a205-3fe25d9bec5c","text":"Doubts noted"}]','934d4670-3376-4f26-b393-c2f10c38b26e','["b907d5b2-3be9-4341-af5e-5d00c02ef444"]',3,'working-days',0.4,NULL,'["Presentation"]','[{"id":"00000000-0000-4000-8000-0000000000aa","kind":"letter","title":"Reminder","text":"{deal.person}, good day","when":{"labels":["Hot"]}}]',1,1,NULL,'back','a54df1c9-392e-42f0-8414-13b41e4a72c5',0,'working-days');
INSERT INTO "version_stage" VALUES(4,1,4,'a3','Trial','trial','Let the client make sure of the benefit before paying','The client wants to try it, and it is agreed what is to be checked','["Agree on the goals and the end of the trial","Give access and help with the first steps","Go through the results with the client"]','[{"id":"5b8cd89f-1aba-4ad1-9a8b-64b829e058d2","text":"Goals agreed"},{"id":"5f01ab5c-8ecc-41dd-a055-0a92cfe1d828","text":"Client has used it"},{"id":"c21e0cde-c720-4e61-92cc-b8e3f1c02745","text":"Results gone through"}]','934d4670-3376-4f26-b393-c2f10c38b26e','["b9160b28-e163-47ac-b51c-f8b47ab152fe"]',10,'working-days',0.5,NULL,'["Trial plan"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(5,1,5,'a4','Proposal and contract','proposal negotiation contract','Give the client an offer that can be decided on. Agree on terms that suit both sides. Put what was agreed in writing without losing time','It is clear what exactly the client needs','["Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision","Find out what matters to the client beside the price","Give way only in return for something","Write down what was agreed","Prepare the contract and settle the client''s remarks","Have it signed","Issue the invoice"]','[{"id":"1286c0ef-2ec3-48e5-a9f3-ccac470e1f76","text":"Proposal sent"},{"id":"99b7e6b8-fb87-4014-a286-56b52e1f1236","text":"Day of decision known"},{"id":"8f686cb9-9da2-4a88-81f6-f72548e0bfde","text":"Price agreed"},{"id":"ebc342b3-2bd1-456c-87e5-a9c621a38709","text":"Dates agreed"},{"id":"5407892c-cdfe-4888-9495-b2ce342eecbd","text":"Payment terms agreed"},{"id":"8c61b320-fbfe-4bc9-99fa-edbfdcc1ecae","text":"Contract signed"},{"id":"a84b57c5-f813-4135-85ce-3b7f1fe0d4da","text":"Invoice sent"}]','934d4670-3376-4f26-b393-c2f10c38b26e','["4fc32119-5c7a-4ee8-a131-1cb291f794d2"]',12,'working-days',0.55,NULL,'["Proposal","Contract","Invoice"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(6,1,6,'a5','Client onboarding','onboarding','Bring the client to the first result of their own','The contract is signed','["Hand over to the client what was promised in the sale","Teach those who will work with it","Have the client confirm the success"]','[{"id":"613b625c-1260-4719-bfb4-a8867fab5ce2","text":"Client works alone"},{"id":"c568774e-2207-4c1c-99cf-9fcdff1fe159","text":"Success confirmed"}]','934d4670-3376-4f26-b393-c2f10c38b26e','["b9160b28-e163-47ac-b51c-f8b47ab152fe"]',10,'working-days',0.88,NULL,'["Onboarding plan"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(7,1,7,'a6','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"6b883b43-369c-4d68-8504-68bec38869f5","text":"Money received by the schedule"}]','934d4670-3376-4f26-b393-c2f10c38b26e','["de09d205-6936-41b5-80e5-a833606fbf47"]',5,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(8,2,8,'a0','Search and first contact','prospecting outreach','Find clients who have the task that we solve. Interest the client in a meeting','There is a client profile and a source of contacts','["Pick contacts by the client profile","Find out who decides","Find a reason to get in touch","Call or write to the decision-maker","Say in one sentence what the client gains","Agree on the day of the meeting"]','[{"id":"87a0a371-986c-4116-87f2-2c232f040366","text":"Fits our client profile"},{"id":"d9bb43c7-3ea4-4bed-b51e-585fd123bdf8","text":"Decision-maker found"},{"id":"907c050f-e0f8-4cda-a569-81372f1ec6fd","text":"Talked to the client"},{"id":"24e4862d-a1cd-4878-bec8-23e31219c229","text":"Meeting agreed"}]','a01cf282-17d1-42e6-8529-826a6ea1e978','[]',10,'working-days',0.02,NULL,'["Client profile","Call script"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(9,2,9,'a1','Needs discovery','needs-discovery','Understand the client''s task better than they have put it themselves','The client is ready to talk about their task','["Meet those who decide and those who will use it","Ask the discovery questions and listen","Send the client a summary of what was understood"]','[{"id":"737af764-b850-481e-97b5-b4a442f118af","text":"What is the problem?"},{"id":"6d208663-fccb-448d-8c5e-4424578ea038","text":"What does it cost you?"},{"id":"abcd5e21-a7da-4d8e-ad4b-0615b037073a","text":"Who decides?"},{"id":"81ad56ba-c607-4fb9-ba2c-bcec1f22a66f","text":"By when?"},{"id":"7f56fec3-178d-45a9-ab3d-b5d497891a1d","text":"What is success?"},{"id":"2f06fe5b-175f-4496-aa1f-4eec48abd9d5","text":"Summary confirmed by the client"}]','a01cf282-17d1-42e6-8529-826a6ea1e978','["26769710-48e5-46dd-81b3-5d2ada24a239"]',5,'working-days',0.3,NULL,'["Summary of needs"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(10,2,10,'a2','Presentation and proposal','presentation proposal','Show the client how their own task is solved. Give the client an offer that can be decided on','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them","Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision"]','[{"id":"04129848-2a4d-40bc-97ef-16f8e96a3f9f","text":"Shown on the client''s own task"},{"id":"5eaac498-c56a-4905-9388-65db51610fdc","text":"Doubts noted"},{"id":"55aae4c0-4f6d-4562-988b-10f2c8037e0f","text":"Proposal sent"},{"id":"d207d25c-11d9-4e45-9685-45b4f75cf72b","text":"Day of decision known"}]','a01cf282-17d1-42e6-8529-826a6ea1e978','["26769710-48e5-46dd-81b3-5d2ada24a239"]',5,'working-days',0.4,NULL,'["Presentation","Proposal"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(11,2,11,'a3','Contract signing','contract','Put what was agreed in writing without losing time','The terms are agreed','["Prepare the contract and settle the client''s remarks","Have it signed","Issue the invoice"]','[{"id":"f0cac79b-ab2d-4e3a-ab9d-ec15a5ac4b23","text":"Contract signed"},{"id":"92176458-667c-4fc2-a6e1-4c1775568646","text":"Invoice sent"}]','a01cf282-17d1-42e6-8529-826a6ea1e978','["bc4fd7dc-66f1-4e38-841d-b7dc0ac8254a"]',5,'working-days',0.8,NULL,'["Contract","Invoice"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(12,2,12,'a4','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"0b114e86-65a9-4758-b5f8-08783645d031","text":"Money received by the schedule"}]','a01cf282-17d1-42e6-8529-826a6ea1e978','["1637b64d-b486-46f9-9742-46c517d422e8"]',5,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(13,2,13,'a5','Delivery','delivery','Deliver what was agreed, so that the client comes back','The payment that the contract asks for has come in','["Hand the agreements over to the project manager","Tell the client how the work goes","Hand over the result and have it accepted"]','[{"id":"62f407c0-57ff-4668-a5fa-2d3a70d48a98","text":"Result accepted"},{"id":"e747df1c-530f-4fa8-9f12-8083ee93cb85","text":"Acceptance act signed"}]','ab244f05-2667-4db3-93cd-1695b2005349','["a01cf282-17d1-42e6-8529-826a6ea1e978"]',20,'working-days',1.0,NULL,'["Acceptance act"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(14,3,14,'a0','Request and qualification','inbound-request qualification','Answer every request before the client turns to somebody else. Spend time only on those whom we can help and who can buy','A request has come in: a call, a letter, a form','["Call the client back","Note where the request came from","Ask about the task, the budget, the date and who decides","Decide whether to go on; politely refuse those whom we can''t help"]','[{"id":"72b2b945-664b-4ab5-9f8e-c1b77f00f62f","text":"Answered in time"},{"id":"5f4a188c-201d-4077-84d0-f4e53ac07674","text":"Source noted"},{"id":"24e81352-41f5-42e4-a15f-4aa7c457f5de","text":"Task known"},{"id":"11e7cf8b-6076-42d3-b96d-22d5fffd0b24","text":"Budget known"},{"id":"b3d4b7e8-7173-4fa6-bedc-51bfdfbc3544","text":"Date known"},{"id":"7eb87b1a-b06e-4d22-932a-71e6d0caf578","text":"Decision-maker known"}]','be9d3705-9c8b-45f8-b092-502ba9761f92','[]',5,'working-hours',0.1,NULL,'[]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(15,3,15,'a1','Presentation and proposal','presentation proposal','Show the client how their own task is solved. Give the client an offer that can be decided on','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them","Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision"]','[{"id":"54a464f8-8e63-4a34-b0cb-378f25d12683","text":"Shown on the client''s own task"},{"id":"6f12d5c7-98c4-4e8a-a272-01232f7b7e87","text":"Doubts noted"},{"id":"735483b4-389f-4119-ac3d-c1b16746a36f","text":"Proposal sent"},{"id":"03d75e3d-4d17-4419-a14f-f21e28235c98","text":"Day of decision known"}]','be9d3705-9c8b-45f8-b092-502ba9761f92','["ce61cbf5-4204-4bff-abe8-316fcc2f61c5"]',2,'working-days',0.4,NULL,'["Presentation","Proposal"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(16,3,16,'a2','Order','contract','Put what was agreed in writing without losing time','The terms are agreed','["Take the order and confirm it","Issue the invoice"]','[{"id":"e8ece2d1-c959-43fc-90e1-9989f767c623","text":"Order accepted"},{"id":"9f49efdf-77e8-4ecf-8635-2022b0d493e5","text":"Invoice sent"}]','be9d3705-9c8b-45f8-b092-502ba9761f92','[]',1,'working-days',0.8,NULL,'["Order confirmation","Invoice"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(17,3,17,'a3','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"0120854a-d238-4845-a19a-ab3bfa7027bf","text":"Money received by the schedule"}]','be9d3705-9c8b-45f8-b092-502ba9761f92','["34d60ea5-20f8-471a-9bd4-eea741427c89"]',1,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
INSERT INTO "version_stage" VALUES(18,3,18,'a4','Client onboarding','onboarding','Bring the client to the first result of their own','The contract is signed','["Hand over to the client what was promised in the sale","Teach those who will work with it","Have the client confirm the success"]','[{"id":"ede1e9ac-c08a-4eaa-b813-de7b03f9f74b","text":"Client works alone"},{"id":"d670ded9-cc08-486f-875e-9e8b3b64bd85","text":"Success confirmed"}]','3d2dc32e-d841-4b2f-bf2d-f3b64fc70010','["be9d3705-9c8b-45f8-b092-502ba9761f92"]',2,'working-days',1.0,NULL,'["Onboarding plan"]','[]',1,1,NULL,'lost',NULL,0,'working-days');
CREATE INDEX change_window ON change (window, scope, id);
CREATE UNIQUE INDEX plan_month ON plan (process_id, month, coalesce(owner_id, 0));
CREATE UNIQUE INDEX process_name ON process (name_key) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_number ON version (process_id, number) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_draft ON version (process_id) WHERE status = 'draft' AND deleted_by IS NULL;
CREATE UNIQUE INDEX version_published ON version (process_id) WHERE status = 'published' AND deleted_by IS NULL;
CREATE UNIQUE INDEX role_uuid ON role (version_id, uuid) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_stage_uuid ON version_stage (version_id, stage_id) WHERE deleted_by IS NULL;
CREATE INDEX loss_reason_process ON loss_reason (process_id);
CREATE INDEX deal_person ON deal (person_id) WHERE person_id IS NOT NULL AND deleted_by IS NULL;
CREATE INDEX person_contact ON person (phone, email) WHERE phone IS NOT NULL OR email IS NOT NULL;
CREATE INDEX person_name ON person (name_key, coalesce(company_id, 0));
CREATE INDEX deal_process ON deal (process_id, id, status, owner_id, deleted_by) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX deal_external ON deal (process_id, external_id)
  WHERE external_id IS NOT NULL AND deleted_by IS NULL;
CREATE INDEX deal_event_deal ON deal_event (deal_id);
CREATE UNIQUE INDEX tick_deal ON tick (deal_id, criterion) WHERE deleted_by IS NULL;
CREATE INDEX payment_deal ON payment (deal_id) WHERE deleted_by IS NULL;
CREATE INDEX payment_due ON payment (due) WHERE paid_on IS NULL AND deleted_by IS NULL;
CREATE INDEX activity_deal ON activity (deal_id, done_at, due, due_time, id) WHERE deleted_by IS NULL;
CREATE INDEX contact_deal ON contact (deal_id, place, id) WHERE deleted_by IS NULL;
CREATE INDEX contact_person ON contact (person_id) WHERE deleted_by IS NULL;
CREATE INDEX stage_process ON stage (process_id);
CREATE INDEX activity_due ON activity (due) WHERE done_at IS NULL AND deleted_by IS NULL;
CREATE INDEX deal_board ON deal (stage_id, position, id, status, owner_id, parked_until, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_parked ON deal (parked_until) WHERE parked_until IS NOT NULL AND deleted_by IS NULL;
CREATE TRIGGER deal_inserted AFTER INSERT ON deal WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''),
    coalesce(new.parked_until, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency, parked_until) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;
CREATE TRIGGER deal_left
AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, parked_until, deleted_by ON deal
WHEN old.deleted_by IS NULL
BEGIN
  UPDATE stage_total
  SET n_deals = n_deals - 1, sum_minor = sum_minor - coalesce(old.value_minor, 0)
  WHERE stage_id = old.stage_id AND status = old.status
    AND owner_id = coalesce(old.owner_id, 0) AND currency = coalesce(old.currency, '')
    AND parked_until = coalesce(old.parked_until, '');
END;
CREATE TRIGGER deal_joined
AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, parked_until, deleted_by ON deal
WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''),
    coalesce(new.parked_until, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency, parked_until) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;
CREATE UNIQUE INDEX answer_deal ON answer (deal_id, criterion) WHERE deleted_by IS NULL;
CREATE INDEX deal_company ON deal (company_id) WHERE company_id IS NOT NULL AND deleted_by IS NULL;
CREATE INDEX tactic_use_deal ON tactic_use (deal_id) WHERE deleted_by IS NULL;
CREATE INDEX answer_criterion ON answer (criterion) WHERE deleted_by IS NULL;
CREATE INDEX tick_criterion ON tick (criterion) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX own_word_place ON own_word (process_id, place);
CREATE INDEX action_tick_deal ON action_tick (deal_id) WHERE deleted_by IS NULL;
CREATE INDEX action_tick_stage ON action_tick (stage) WHERE deleted_by IS NULL;
CREATE INDEX deal_entered ON deal (stage_id, entered_at, id, status, owner_id, parked_until, deleted_by)
  WHERE status IN ('open', 'won') AND entered_at IS NOT NULL AND deleted_by IS NULL;
CREATE TABLE stage_visit (
  process_id INTEGER NOT NULL,
  deal_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  stage_id INTEGER NOT NULL,
  version_id INTEGER,
  entered_at INTEGER NOT NULL,
  left_at INTEGER,
  how_left TEXT CHECK (how_left IN ('on', 'back', 'published', 'completed', 'ended-early', 'lost')),
  is_known INTEGER NOT NULL,
  PRIMARY KEY (process_id, deal_id, number),
  CHECK ((left_at IS NULL) = (how_left IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO stage_visit VALUES(1,2,1,1,1,1793334660000000,1793416080000000,'lost',1);
INSERT INTO stage_visit VALUES(1,3,1,1,1,1794957300000000,1795297740000000,'lost',1);
INSERT INTO stage_visit VALUES(1,5,1,1,1,1783479540000000,1783629900000000,'lost',1);
INSERT INTO stage_visit VALUES(1,6,1,1,1,1779836400000000,1779836460000000,'on',1);
INSERT INTO stage_visit VALUES(1,6,2,2,1,1779836460000000,1780268640000000,'on',1);
INSERT INTO stage_visit VALUES(1,6,3,3,1,1780268640000000,1780630080000000,'on',1);
INSERT INTO stage_visit VALUES(1,6,4,4,1,1780630080000000,1782448380000000,'on',1);
INSERT INTO stage_visit VALUES(1,6,5,5,1,1782448380000000,1784073600000000,'lost',1);
INSERT INTO stage_visit VALUES(1,10,1,1,1,1790203500000000,1790371920000000,'on',1);
INSERT INTO stage_visit VALUES(1,10,2,2,1,1790371920000000,1790893860000000,'on',1);
INSERT INTO stage_visit VALUES(1,10,3,3,1,1790893860000000,1791425760000000,'on',1);
INSERT INTO stage_visit VALUES(1,10,4,4,1,1791425760000000,1794446520000000,'on',1);
INSERT INTO stage_visit VALUES(1,10,5,5,1,1794446520000000,1794886200000000,'on',1);
INSERT INTO stage_visit VALUES(1,10,6,6,1,1794886200000000,NULL,NULL,1);
INSERT INTO stage_visit VALUES(1,11,1,1,1,1795491271456599,NULL,NULL,1);
INSERT INTO stage_visit VALUES(2,1,1,8,2,1777955760000000,1779829920000000,'lost',1);
INSERT INTO stage_visit VALUES(2,7,1,8,2,1794690480000000,NULL,NULL,1);
INSERT INTO stage_visit VALUES(2,8,1,8,2,1792617780000000,1794008040000000,'lost',1);
INSERT INTO stage_visit VALUES(3,4,1,14,3,1771982460000000,1771982520000000,'on',1);
INSERT INTO stage_visit VALUES(3,4,2,15,3,1771982520000000,1772235840000000,'lost',1);
INSERT INTO stage_visit VALUES(3,9,1,14,3,1761690300000000,1761690360000000,'on',1);
INSERT INTO stage_visit VALUES(3,9,2,15,3,1761690360000000,1762046880000000,'on',1);
INSERT INTO stage_visit VALUES(3,9,3,16,3,1762046880000000,1762640820000000,'on',1);
INSERT INTO stage_visit VALUES(3,9,4,17,3,1762640820000000,1762836540000000,'on',1);
INSERT INTO stage_visit VALUES(3,9,5,18,3,1762836540000000,1762998780000000,'completed',1);
INSERT INTO stage_visit VALUES(3,12,1,14,3,1768960380000000,1768964520000000,'on',1);
INSERT INTO stage_visit VALUES(3,12,2,15,3,1768964520000000,1769207700000000,'on',1);
INSERT INTO stage_visit VALUES(3,12,3,16,3,1769207700000000,1769311680000000,'on',1);
INSERT INTO stage_visit VALUES(3,12,4,17,3,1769311680000000,1769311740000000,'lost',1);
CREATE TABLE parked_span (
  process_id INTEGER NOT NULL,
  deal_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until TEXT NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (process_id, deal_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX deal_outcome ON deal (process_id, started, won_on, closed, status, owner_id, source, deleted_by)
  WHERE deleted_by IS NULL;
CREATE INDEX deal_event_taken_back ON deal_event (deal_id)
  WHERE field = 'status' AND (new = 'open' OR old = 'lost' OR (new = 'lost' AND old <> 'open'));
CREATE UNIQUE INDEX calendar_day_day ON calendar_day (day);
COMMIT;
