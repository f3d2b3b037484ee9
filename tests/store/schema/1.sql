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
INSERT INTO "change" VALUES(1,1795489127261850,1,'anna@desk','deals',NULL,'Add sample data','do','{"bulk":"import","root":1,"rows":[{"table":"process","id":1,"at":1,"new":true,"old":{}},{"table":"version","id":1,"at":1,"new":true,"old":{}},{"table":"role","id":1,"at":1,"new":true,"old":{}},{"table":"role","id":2,"at":1,"new":true,"old":{}},{"table":"role","id":3,"at":1,"new":true,"old":{}},{"table":"role","id":4,"at":1,"new":true,"old":{}},{"table":"role","id":5,"at":1,"new":true,"old":{}},{"table":"version_stage","id":1,"at":1,"new":true,"old":{}},{"table":"version_stage","id":2,"at":1,"new":true,"old":{}},{"table":"version_stage","id":3,"at":1,"new":true,"old":{}},{"table":"version_stage","id":4,"at":1,"new":true,"old":{}},{"table":"version_stage","id":5,"at":1,"new":true,"old":{}},{"table":"version_stage","id":6,"at":1,"new":true,"old":{}},{"table":"version_stage","id":7,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":1,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":2,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":3,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":4,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":5,"at":1,"new":true,"old":{}},{"table":"process","id":2,"at":1,"new":true,"old":{}},{"table":"version","id":2,"at":1,"new":true,"old":{}},{"table":"role","id":6,"at":1,"new":true,"old":{}},{"table":"role","id":7,"at":1,"new":true,"old":{}},{"table":"role","id":8,"at":1,"new":true,"old":{}},{"table":"role","id":9,"at":1,"new":true,"old":{}},{"table":"role","id":10,"at":1,"new":true,"old":{}},{"table":"version_stage","id":8,"at":1,"new":true,"old":{}},{"table":"version_stage","id":9,"at":1,"new":true,"old":{}},{"table":"version_stage","id":10,"at":1,"new":true,"old":{}},{"table":"version_stage","id":11,"at":1,"new":true,"old":{}},{"table":"version_stage","id":12,"at":1,"new":true,"old":{}},{"table":"version_stage","id":13,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":6,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":7,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":8,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":9,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":10,"at":1,"new":true,"old":{}},{"table":"process","id":3,"at":1,"new":true,"old":{}},{"table":"version","id":3,"at":1,"new":true,"old":{}},{"table":"role","id":11,"at":1,"new":true,"old":{}},{"table":"role","id":12,"at":1,"new":true,"old":{}},{"table":"role","id":13,"at":1,"new":true,"old":{}},{"table":"role","id":14,"at":1,"new":true,"old":{}},{"table":"version_stage","id":14,"at":1,"new":true,"old":{}},{"table":"version_stage","id":15,"at":1,"new":true,"old":{}},{"table":"version_stage","id":16,"at":1,"new":true,"old":{}},{"table":"version_stage","id":17,"at":1,"new":true,"old":{}},{"table":"version_stage","id":18,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":11,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":12,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":13,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":14,"at":1,"new":true,"old":{}},{"table":"loss_reason","id":15,"at":1,"new":true,"old":{}}]}','*',NULL,NULL);
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
INSERT INTO "deal" VALUES(11,NULL,1,1,'open','a3','Fitting of 61 rooms',1,1,3,122000,'EUR',NULL,'Partner',NULL,'2026-11-24',NULL,'2027-02-18',1795489127264207,NULL,'The budget is agreed for this quarter.','fitting of 61 rooms
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
INSERT INTO "deal_event" VALUES(1,1,1,1777955760000000,2,'stage',NULL,'4105cd9b-f9e7-4263-ab1d-bcd4af9d4c45',NULL,NULL);
INSERT INTO "deal_event" VALUES(2,1,1,1777955760000000,2,'value',NULL,'654000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(3,1,1,1779829920000000,2,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(4,2,1,1793334660000000,1,'stage',NULL,'74f53546-ec74-4c8d-b184-1b0998874874',NULL,NULL);
INSERT INTO "deal_event" VALUES(5,2,1,1793334660000000,1,'value',NULL,'1095000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(6,2,1,1793416080000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(7,3,1,1794957300000000,1,'stage',NULL,'74f53546-ec74-4c8d-b184-1b0998874874',NULL,NULL);
INSERT INTO "deal_event" VALUES(8,3,1,1794957300000000,1,'value',NULL,'4385000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(9,3,1,1795297740000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(10,4,1,1771982460000000,3,'stage',NULL,'4995df51-7ab7-43ec-ab77-5029a682023d',NULL,NULL);
INSERT INTO "deal_event" VALUES(11,4,1,1771982460000000,3,'value',NULL,'21000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(12,4,1,1771982520000000,3,'stage','4995df51-7ab7-43ec-ab77-5029a682023d','c1a0f68c-aa7d-4e05-ab6a-76de02c1cd18',NULL,NULL);
INSERT INTO "deal_event" VALUES(13,4,1,1772235840000000,3,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(14,5,1,1783479540000000,1,'stage',NULL,'74f53546-ec74-4c8d-b184-1b0998874874',NULL,NULL);
INSERT INTO "deal_event" VALUES(15,5,1,1783479540000000,1,'value',NULL,'1496000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(16,5,1,1783629900000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(17,6,1,1779836400000000,1,'stage',NULL,'74f53546-ec74-4c8d-b184-1b0998874874',NULL,NULL);
INSERT INTO "deal_event" VALUES(18,6,1,1779836400000000,1,'value',NULL,'986000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(19,6,1,1779836460000000,1,'stage','74f53546-ec74-4c8d-b184-1b0998874874','422b220a-0af0-4bf2-823d-c2f8df88f4df',NULL,NULL);
INSERT INTO "deal_event" VALUES(20,6,1,1780268640000000,1,'stage','422b220a-0af0-4bf2-823d-c2f8df88f4df','a71cc53e-f93f-4945-b174-74f0efa7b062',NULL,NULL);
INSERT INTO "deal_event" VALUES(21,6,1,1780630080000000,1,'stage','a71cc53e-f93f-4945-b174-74f0efa7b062','0cef25cf-4ff1-4155-800a-b49da1391020',NULL,NULL);
INSERT INTO "deal_event" VALUES(22,6,1,1782448380000000,1,'stage','0cef25cf-4ff1-4155-800a-b49da1391020','68cb8054-0a01-41bc-befc-8327a71701e3',NULL,NULL);
INSERT INTO "deal_event" VALUES(23,6,1,1784073600000000,1,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(24,7,1,1794690480000000,2,'stage',NULL,'4105cd9b-f9e7-4263-ab1d-bcd4af9d4c45',NULL,NULL);
INSERT INTO "deal_event" VALUES(25,7,1,1794690480000000,2,'value',NULL,'3089000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(26,8,1,1792617780000000,2,'stage',NULL,'4105cd9b-f9e7-4263-ab1d-bcd4af9d4c45',NULL,NULL);
INSERT INTO "deal_event" VALUES(27,8,1,1792617780000000,2,'value',NULL,'253000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(28,8,1,1794008040000000,2,'status','open','lost',NULL,NULL);
INSERT INTO "deal_event" VALUES(29,9,1,1761690300000000,3,'stage',NULL,'4995df51-7ab7-43ec-ab77-5029a682023d',NULL,NULL);
INSERT INTO "deal_event" VALUES(30,9,1,1761690300000000,3,'value',NULL,'22000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(31,9,1,1761690360000000,3,'stage','4995df51-7ab7-43ec-ab77-5029a682023d','c1a0f68c-aa7d-4e05-ab6a-76de02c1cd18',NULL,NULL);
INSERT INTO "deal_event" VALUES(32,9,1,1762046880000000,3,'stage','c1a0f68c-aa7d-4e05-ab6a-76de02c1cd18','6056b624-3ab8-4d26-95b3-a1485c7ce684',NULL,NULL);
INSERT INTO "deal_event" VALUES(33,9,1,1762640820000000,3,'stage','6056b624-3ab8-4d26-95b3-a1485c7ce684','2b036e98-1df2-48c8-8ac9-f6ac666f8ca4',NULL,NULL);
INSERT INTO "deal_event" VALUES(34,9,1,1762836540000000,3,'stage','2b036e98-1df2-48c8-8ac9-f6ac666f8ca4','888c4a66-186b-49f3-b4e7-eec3fdbfb754',NULL,NULL);
INSERT INTO "deal_event" VALUES(35,9,1,1762828800000000,3,'status','open','won',NULL,NULL);
INSERT INTO "deal_event" VALUES(36,9,1,1762998780000000,3,'status','won','completed',NULL,NULL);
INSERT INTO "deal_event" VALUES(37,10,1,1790203500000000,1,'stage',NULL,'74f53546-ec74-4c8d-b184-1b0998874874',NULL,NULL);
INSERT INTO "deal_event" VALUES(38,10,1,1790203500000000,1,'value',NULL,'1850000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(39,10,1,1790371920000000,1,'stage','74f53546-ec74-4c8d-b184-1b0998874874','422b220a-0af0-4bf2-823d-c2f8df88f4df',NULL,NULL);
INSERT INTO "deal_event" VALUES(40,10,1,1790893860000000,1,'stage','422b220a-0af0-4bf2-823d-c2f8df88f4df','a71cc53e-f93f-4945-b174-74f0efa7b062',NULL,NULL);
INSERT INTO "deal_event" VALUES(41,10,1,1791425760000000,1,'stage','a71cc53e-f93f-4945-b174-74f0efa7b062','0cef25cf-4ff1-4155-800a-b49da1391020',NULL,NULL);
INSERT INTO "deal_event" VALUES(42,10,1,1794446520000000,1,'stage','0cef25cf-4ff1-4155-800a-b49da1391020','68cb8054-0a01-41bc-befc-8327a71701e3',NULL,NULL);
INSERT INTO "deal_event" VALUES(43,10,1,1794886200000000,1,'stage','68cb8054-0a01-41bc-befc-8327a71701e3','985b3341-d7fd-41b6-b4e2-dfecbb204509',NULL,NULL);
INSERT INTO "deal_event" VALUES(44,11,1,1795489127264207,1,'stage',NULL,'74f53546-ec74-4c8d-b184-1b0998874874',NULL,NULL);
INSERT INTO "deal_event" VALUES(45,11,1,1795489127264207,1,'value',NULL,'122000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(46,12,1,1768960380000000,3,'stage',NULL,'4995df51-7ab7-43ec-ab77-5029a682023d',NULL,NULL);
INSERT INTO "deal_event" VALUES(47,12,1,1768960380000000,3,'value',NULL,'28000 EUR',NULL,NULL);
INSERT INTO "deal_event" VALUES(48,12,1,1768964520000000,3,'stage','4995df51-7ab7-43ec-ab77-5029a682023d','c1a0f68c-aa7d-4e05-ab6a-76de02c1cd18',NULL,NULL);
INSERT INTO "deal_event" VALUES(49,12,1,1769207700000000,3,'stage','c1a0f68c-aa7d-4e05-ab6a-76de02c1cd18','6056b624-3ab8-4d26-95b3-a1485c7ce684',NULL,NULL);
INSERT INTO "deal_event" VALUES(50,12,1,1769311680000000,3,'stage','6056b624-3ab8-4d26-95b3-a1485c7ce684','2b036e98-1df2-48c8-8ac9-f6ac666f8ca4',NULL,NULL);
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
INSERT INTO "process" VALUES(1,'6ae06d3e-c00d-4eea-9ae6-92709fba3eb5','Software for companies','software for companies','','a0',0,1,1,NULL);
INSERT INTO "process" VALUES(2,'a5d01461-e127-4969-9fb7-8b13cb993f83','Consulting projects','consulting projects','','a1',0,1,1,NULL);
INSERT INTO "process" VALUES(3,'6857969a-42d1-47f0-8d9d-c81b91064d16','Online courses','online courses','','a2',0,1,1,NULL);
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
INSERT INTO "role" VALUES(1,1,'4fb441e8-8dce-4548-ad0a-2b2e78481e0a','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(2,1,'af31a7e3-9915-4aca-bf05-6f21defaf544','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(3,1,'e03084d3-3b8d-4a14-aa52-1629d25dfd5a','a2','Onboarding manager','onboarding',1,1,NULL);
INSERT INTO "role" VALUES(4,1,'0aa901f0-b618-49fb-a025-f258c4c00472','a3','Lawyer','legal',1,1,NULL);
INSERT INTO "role" VALUES(5,1,'420050d3-767c-4761-b974-a390f12a672a','a4','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(6,2,'365ebc94-4b32-403f-8f7e-819d2f03479f','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(7,2,'fce7c291-7441-4c1d-9f61-f0bb740610dc','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(8,2,'99d44082-3caa-4b71-931d-f32780991823','a2','Lawyer','legal',1,1,NULL);
INSERT INTO "role" VALUES(9,2,'a0b6206c-d6af-4428-ac52-278650ec01fc','a3','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(10,2,'73966f4c-5c4f-447c-b144-7c67cc9f68a8','a4','Project manager','delivery',1,1,NULL);
INSERT INTO "role" VALUES(11,3,'826e9f4a-00f5-4c30-a2e3-38682601e69a','a0','Sales rep','sales',1,1,NULL);
INSERT INTO "role" VALUES(12,3,'f157608e-5fe0-4be4-b12e-fee0bf19cdab','a1','Presales','presales',1,1,NULL);
INSERT INTO "role" VALUES(13,3,'e0399926-7807-4e6a-9208-380f73bdde0d','a2','Accountant','finance',1,1,NULL);
INSERT INTO "role" VALUES(14,3,'e6ef9765-46f7-4d24-adad-1d9e11eb1fb3','a3','Onboarding manager','onboarding',1,1,NULL);
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  process_id INTEGER NOT NULL REFERENCES process (id)
) STRICT;
INSERT INTO "stage" VALUES(1,'74f53546-ec74-4c8d-b184-1b0998874874',1);
INSERT INTO "stage" VALUES(2,'422b220a-0af0-4bf2-823d-c2f8df88f4df',1);
INSERT INTO "stage" VALUES(3,'a71cc53e-f93f-4945-b174-74f0efa7b062',1);
INSERT INTO "stage" VALUES(4,'0cef25cf-4ff1-4155-800a-b49da1391020',1);
INSERT INTO "stage" VALUES(5,'68cb8054-0a01-41bc-befc-8327a71701e3',1);
INSERT INTO "stage" VALUES(6,'985b3341-d7fd-41b6-b4e2-dfecbb204509',1);
INSERT INTO "stage" VALUES(7,'6bd23b95-7e02-4803-914e-f48630f91152',1);
INSERT INTO "stage" VALUES(8,'4105cd9b-f9e7-4263-ab1d-bcd4af9d4c45',2);
INSERT INTO "stage" VALUES(9,'6753ab37-0a1e-484c-ba04-11b5368d4422',2);
INSERT INTO "stage" VALUES(10,'1ce44875-fb4d-41e8-a65b-610f4bac82ce',2);
INSERT INTO "stage" VALUES(11,'adb6a266-6c3f-4f90-90e9-6e572c11e2c7',2);
INSERT INTO "stage" VALUES(12,'c5866ab2-e60f-4db9-a1a5-d37adb78fb58',2);
INSERT INTO "stage" VALUES(13,'f238adc4-74e9-4562-9ca7-e804fc90a148',2);
INSERT INTO "stage" VALUES(14,'4995df51-7ab7-43ec-ab77-5029a682023d',3);
INSERT INTO "stage" VALUES(15,'c1a0f68c-aa7d-4e05-ab6a-76de02c1cd18',3);
INSERT INTO "stage" VALUES(16,'6056b624-3ab8-4d26-95b3-a1485c7ce684',3);
INSERT INTO "stage" VALUES(17,'2b036e98-1df2-48c8-8ac9-f6ac666f8ca4',3);
INSERT INTO "stage" VALUES(18,'888c4a66-186b-49f3-b4e7-eec3fdbfb754',3);
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
INSERT INTO "tick" VALUES(1,7,'63ac77c0-ec32-4046-84cc-326641b81e94',1794690480000000,1,1,1,NULL);
INSERT INTO "tick" VALUES(2,10,'28ee0f05-fff0-4dc0-a933-4eeddf9f4487',1794886200000000,4,1,1,NULL);
INSERT INTO "tick" VALUES(3,11,'6fae9737-2ccd-459b-9f20-0ed2fb8ef128',1795489127264207,3,1,1,NULL);
INSERT INTO "tick" VALUES(4,11,'87929c01-52e3-4cb5-80e5-78d6a1bf5a27',1795489127264207,3,1,1,NULL);
INSERT INTO "tick" VALUES(5,11,'6769a76b-8563-4de5-ba43-d15e1c47fd98',1795489127264207,3,1,1,NULL);
INSERT INTO "tick" VALUES(6,11,'3f6cb122-e13d-44f1-8051-db976dd3bd5f',1795489127264207,3,1,1,NULL);
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
INSERT INTO "version" VALUES(1,'a98a48c5-600e-4da9-9f58-2b9b1c0afe82',1,1,'published','en','consultative','innovative','formed','b2b','product','after-onboarding',NULL,1795489127262498,1,1,NULL);
INSERT INTO "version" VALUES(2,'dc22820c-63e6-4ca0-95fd-937bd713552a',2,1,'published','en','consultative','established','unformed','b2b','service','before-onboarding',NULL,1795489127262788,1,1,NULL);
INSERT INTO "version" VALUES(3,'a3e7c645-5768-4c1b-8969-1d94770328a1',3,1,'published','en','transactional','established','formed','b2c','product','before-onboarding',NULL,1795489127262948,1,1,NULL);
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
INSERT INTO "version_stage" VALUES(1,1,1,'a0','Request and qualification','inbound-request qualification','Answer every request before the client turns to somebody else; Spend time only on those whom we can help and who can buy','A request has come in: a call, a letter, a form','["Call the client back","Note where the request came from","Ask about the task, the budget, the date and who decides","Decide whether to go on; politely refuse those whom we can''t help"]','[{"id":"4bd956bc-7578-4a4c-8a17-4462409c6128","text":"Answered in time"},{"id":"6fae9737-2ccd-459b-9f20-0ed2fb8ef128","text":"Source noted"},{"id":"87929c01-52e3-4cb5-80e5-78d6a1bf5a27","text":"Task known"},{"id":"6769a76b-8563-4de5-ba43-d15e1c47fd98","text":"Budget known"},{"id":"3f6cb122-e13d-44f1-8051-db976dd3bd5f","text":"Date known"},{"id":"e794e509-990b-4ea0-96ec-b556ad7c5719","text":"Decision-maker known"}]','4fb441e8-8dce-4548-ad0a-2b2e78481e0a','[]',10,'working-hours',0.1,NULL,'[]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(2,1,2,'a1','Needs discovery','needs-discovery','Understand the client''s task better than they have put it themselves','The client is ready to talk about their task','["Meet those who decide and those who will use it","Ask the discovery questions and listen","Send the client a summary of what was understood"]','[{"id":"0e72462c-5fca-47f7-a329-5e2994cb77f1","text":"What is the problem?"},{"id":"10d7f66e-1bbe-40e8-bf2c-2feb22b074cd","text":"What does it cost you?"},{"id":"abb007dc-1ce9-45dc-b1a5-81fecfde6092","text":"Who decides?"},{"id":"514ded21-ff32-41cf-85e2-c970b5cb98fb","text":"By when?"},{"id":"1b0af920-3a7a-460d-95c6-73cb810cc3cd","text":"What is success?"},{"id":"5e3a4f2e-ed20-4668-97a5-a0c2df79f0cc","text":"Summary confirmed by the client"}]','4fb441e8-8dce-4548-ad0a-2b2e78481e0a','["af31a7e3-9915-4aca-bf05-6f21defaf544"]',5,'working-days',0.3,NULL,'["Summary of needs"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(3,1,3,'a2','Presentation','presentation','Show the client how their own task is solved','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them"]','[{"id":"4bab610c-f057-401a-aafe-d65071ab422d","text":"Shown on the client''s own task"},{"id":"78f728c6-4799-4eec-8ec7-8987c7e9722b","text":"Doubts noted"}]','4fb441e8-8dce-4548-ad0a-2b2e78481e0a','["af31a7e3-9915-4aca-bf05-6f21defaf544"]',3,'working-days',0.4,NULL,'["Presentation"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(4,1,4,'a3','Trial','trial','Let the client make sure of the benefit before paying','The client wants to try it, and it is agreed what is to be checked','["Agree on the goals and the end of the trial","Give access and help with the first steps","Go through the results with the client"]','[{"id":"83475200-f082-402a-8fd0-6ab0005cbb83","text":"Goals agreed"},{"id":"1d994639-acea-454c-8d26-a252e6f17fdf","text":"Client has used it"},{"id":"2667240c-323e-490f-8ff4-4185d050d880","text":"Results gone through"}]','4fb441e8-8dce-4548-ad0a-2b2e78481e0a','["e03084d3-3b8d-4a14-aa52-1629d25dfd5a"]',10,'working-days',0.5,NULL,'["Trial plan"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(5,1,5,'a4','Proposal and contract','proposal negotiation contract','Give the client an offer that can be decided on; Agree on terms that suit both sides; Put what was agreed in writing without losing time','It is clear what exactly the client needs','["Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision","Find out what matters to the client beside the price","Give way only in return for something","Write down what was agreed","Prepare the contract and settle the client''s remarks","Have it signed","Issue the invoice"]','[{"id":"1edd2e3e-f7ed-4975-adc1-5baa4bcb352f","text":"Sent"},{"id":"6f4ba59c-8c0d-4f1b-8da0-30b742d046a3","text":"Day of decision known"},{"id":"a4bed0dd-a4ee-407a-8b19-5791ecfa2b14","text":"Price agreed"},{"id":"d66bae67-d62d-403a-9f04-26eb532434bd","text":"Dates agreed"},{"id":"5fd97e6f-b88a-4bed-b2a3-75d95c68f1a0","text":"Payment agreed"},{"id":"2d34dfa2-b01a-4bbe-8505-81eee44d8245","text":"Contract signed"},{"id":"fcad8e42-9485-4cf1-a73e-1c2b02103212","text":"Invoice sent"}]','4fb441e8-8dce-4548-ad0a-2b2e78481e0a','["0aa901f0-b618-49fb-a025-f258c4c00472"]',12,'working-days',0.55,NULL,'["Proposal","Contract","Invoice"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(6,1,6,'a5','Client onboarding','onboarding','Bring the client to the first result of their own','The contract is signed','["Hand over to the client what was promised in the sale","Teach those who will work with it","Have the client confirm the success"]','[{"id":"86e05509-30c6-409a-8e3f-8c15c4830f7e","text":"Client works alone"},{"id":"28ee0f05-fff0-4dc0-a933-4eeddf9f4487","text":"Success confirmed"}]','4fb441e8-8dce-4548-ad0a-2b2e78481e0a','["e03084d3-3b8d-4a14-aa52-1629d25dfd5a"]',10,'working-days',0.88,NULL,'["Onboarding plan"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(7,1,7,'a6','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"53e90cb2-8390-4f9a-87c2-36fd0977fd77","text":"Money received by the schedule"}]','4fb441e8-8dce-4548-ad0a-2b2e78481e0a','["420050d3-767c-4761-b974-a390f12a672a"]',5,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(8,2,8,'a0','Search and first contact','prospecting outreach','Find clients who have the task that we solve; Interest the client in a meeting','There is a client profile and a source of contacts','["Pick contacts by the client profile","Find out who decides","Find a reason to get in touch","Call or write to the decision-maker","Say in one sentence what the client gains","Agree on the day of the meeting"]','[{"id":"63ac77c0-ec32-4046-84cc-326641b81e94","text":"Fits our client profile"},{"id":"01e3c152-829e-47db-92bc-6fb0090d4401","text":"Decision-maker found"},{"id":"a3ab58cb-9bd0-4f83-ae0d-fe6b6747ac91","text":"Talked"},{"id":"5c621375-7612-4325-a943-afe3524d625f","text":"Meeting agreed"}]','365ebc94-4b32-403f-8f7e-819d2f03479f','[]',10,'working-days',0.02,NULL,'["Client profile","Call script"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(9,2,9,'a1','Needs discovery','needs-discovery','Understand the client''s task better than they have put it themselves','The client is ready to talk about their task','["Meet those who decide and those who will use it","Ask the discovery questions and listen","Send the client a summary of what was understood"]','[{"id":"e166af88-7bbf-4125-be78-a4c293f90a36","text":"What is the problem?"},{"id":"8e8af6f4-8d54-485d-b778-90f34d747f85","text":"What does it cost you?"},{"id":"49c5c48d-896f-4613-8888-88503052646a","text":"Who decides?"},{"id":"cb2afc02-875c-44f7-ae8f-bf987666005a","text":"By when?"},{"id":"ebca33b5-dd50-4187-a30b-26525b1c37fb","text":"What is success?"},{"id":"2f043899-5b91-4633-8e20-11d52b736d51","text":"Summary confirmed by the client"}]','365ebc94-4b32-403f-8f7e-819d2f03479f','["fce7c291-7441-4c1d-9f61-f0bb740610dc"]',5,'working-days',0.3,NULL,'["Summary of needs"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(10,2,10,'a2','Presentation and proposal','presentation proposal','Show the client how their own task is solved; Give the client an offer that can be decided on','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them","Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision"]','[{"id":"b26d9b54-0e29-4107-a97a-a2ca4853336e","text":"Shown on the client''s own task"},{"id":"4845b5fa-e00d-4b09-ae7c-7b88fe5c754d","text":"Doubts noted"},{"id":"7e52532f-141b-4876-bb64-6e202d980306","text":"Sent"},{"id":"4d44e569-4313-4569-8962-b1df2e4917f1","text":"Day of decision known"}]','365ebc94-4b32-403f-8f7e-819d2f03479f','["fce7c291-7441-4c1d-9f61-f0bb740610dc"]',5,'working-days',0.4,NULL,'["Presentation","Proposal"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(11,2,11,'a3','Contract signing','contract','Put what was agreed in writing without losing time','The terms are agreed','["Prepare the contract and settle the client''s remarks","Have it signed","Issue the invoice"]','[{"id":"518ec855-2e09-4ec7-acab-52c40f2c93a9","text":"Contract signed"},{"id":"2093cab8-fcfd-4ec8-9ac9-1dd1a06ef989","text":"Invoice sent"}]','365ebc94-4b32-403f-8f7e-819d2f03479f','["99d44082-3caa-4b71-931d-f32780991823"]',5,'working-days',0.8,NULL,'["Contract","Invoice"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(12,2,12,'a4','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"de4626de-231c-455e-88e4-d1ae52e95aaf","text":"Money received by the schedule"}]','365ebc94-4b32-403f-8f7e-819d2f03479f','["a0b6206c-d6af-4428-ac52-278650ec01fc"]',5,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(13,2,13,'a5','Delivery','delivery','Deliver what was agreed, so that the client comes back','The payment that the contract asks for has come in','["Hand the agreements over to the project manager","Tell the client how the work goes","Hand over the result and have it accepted"]','[{"id":"5d451bbc-cf06-47ff-8256-b13ecd1e0fd8","text":"Result accepted"},{"id":"a05c31a8-6d49-4704-8d7d-6b873f0a19d7","text":"Act signed"}]','73966f4c-5c4f-447c-b144-7c67cc9f68a8','["365ebc94-4b32-403f-8f7e-819d2f03479f"]',20,'working-days',1.0,NULL,'["Acceptance certificate"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(14,3,14,'a0','Request and qualification','inbound-request qualification','Answer every request before the client turns to somebody else; Spend time only on those whom we can help and who can buy','A request has come in: a call, a letter, a form','["Call the client back","Note where the request came from","Ask about the task, the budget, the date and who decides","Decide whether to go on; politely refuse those whom we can''t help"]','[{"id":"a0dd7577-3d88-46de-9c73-75baeca7325a","text":"Answered in time"},{"id":"b73caa0a-d8a7-417d-a555-0bc8d3eff77f","text":"Source noted"},{"id":"97ffe45e-3e61-4d9d-a3af-18820b04f2dc","text":"Task known"},{"id":"1dda8586-b00f-4511-beb4-53c831e1ea4c","text":"Budget known"},{"id":"8fd08c10-8899-480b-8195-47e7d23edc5f","text":"Date known"},{"id":"6e151138-b56c-4fde-a474-864e08f07fb2","text":"Decision-maker known"}]','826e9f4a-00f5-4c30-a2e3-38682601e69a','[]',5,'working-hours',0.1,NULL,'[]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(15,3,15,'a1','Presentation and proposal','presentation proposal','Show the client how their own task is solved; Give the client an offer that can be decided on','The client''s task is known','["Prepare the presentation on the client''s task","Show it to those who decide","Ask about doubts and note them","Prepare the proposal in the client''s words","Send it and call to go through it","Find out the day of the decision"]','[{"id":"79f4a8d7-11c7-4635-b810-daad88549000","text":"Shown on the client''s own task"},{"id":"6faf3ef5-4cc1-4db6-b8cc-9181089a1bd1","text":"Doubts noted"},{"id":"2f872888-960e-44b7-a623-c204bb28cf02","text":"Sent"},{"id":"98ad868b-7ae9-4314-ab9d-3e941b5bfeaf","text":"Day of decision known"}]','826e9f4a-00f5-4c30-a2e3-38682601e69a','["f157608e-5fe0-4be4-b12e-fee0bf19cdab"]',2,'working-days',0.4,NULL,'["Presentation","Proposal"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(16,3,16,'a2','Order','contract','Put what was agreed in writing without losing time','The terms are agreed','["Take the order and confirm it","Issue the invoice"]','[{"id":"d1a983c1-c55e-4b01-ab8a-ded8115d5649","text":"Order accepted"},{"id":"ca911753-ec68-4dfc-a227-b28645ec7cee","text":"Invoice sent"}]','826e9f4a-00f5-4c30-a2e3-38682601e69a','[]',1,'working-days',0.8,NULL,'["Order confirmation","Invoice"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(17,3,17,'a3','Payment tracking','payment','Have the money in on the agreed days','The invoice has been sent','["Make sure that the invoice has reached whoever pays","Remind of the payment before it is due","Note each payment"]','[{"id":"30925c7a-c8aa-4cbd-a0cd-6ebe2dd3ae93","text":"Money received by the schedule"}]','826e9f4a-00f5-4c30-a2e3-38682601e69a','["e0399926-7807-4e6a-9208-380f73bdde0d"]',1,'working-days',0.95,NULL,'["Payment schedule"]','[]',1,1,NULL);
INSERT INTO "version_stage" VALUES(18,3,18,'a4','Client onboarding','onboarding','Bring the client to the first result of their own','The contract is signed','["Hand over to the client what was promised in the sale","Teach those who will work with it","Have the client confirm the success"]','[{"id":"23288035-2ad4-4d6e-83db-4e614c66536f","text":"Client works alone"},{"id":"ec1377d4-4569-47f7-ac51-189877496c0a","text":"Success confirmed"}]','e6ef9765-46f7-4d24-adad-1d9e11eb1fb3','["826e9f4a-00f5-4c30-a2e3-38682601e69a"]',2,'working-days',1.0,NULL,'["Onboarding plan"]','[]',1,1,NULL);
CREATE INDEX change_window ON change (window, scope, process_id, id);
CREATE UNIQUE INDEX process_name ON process (name_key) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_number ON version (process_id, number) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_draft ON version (process_id) WHERE status = 'draft' AND deleted_by IS NULL;
CREATE UNIQUE INDEX version_published ON version (process_id) WHERE status = 'published' AND deleted_by IS NULL;
CREATE UNIQUE INDEX role_uuid ON role (version_id, uuid) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_stage_uuid ON version_stage (version_id, stage_id) WHERE deleted_by IS NULL;
CREATE INDEX loss_reason_process ON loss_reason (process_id);
CREATE UNIQUE INDEX person_name ON person (name_key, coalesce(company_id, 0));
CREATE INDEX deal_board ON deal (stage_id, position, id)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_entered ON deal (stage_id, entered_at)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_process ON deal (process_id, status, id) WHERE deleted_by IS NULL;
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
